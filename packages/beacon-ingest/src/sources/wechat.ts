import type { Advert } from '../types';

export interface WechatReader {
  /**
   * Takes `res.beacons` of one `wx.onBeaconUpdate` call and gives what is new in it. `problems` name the entries that are none.
   */
  update(
    beacons: unknown,
    atMs: number,
  ): { readonly adverts: readonly Advert[]; readonly problems: readonly string[] };
}

export interface WechatSettings {
  /** The UUID that discovery was started for: some versions leave it out of the entries. */
  readonly uuid?: string;
}

/** A beacon is told at most this often, and unchanged ones at iOS's rate. */
const FASTEST_MS = 100;
const UNCHANGED_MS = 900;
/** An entry that has not changed for so long has been left behind by Android. */
const FROZEN_MS = 3000;

interface Entry {
  readonly uuid: string;
  readonly major: number;
  readonly minor: number;
  readonly rssiDbm: number;
  readonly accuracy: unknown;
}

interface Seen {
  rssiDbm: number;
  accuracy: unknown;
  changedMs: number;
  toldMs: number;
}

/**
 * Makes readings of the lists that WeChat's mini program API delivers. On Android a list is cumulative, comes every few milliseconds,
 * and keeps the last RSSI of a beacon that is gone: an entry is told when it changed, otherwise once a second while it may still
 * be fresh. Numbers come as texts in older versions, and there is no time but one's own.
 */
export function createWechatReader({ uuid }: WechatSettings = {}): WechatReader {
  const seen = new Map<string, Seen>();

  function isNews({ uuid: own, major, minor, rssiDbm, accuracy }: Entry, atMs: number): boolean {
    const key = `${own}/${major}/${minor}`;
    const before = seen.get(key);
    if (!before) {
      seen.set(key, { rssiDbm, accuracy, changedMs: atMs, toldMs: atMs });
      return true;
    }
    const changed = before.rssiDbm !== rssiDbm || before.accuracy !== accuracy;
    if (atMs - before.toldMs < (changed ? FASTEST_MS : UNCHANGED_MS)) return false;
    if (!changed && atMs - before.changedMs > FROZEN_MS) return false;
    before.rssiDbm = rssiDbm;
    before.accuracy = accuracy;
    before.toldMs = atMs;
    if (changed) before.changedMs = atMs;
    return true;
  }

  return {
    update(beacons, atMs) {
      if (!Array.isArray(beacons))
        return { adverts: [], problems: [`beacons is ${typeof beacons}, expected a list`] };
      const adverts: Advert[] = [];
      const problems: string[] = [];
      for (const [i, value] of beacons.entries()) {
        const entry = entryOf(value, uuid);
        if (typeof entry === 'string') problems.push(`beacons[${i}].${entry}`);
        else if (isNews(entry, atMs)) adverts.push(advertOf(entry, atMs));
      }
      return { adverts, problems };
    },
  };
}

function advertOf({ uuid, major, minor, rssiDbm }: Entry, atMs: number): Advert {
  return { atMs, rssiDbm, payload: { kind: 'ibeacon', uuid, major, minor } };
}

/** The entry, or which of its fields is wrong and how. */
function entryOf(value: unknown, otherwise: string | undefined): Entry | string {
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const uuid = typeof fields.uuid === 'string' ? fields.uuid : otherwise;
  if (uuid === undefined) return 'uuid is missing';
  const major = numberOf(fields.major);
  if (!isUint16(major)) return `major is ${JSON.stringify(fields.major)}`;
  const minor = numberOf(fields.minor);
  if (!isUint16(minor)) return `minor is ${JSON.stringify(fields.minor)}`;
  const rssiDbm = numberOf(fields.rssi);
  // 0 says that the phone has no level for a beacon that it still lists
  if (!(rssiDbm >= -127 && rssiDbm < 0)) return `rssi is ${JSON.stringify(fields.rssi)}`;
  return { uuid: uuid.toLowerCase(), major, minor, rssiDbm, accuracy: fields.accuracy };
}

function numberOf(value: unknown): number {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

function isUint16(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 65_535;
}
