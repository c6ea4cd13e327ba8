import type { VenuePoint } from '@daoyin/geometry';
import type { AccuracyMap } from '../predicted/accuracy-map';
import type { Aim } from '../predicted/aim';
import { type FloorCells, squareAt } from '../predicted/floor-cells';
import { type Listening, lasting } from '../predicted/listening';

/** Of a beacon's shadowing at a place, what a pass there leaves unknown: fading and the surveyor's own errors (calibration's benches). */
const LEFT_BY_A_PASS = 0.2;
/** Beyond this many correlation lengths a pass tells nothing. */
const REACH = 2.5;

/**
 * What survey walks have found of the shadowing over the floors, and what a further walk would add. Shadowing is correlated over the channel's
 * length, so that a pass at `d` metres leaves 1 − exp(−2d/length) of its variance unknown; of several passes the nearest counts.
 */
export class SurveyCoverage {
  /** Share of the variance that is unknown, by level and square; 1 where nobody has been near. */
  readonly unknown: readonly Float32Array[];
  private readonly errors: readonly Float32Array[];
  private readonly length: number;

  constructor(
    private readonly map: AccuracyMap,
    private readonly aim: Aim,
  ) {
    const { cells, channel } = map.prospect;
    this.length = channel.correlationLength;
    this.unknown = cells.map(({ count }) => new Float32Array(count).fill(1));
    this.errors = cells.map((_, level) => map.level(level, aim.listening).error95);
  }

  /** Takes in a walk: points by level in order; between two of one level it went straight. */
  walked(path: readonly VenuePoint[]): void {
    this.visit(path, (level, square, unknown) => {
      this.unknown[level]![square] = Math.min(this.unknown[level]![square]!, unknown);
    });
  }

  /** By how many metres the mean 95 % error falls if somebody walks there. */
  gainOf(path: readonly VenuePoint[]): number {
    const after = new Map<number, number>();
    const { length: levels } = this.unknown;
    this.visit(path, (level, square, unknown) => {
      const key = square * levels + level;
      after.set(key, Math.min(after.get(key) ?? this.unknown[level]![square]!, unknown));
    });
    let gain = 0;
    for (const [key, unknown] of after) {
      const [level, square] = [key % levels, Math.floor(key / levels)];
      gain += this.worthOf(level, square, unknown);
    }
    return gain;
  }

  /** The mean 95 % error with a map of what is known now, in metres. */
  meanError(): number {
    return this.aim.weights.reduce(
      (sum, weights, level) =>
        weights.reduce((total, weight, square) => total + weight * this.errorAt(level, square), sum),
      0,
    );
  }

  /** The 95 % error at a square with a map of what is known now. */
  errorAt(level: number, square: number, unknown = this.unknown[level]![square]!): number {
    return this.errors[level]![square]! * shareLeft(this.aim.listening, unknown);
  }

  /** What a pass through a square alone is worth: where to go next. */
  worthAt(level: number, square: number): number {
    return this.worthOf(level, square, LEFT_BY_A_PASS);
  }

  /** The same again, to try walks on. */
  copy(): SurveyCoverage {
    const copy = new SurveyCoverage(this.map, this.aim);
    for (const [level, squares] of this.unknown.entries()) copy.unknown[level]!.set(squares);
    return copy;
  }

  get cells(): readonly FloorCells[] {
    return this.map.prospect.cells;
  }

  nameOf(level: number): string {
    return this.map.prospect.venue.levels[level]!.shortName;
  }

  /** The number of a level among the venue's. */
  levelOf(shortName: string): number {
    return this.map.prospect.venue.levels.findIndex((level) => level.shortName === shortName);
  }

  private worthOf(level: number, square: number, unknown: number): number {
    const now = this.unknown[level]![square]!;
    if (unknown >= now) return 0;
    const better = this.errorAt(level, square) - this.errorAt(level, square, unknown);
    return this.aim.weights[level]![square]! * better;
  }

  private visit(
    path: readonly VenuePoint[],
    found: (level: number, square: number, unknown: number) => void,
  ): void {
    for (const [i, point] of path.entries()) {
      const level = this.levelOf(point.level);
      if (level < 0) continue;
      const cells = this.cells[level]!;
      const before = path[i - 1];
      const from = before?.level === point.level ? before : point;
      const steps = Math.max(1, Math.ceil(Math.hypot(point.x - from.x, point.y - from.y) / cells.metres));
      for (let step = from === point ? steps : 0; step <= steps; step++) {
        const t = step / steps;
        this.around(
          cells,
          from.x + t * (point.x - from.x),
          from.y + t * (point.y - from.y),
          (square, unknown) => found(level, square, unknown),
        );
      }
    }
  }

  private around(
    cells: FloorCells,
    x: number,
    y: number,
    found: (square: number, unknown: number) => void,
  ): void {
    const reach = (REACH * this.length) / 2;
    for (let dy = -reach; dy <= reach; dy += cells.metres) {
      for (let dx = -reach; dx <= reach; dx += cells.metres) {
        const square = squareAt(cells, x + dx, y + dy);
        if (square < 0) continue;
        const metres = Math.hypot(cells.xs[square]! - x, cells.ys[square]! - y);
        const known = (1 - LEFT_BY_A_PASS) * Math.exp((-2 * metres) / this.length);
        found(square, 1 - known);
      }
    }
  }
}

const EXAMPLE_VARIANCE = 4;

/** What is left of an error when so much of the shadowing's variance is unknown. */
function shareLeft(listening: Listening, unknown: number): number {
  const whole = lasting(listening, EXAMPLE_VARIANCE);
  return Math.sqrt(
    lasting(listening, EXAMPLE_VARIANCE * (FADING_SHARE + (1 - FADING_SHARE) * unknown)) / whole,
  );
}

/** Of one second's variance, what is fading and stays whatever is known of the place. */
const FADING_SHARE = 0.15;
