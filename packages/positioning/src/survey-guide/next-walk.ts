import type { VenuePoint } from '@daoyin/geometry';
import type { SurveyCoverage } from './coverage';

/** A survey walk that is proposed: the way, its metres, and by how much the mean 95 % error falls, in metres. */
export interface ProposedWalk {
  readonly path: readonly VenuePoint[];
  readonly metres: number;
  readonly gain: number;
}

export interface WalkWishes {
  readonly from: VenuePoint;
  /** How far one wants to walk. */
  readonly metres: number;
  /** The way between two places; undefined where there is none. */
  readonly wayTo: (from: VenuePoint, to: VenuePoint) => readonly VenuePoint[] | undefined;
  /** Stay on this level. */
  readonly level?: string;
  /** At most so many legs: with one, the next stop. */
  readonly legs?: number;
  /** No leg is shorter as the crow flies, in metres: who stops at its end wants to walk some way. */
  readonly leastLeg?: number;
}

/** Places that are looked at for the next leg, no two nearer than this many metres. */
const TARGETS = 8;
const APART_M = 6;
/** A leg that is worth this little a metre, against the first, is not walked. */
const WORTHLESS = 0.05;

/**
 * Where to walk next, and on and on until the metres are used: each leg goes to where a metre of way gains most (greedy, as sensor placement
 * goes: Krause, Singh and Guestrin 2008). The coverage itself is not changed.
 */
export function nextWalk(coverage: SurveyCoverage, wishes: WalkWishes): ProposedWalk {
  const trial = coverage.copy();
  const before = trial.meanError();
  let path: VenuePoint[] = [wishes.from];
  let metres = 0;
  let first: number | undefined;
  for (let leg = 0; metres < wishes.metres && leg < (wishes.legs ?? Infinity); leg++) {
    const from = path.at(-1)!;
    const best = bestLeg(trial, from, wishes, wishes.metres - metres);
    if (!best || (first !== undefined && best.rate < WORTHLESS * first)) break;
    first ??= best.rate;
    trial.walked(best.path);
    path = [...path, ...best.path.slice(1)];
    metres += best.metres;
  }
  return { path, metres, gain: before - trial.meanError() };
}

interface Leg {
  readonly path: readonly VenuePoint[];
  readonly metres: number;
  readonly rate: number;
}

function bestLeg(
  coverage: SurveyCoverage,
  from: VenuePoint,
  { wayTo, level, leastLeg = 0 }: WalkWishes,
  left: number,
): Leg | undefined {
  let best: Leg | undefined;
  for (const target of targetsOf(coverage, from, level, leastLeg)) {
    const path = wayTo(from, target);
    if (!path) continue;
    const metres = lengthOf(path);
    if (metres === 0 || metres > left) continue;
    const rate = coverage.gainOf(path) / metres;
    if (rate > (best?.rate ?? 0)) best = { path, metres, rate };
  }
  return best;
}

const CHANGE_OF_LEVEL_M = 40;

/** The squares that are worth most for the way there as the crow flies, apart from each other. */
function targetsOf(
  coverage: SurveyCoverage,
  from: VenuePoint,
  only: string | undefined,
  leastLeg: number,
): readonly VenuePoint[] {
  const least = Math.max(leastLeg, coverage.cells[0]!.metres);
  const rated = coverage.cells.flatMap((cells, number) => {
    const level = coverage.nameOf(number);
    if (only !== undefined && level !== only) return [];
    return Array.from({ length: cells.count }, (_, square) => {
      const [x, y] = [cells.xs[square]!, cells.ys[square]!];
      const far = Math.hypot(x - from.x, y - from.y) + (level === from.level ? 0 : CHANGE_OF_LEVEL_M);
      return { x, y, level, rate: coverage.worthAt(number, square) / (far + APART_M) };
    });
  });
  rated.sort((a, b) => b.rate - a.rate);
  const chosen: VenuePoint[] = [];
  for (const { x, y, level, rate } of rated) {
    if (chosen.length === TARGETS || rate <= 0) break;
    const near = chosen.some(
      (other) => other.level === level && Math.hypot(other.x - x, other.y - y) < APART_M,
    );
    if (!near && (level !== from.level || Math.hypot(from.x - x, from.y - y) >= least))
      chosen.push({ x, y, level });
  }
  return chosen;
}

function lengthOf(path: readonly VenuePoint[]): number {
  return path.reduce((sum, point, i) => {
    const before = path[i - 1];
    return before?.level === point.level ? sum + Math.hypot(point.x - before.x, point.y - before.y) : sum;
  }, 0);
}
