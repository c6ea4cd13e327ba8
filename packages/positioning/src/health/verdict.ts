import type { VenuePoint } from '@daoyin/geometry';
import type { Beacon, BeaconRegister } from '@daoyin/venue';

/** `unheard`: never heard, and nobody was where one would surely have heard it. */
export type BeaconState = 'healthy' | 'dead' | 'weak' | 'moved' | 'unheard';

/** What ordinary walks say of one beacon. */
export interface BeaconVerdict {
  readonly beaconId: string;
  readonly state: BeaconState;
  /** Of the state, given all walks. */
  readonly probability: number;
  /** Since when, in ms since 1970: a dead beacon was last heard then, a moved or weak one changed on that day. Absent where it was so from the first walk on. */
  readonly sinceMs?: number;
  /** Where a moved beacon seems to hang now; `sd` in metres along each axis. */
  readonly place?: VenuePoint & { readonly sd: number };
  /** What it is stronger than registered, in dB, with its standard deviation. */
  readonly gainDb?: number;
  readonly gainSdDb?: number;
}

/** Shares of beacons dead and moved in a hall that nobody has looked after, and what a day adds, or changes of their power. */
export const PRIOR = { dead: 0.05, moved: 0.05, movedADay: 0.003, repoweredADay: 0.01 } as const;

/** Shares are learnt from all beacons; the prior counts for so many. */
export const PRIOR_COUNTS_FOR = 40;

/** A beacon is said to be moved from this probability on by whole walks, whose odds are worth more than those that phones tell. */
export const LIKELY = 0.6;

/** A beacon is said to be weak, and by what phones tell to be moved, from this probability on. */
export const CLEAR = 0.8;

const DAY_MS = 86_400_000;

/** The `sinceMs` of a change at the start of a day; nothing where there was none before. */
export function sinceOf(day: number | undefined): { readonly sinceMs?: number } {
  return day === undefined ? {} : { sinceMs: day * DAY_MS };
}

/** A moved beacon is used at its new place where that is known this well, in metres. */
const SURE_PLACE_SD = 2;
const SURE_GAIN_SD_DB = 2;

/**
 * The register that estimators can trust: without the dead, a moved beacon at its new place or left out, a weak one with its true power. Keep
 * listening with the full register: who is left out is judged on.
 */
export function trustedRegister(
  register: BeaconRegister,
  verdicts: readonly BeaconVerdict[],
): BeaconRegister {
  const byId = new Map(verdicts.map((verdict) => [verdict.beaconId, verdict]));
  return {
    ...register,
    beacons: register.beacons.flatMap((beacon) => trusted(beacon, byId.get(beacon.id)) ?? []),
  };
}

function trusted(beacon: Beacon, verdict: BeaconVerdict | undefined): Beacon | undefined {
  switch (verdict?.state) {
    case 'dead':
      return undefined;
    case 'moved': {
      const { place } = verdict;
      if (place === undefined || place.sd > SURE_PLACE_SD) return undefined;
      const { x, y, level } = place;
      return { ...beacon, at: { x, y, level }, ...gainOf(beacon, verdict) };
    }
    case 'weak':
      return { ...beacon, ...gainOf(beacon, verdict) };
    default:
      return beacon;
  }
}

function gainOf(
  beacon: Beacon,
  { gainDb = 0, gainSdDb = Infinity }: BeaconVerdict,
): { readonly gainDb?: number } {
  return gainSdDb <= SURE_GAIN_SD_DB ? { gainDb: (beacon.gainDb ?? 0) + gainDb } : {};
}
