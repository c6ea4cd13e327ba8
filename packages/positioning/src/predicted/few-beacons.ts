import type { Beacon, BeaconRegister, Issue, Venue } from '@daoyin/venue';
import type { AccuracyMap } from './accuracy-map';
import type { FloorCells } from './floor-cells';
import { type Outlook, outlookOf } from './outlook';
import { type Prospect, prospectOf } from './prospect';
import { addSquare, shareFor } from './share';

/** Positioning with fewer audible beacons than this is unreliable (field facts: density). */
export const FEWEST_AUDIBLE = 4;
/** Patches smaller than this are corners that nobody is led through. */
const LEAST_AREA = 4;
const SQUARE_M = 2;
/** One that is farther away is not audible. */
const HEARING_M = 60;

/** An area of a level in which too few beacons are audible. */
export interface SparseArea {
  readonly level: number;
  /** m², and the square in it with the fewest. */
  readonly area: number;
  readonly x: number;
  readonly y: number;
  readonly audible: number;
  readonly squares: readonly number[];
}

/** The connected areas of at least 4 m² with fewer than `fewest` audible beacons expected, the largest first. */
export function sparseAreas(map: AccuracyMap, fewest = FEWEST_AUDIBLE): readonly SparseArea[] {
  return areasBelow(map.prospect, (level) => map.level(level, 'second').audible, fewest);
}

/**
 * The rule of the publish gate that no area has fewer than four audible beacons; a warning, since not every floor of a building is for
 * visitors. It says nothing of a hall without beacons. Beacons are counted until there are enough.
 */
export function fewBeaconsRule({
  venue,
  register,
}: {
  readonly venue: Venue;
  readonly register?: BeaconRegister;
}): readonly Issue[] {
  if (!register || venue.levels.length === 0) return [];
  const prospect = prospectOf(venue, register.calibration, SQUARE_M);
  const outlooks = register.beacons.flatMap((beacon: Beacon) => outlookOf(beacon, prospect) ?? []);
  if (outlooks.length === 0) return [];
  const areas = areasBelow(prospect, (level) => audibleOn(prospect, outlooks, level), FEWEST_AUDIBLE);
  return areas.map(({ level, area, x, y, audible }) => {
    const { shortName } = venue.levels[level]!;
    return {
      severity: 'warning',
      kind: 'few-beacons',
      message: `${Math.round(area)} m² of ${shortName} have fewer than ${FEWEST_AUDIBLE} audible beacons (${audible.toFixed(1)} at the worst place)`,
      at: { x, y, level: shortName },
    };
  });
}

/** Expected audible beacons at each square of a level, counted up to what is enough. */
function audibleOn(prospect: Prospect, outlooks: readonly Outlook[], level: number): Float32Array {
  const cells = prospect.cells[level]!;
  const share = shareFor(prospect, level);
  // Those of the level itself come first: slabs take much.
  const ranked = outlooks.toSorted((a, b) => Math.abs(a.level - level) - Math.abs(b.level - level));
  return Float32Array.from({ length: cells.count }, (_, square) => {
    const [x, y] = [cells.xs[square]!, cells.ys[square]!];
    let audible = 0;
    for (const outlook of ranked) {
      if (Math.abs(outlook.x - x) > HEARING_M || Math.abs(outlook.y - y) > HEARING_M) continue;
      share.count = 0;
      if (addSquare(share, prospect, outlook, cells, square)) audible += share.audible[0]!;
      if (audible >= FEWEST_AUDIBLE) break;
    }
    return audible;
  });
}

function areasBelow(
  { cells }: Prospect,
  audibleOf: (level: number) => Float32Array,
  fewest: number,
): readonly SparseArea[] {
  return cells
    .flatMap((squares, level) => {
      const audible = audibleOf(level);
      return patches(squares, (square) => audible[square]! < fewest).map((patch): SparseArea => {
        const worst = patch.reduce((a, b) => (audible[b]! < audible[a]! ? b : a));
        return {
          level,
          area: patch.length * squares.metres ** 2,
          x: squares.xs[worst]!,
          y: squares.ys[worst]!,
          audible: audible[worst]!,
          squares: patch,
        };
      });
    })
    .filter(({ area }) => area >= LEAST_AREA)
    .sort((a, b) => b.area - a.area);
}

/** Groups of squares that touch by a side. */
function patches(cells: FloorCells, wanted: (square: number) => boolean): readonly (readonly number[])[] {
  const seen = new Uint8Array(cells.count);
  const groups: number[][] = [];
  for (let from = 0; from < cells.count; from++) {
    if (seen[from] === 1 || !wanted(from)) continue;
    const group = [from];
    seen[from] = 1;
    for (const square of group) {
      for (const next of beside(cells, square)) {
        if (next < 0 || seen[next] === 1 || !wanted(next)) continue;
        seen[next] = 1;
        group.push(next);
      }
    }
    groups.push(group);
  }
  return groups;
}

function beside({ places, columns, squares }: FloorCells, square: number): readonly number[] {
  const at = places[square]!;
  const column = at % columns;
  return [
    column > 0 ? squares[at - 1]! : -1,
    column < columns - 1 ? squares[at + 1]! : -1,
    squares[at - columns] ?? -1,
    squares[at + columns] ?? -1,
  ];
}
