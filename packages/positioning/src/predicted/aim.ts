import type { Point } from '@daoyin/geometry';
import type { AccuracyMap } from './accuracy-map';
import { type FloorCells, squareAt } from './floor-cells';
import type { Listening } from './listening';
import type { Prospect } from './prospect';

/** What a hall is judged by: the mean over its floors of the radius that holds 95 %, each square weighing as much as its visitors. */
export interface Aim {
  readonly listening: Listening;
  /** Weights of the squares, by level; their sum is 1. */
  readonly weights: readonly Float64Array[];
}

/** Every square counts the same. */
export function evenAim({ cells }: Prospect, listening: Listening): Aim {
  return { listening, weights: normal(cells.map(({ count }) => new Float64Array(count).fill(1))) };
}

/** One way of many, on one level: points in metres, and how many go it. */
export interface Traffic {
  readonly level: number;
  readonly path: readonly Point[];
  readonly visitors: number;
}

/** Shares of attention: most by where visitors walk, the rest everywhere, since somebody always comes. */
const EVERYWHERE = 0.2;

/** Squares weigh by the metres that are walked over them, and a fifth of all weight lies evenly. */
export function trafficAim(prospect: Prospect, listening: Listening, ways: readonly Traffic[]): Aim {
  const walked = prospect.cells.map(({ count }) => new Float64Array(count));
  for (const { level, path, visitors } of ways) {
    for (let i = 1; i < path.length; i++) {
      addLeg(prospect.cells[level]!, walked[level]!, path[i - 1]!, path[i]!, visitors);
    }
  }
  const total = sumOf(walked);
  const even = evenAim(prospect, listening);
  if (total === 0) return even;
  const weights = walked.map((squares, level) =>
    squares.map((w, i) => (1 - EVERYWHERE) * (w / total) + EVERYWHERE * even.weights[level]![i]!),
  );
  return { listening, weights };
}

function addLeg(cells: FloorCells, into: Float64Array, a: Point, b: Point, visitors: number): void {
  const length = Math.hypot(b.x - a.x, b.y - a.y);
  const parts = Math.ceil(length / (cells.metres / 2));
  for (let part = 0; part < parts; part++) {
    const t = (part + 0.5) / parts;
    const square = squareAt(cells, a.x + t * (b.x - a.x), a.y + t * (b.y - a.y));
    if (square >= 0) into[square] = into[square]! + (visitors * length) / parts;
  }
}

/** The aim's value for a map, in metres: less is better. */
export function judge(map: AccuracyMap, { listening, weights }: Aim): number {
  return weights.reduce((sum, squares, level) => {
    const { error95 } = map.level(level, listening);
    return squares.reduce((total, weight, square) => total + weight * error95[square]!, sum);
  }, 0);
}

function normal(weights: readonly Float64Array[]): readonly Float64Array[] {
  const total = sumOf(weights);
  return weights.map((squares) => squares.map((weight) => weight / total));
}

const sumOf = (weights: readonly Float64Array[]): number =>
  weights.reduce((sum, squares) => squares.reduce((a, b) => a + b, sum), 0);
