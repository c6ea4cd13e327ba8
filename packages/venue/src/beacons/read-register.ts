import { isRecord } from '../archive/read-collections';
import { type Report, reasonOf, shown } from '../archive/report';
import { levelNamed } from '../level-named';
import type { Beacon, BeaconRegister, BeaconRegisterResult, Issue, Venue } from '../types';
import { beaconIdentities } from './identity';
import { findPlaceholders, positionOf } from './position';
import { type BeaconEntry, beaconSchema } from './schema';

const DEFAULT_HEIGHT = 3; // m; beacons hang at 3–4 m
const DEFAULT_POWER_DBM = -59;

/** What is known of the venue when a register is read. */
export interface RegisterContext {
  /** The `shortName`s of its levels: a beacon on another level is an issue. A single one is taken where a beacon names none. */
  readonly levels?: readonly string[];
  /** The venue itself, instead of `levels`: then a level may also be named in another language of the archive. */
  readonly venue?: Pick<Venue, 'levels'>;
  readonly file?: string;
}

/**
 * The register of a `beacons.json`, from its text or its value. A field that does not fit is reported and read as absent; a
 * beacon is left out only where it has neither id nor identity or repeats an id. It fails only where there is no list.
 */
export function readBeaconRegister(
  json: string | Uint8Array | unknown,
  { levels, venue, file = 'beacons.json' }: RegisterContext = {},
): BeaconRegisterResult {
  const levelNames = venue?.levels.map(({ shortName }) => shortName) ?? levels;
  const resolve = (level: string) => (venue && levelNamed(venue, level)?.shortName) ?? level;
  const issues: Issue[] = [];
  const report: Report = (issue) => issues.push({ file, ...issue });
  const value = parse(json, file, report);
  const list = Array.isArray(value) ? value : isRecord(value) ? value.beacons : undefined;
  if (!Array.isArray(list)) {
    if (value !== undefined) {
      const message = `${file} has no list "beacons": expected {"venue": …, "beacons": […]}, got ${shown(value)}.`;
      report({ severity: 'error', kind: 'not-a-register', message });
    }
    return { ok: false, issues };
  }
  const header = isRecord(value) ? value : {};
  const beacons = readBeacons(list, levelNames, resolve, report);
  reportSharedIdentities(beacons, report);
  const register: BeaconRegister = {
    venue: typeof header.venue === 'string' ? header.venue : '',
    beacons,
    ...(header.calibration !== undefined && { calibration: header.calibration }),
  };
  return { ok: true, register, issues };
}

function parse(json: unknown, file: string, report: Report): unknown {
  if (typeof json !== 'string' && !(json instanceof Uint8Array)) return json;
  try {
    const text = typeof json === 'string' ? json : new TextDecoder().decode(json);
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = reasonOf(error);
    report({ severity: 'error', kind: 'broken-json', message: `${file} is not valid JSON: ${reason}.` });
    return undefined;
  }
}

function readBeacons(
  list: readonly unknown[],
  levels: readonly string[] | undefined,
  resolve: (level: string) => string,
  report: Report,
): readonly Beacon[] {
  const entries = list
    .map((value, index) => readEntry(value, index, report))
    .map(
      (entry) => entry && { ...entry, level: entry.level === undefined ? undefined : resolve(entry.level) },
    );
  const placeholders = findPlaceholders(entries.filter((entry) => entry !== undefined));
  const beacons = new Map<string, Beacon>();
  const defaulted: Defaulted = { height: [], power: [], placeholder: [] };
  for (const [index, entry] of entries.entries()) {
    if (!entry) continue;
    const beacon = toBeacon(entry, index, levels, placeholders, defaulted, report);
    if (!beacon) continue;
    if (beacons.has(beacon.id)) {
      const message = `Two beacons have the id "${beacon.id}"; the second (entry ${index}) is left out.`;
      report({ severity: 'error', kind: 'duplicate-beacon-id', featureId: beacon.id, message });
    } else {
      beacons.set(beacon.id, beacon);
    }
  }
  reportDefaults(defaulted, report);
  return [...beacons.values()];
}

function readEntry(value: unknown, index: number, report: Report): BeaconEntry | undefined {
  if (!isRecord(value)) {
    const message = `Beacon ${index} is ${shown(value)}, not an object; it is left out.`;
    report({ severity: 'error', kind: 'not-a-beacon', message });
    return undefined;
  }
  const first = beaconSchema.safeParse(value);
  if (first.success) return first.data;
  const rest: Record<string, unknown> = { ...value };
  const name = typeof value.id === 'string' ? value.id : `entry ${index}`;
  for (const key of new Set(first.error.issues.map((issue) => String(issue.path[0])))) {
    const reason = first.error.issues.find((issue) => String(issue.path[0]) === key)!.message;
    const message = `Beacon ${name}: "${key}" is ${shown(rest[key])} (${reason}); it is ignored.`;
    report({ severity: 'error', kind: 'bad-field', featureId: name, message });
    delete rest[key];
  }
  return beaconSchema.parse(rest);
}

interface Defaulted {
  readonly height: string[];
  readonly power: string[];
  readonly placeholder: string[];
}

function toBeacon(
  entry: BeaconEntry,
  index: number,
  levels: readonly string[] | undefined,
  placeholders: ReadonlySet<BeaconEntry>,
  defaulted: Defaulted,
  report: Report,
): Beacon | undefined {
  const { level: named, x: _x, y: _y, id: given, height, measuredPowerDbm, status, ...rest } = entry;
  const id = given ?? beaconIdentities(definedOnly(rest))[0];
  if (id === undefined) {
    const message = `Beacon ${index} has neither "id" nor an identity (uuid, major, minor; eddystone; address); it is left out.`;
    report({ severity: 'error', kind: 'no-identity', message });
    return undefined;
  }
  const level = named ?? (levels?.length === 1 ? levels[0] : undefined);
  const at = placeholders.has(entry) ? undefined : positionOf(entry, level, id, report);
  if (placeholders.has(entry)) defaulted.placeholder.push(id);
  if (level !== undefined && levels && !levels.includes(level)) {
    const message = `Beacon ${id}: "level" is "${level}", the venue has ${levels.join(', ')}.`;
    report({ severity: 'error', kind: 'beacon-unknown-level', featureId: id, message });
  }
  if (height === undefined) defaulted.height.push(id);
  if (measuredPowerDbm === undefined) defaulted.power.push(id);
  return {
    id,
    ...definedOnly(rest),
    ...(at ? { at } : level !== undefined && { level }),
    height: height ?? DEFAULT_HEIGHT,
    measuredPowerDbm: measuredPowerDbm ?? DEFAULT_POWER_DBM,
    status: status ?? 'active',
  };
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function definedOnly<T extends object>(fields: T): Defined<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;
}

function reportDefaults({ height, power, placeholder }: Defaulted, report: Report): void {
  const say = (kind: string, ids: readonly string[], what: string) => {
    if (ids.length === 0) return;
    const some = ids.length > 5 ? `${ids.slice(0, 5).join(', ')} …` : ids.join(', ');
    report({ severity: 'assumption', kind, message: `${ids.length} beacons (${some}) ${what}.` });
  };
  say('beacon-height-assumed', height, `have no "height"; ${DEFAULT_HEIGHT} m is taken`);
  say('beacon-power-assumed', power, `have no "measuredPowerDbm"; ${DEFAULT_POWER_DBM} is taken`);
  say('beacon-placeholder', placeholder, 'all stand at one spot, which is read as "position unknown"');
}

function reportSharedIdentities(beacons: readonly Beacon[], report: Report): void {
  const owner = new Map<string, string>();
  for (const beacon of beacons) {
    if (beacon.status === 'retired') continue;
    for (const identity of beaconIdentities(beacon)) {
      const other = owner.get(identity);
      if (other === undefined) owner.set(identity, beacon.id);
      else {
        const message = `Beacons ${other} and ${beacon.id} have one identity, ${identity}; readings go to ${other}.`;
        report({ severity: 'error', kind: 'duplicate-identity', featureId: beacon.id, message });
      }
    }
  }
}
