import type { Beacon } from '@daoyin/venue';
import { HEALTH_KINDS, type HealthKind, type HealthState, healthOf } from '../health/health';

export const FILTERS = ['all', 'here', 'active', 'retired', 'unplaced', ...HEALTH_KINDS] as const;
export type Filter = (typeof FILTERS)[number];
export const SORTS = ['id', 'heard', 'battery', 'age'] as const;
export type Sort = (typeof SORTS)[number];

export interface Wish {
  readonly text: string;
  readonly filter: Filter;
  readonly sort: Sort;
  /** The storey that is shown. */
  readonly level: string;
}

export const isHealthKind = (filter: string): filter is HealthKind =>
  (HEALTH_KINDS as readonly string[]).includes(filter);

/** The beacons that fit a wish, in its order. */
export function beaconRows(
  beacons: readonly Beacon[],
  { text, filter, sort, level }: Wish,
  health: HealthState,
): readonly Beacon[] {
  const wanted = text.trim().toLowerCase();
  const found = beacons.filter(
    (beacon) =>
      `${beacon.id} ${beacon.note ?? ''}`.toLowerCase().includes(wanted) &&
      passes(filter, beacon, level, health),
  );
  const key = KEYS[sort];
  return key ? found.toSorted((a, b) => compare(key(a, health), key(b, health))) : found;
}

const NEVER = '';
/** What is sorted by, least first; who has none comes first. */
const KEYS: Readonly<Record<Sort, ((beacon: Beacon, health: HealthState) => number | string) | undefined>> = {
  id: undefined,
  heard: ({ id }, { byId }) => byId.get(id)?.lastHeardMs ?? 0,
  battery: ({ id }, { byId }) => byId.get(id)?.batteryMv ?? Number.POSITIVE_INFINITY,
  age: ({ installedOn }) => installedOn ?? NEVER,
};

const compare = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);

function passes(filter: Filter, beacon: Beacon, level: string, health: HealthState): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'here':
      return beacon.at?.level === level;
    case 'active':
    case 'retired':
      return beacon.status === filter;
    case 'unplaced':
      return beacon.at === undefined;
    default:
      return healthOf(beacon, health).includes(filter);
  }
}
