import type { Beacon } from '@daoyin/venue';
import type { Prospect } from './prospect';

/** Beacons nearer than this to a place would hear the same as one there. */
const CLEAR_OF_OTHERS_M = 1.5;

/**
 * Places under the ceiling where a beacon could hang, on a lattice of so many metres over where people stand: beacons like the usual one of
 * those that hang (height, power, interval), with ids that nothing else has.
 */
export function ceilingPlaces(
  { venue, cells, floors }: Prospect,
  hanging: readonly Beacon[],
  metres = 3,
): readonly Beacon[] {
  const active = hanging.filter(({ status, at }) => status === 'active' && at !== undefined);
  const taken = new Set(hanging.map(({ id }) => id));
  const intervalMs = middle(active.flatMap((beacon) => beacon.intervalMs ?? []));
  const usual = {
    height: middle(active.map(({ height }) => height)) ?? 3,
    measuredPowerDbm: middle(active.map(({ measuredPowerDbm }) => measuredPowerDbm)) ?? -59,
    status: 'active' as const,
    ...(intervalMs !== undefined && { intervalMs }),
  };
  return cells.flatMap((squares, number) => {
    const level = venue.levels[number]!.shortName;
    const others = active.flatMap(({ at }) => (at!.level === level ? [at!] : []));
    const { minX, minY } = floors[number]!;
    const kept = new Set<string>();
    return Array.from(squares.xs, (x, i) => ({ x: tenth(x), y: tenth(squares.ys[i]!) })).flatMap(
      ({ x, y }) => {
        const key = `${level}/${Math.floor((x - minX) / metres)}/${Math.floor((y - minY) / metres)}`;
        const near = others.some((other) => Math.hypot(other.x - x, other.y - y) < CLEAR_OF_OTHERS_M);
        if (kept.has(key) || near) return [];
        kept.add(key);
        return { ...usual, id: freeId(taken), at: { x, y, level } };
      },
    );
  });
}

function freeId(taken: Set<string>): string {
  let number = taken.size + 1;
  while (taken.has(`N${number}`)) number++;
  taken.add(`N${number}`);
  return `N${number}`;
}

function middle(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

/** Nobody hangs a beacon to the millimetre. */
const tenth = (metres: number): number => Math.round(10 * metres) / 10;
