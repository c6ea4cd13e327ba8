import type { Issue } from '@daoyin/venue';
import type { AccuracyMap } from './accuracy-map';
import type { FloorCells } from './floor-cells';

/** Positioning with fewer audible beacons than this is unreliable (field facts: density). */
export const FEWEST_AUDIBLE = 4;
/** Patches smaller than this are corners that nobody is led through. */
const LEAST_AREA = 4;

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
  return map.prospect.cells
    .flatMap((cells, level) => {
      const { audible } = map.level(level, 'second');
      return patches(cells, (square) => audible[square]! < fewest).map((squares): SparseArea => {
        const worst = squares.reduce((a, b) => (audible[b]! < audible[a]! ? b : a));
        return {
          level,
          area: squares.length * cells.metres ** 2,
          x: cells.xs[worst]!,
          y: cells.ys[worst]!,
          audible: audible[worst]!,
          squares,
        };
      });
    })
    .filter(({ area }) => area >= LEAST_AREA)
    .sort((a, b) => b.area - a.area);
}

/** The same as findings for the publish gate: an error where not even one beacon would be heard, else a warning. */
export function fewBeaconIssues(map: AccuracyMap): readonly Issue[] {
  return sparseAreas(map).map(({ level, area, x, y, audible }) => {
    const { shortName } = map.prospect.venue.levels[level]!;
    return {
      severity: audible < 1 ? 'error' : 'warning',
      kind: 'few-beacons',
      message: `${Math.round(area)} m² of ${shortName} have fewer than ${FEWEST_AUDIBLE} audible beacons (${audible.toFixed(1)} at the worst place)`,
      at: { x, y, level: shortName },
    };
  });
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
