import type { Covariance2 } from '../accuracy';
import type { CentroidFix } from '../centroid';
import type { Smoother } from './smoother';

/** The centroid contradicts the track beyond this many metres; after so many knots the other place is tried. */
const CONTRADICTION = 7;
const KNOTS_OF_CONTRADICTION = 3;
/** Beside a lift, whose steel bends the centroid by 10 m, it proves nothing for so long: rides last no longer, but tracks get stuck there too. */
const LONGEST_BESIDE_MS = 15_000;
const CLEARLY_BETTER = 8;
const FIRST_ITERATIONS = 8;
const ITERATIONS = 2;
/** A young track is looked for at so many places about it, this far off. */
const PLACES = 4;
const AROUND = 5;
const ITERATIONS_AROUND = 3;
const BETTER = 0.2;
/** Fits that end this near to one another, in metres, have found one place. */
const ONE_PLACE = 1;
/** What beacons say is not independent, and the model is not the channel. */
const TEMPER = 0.5;

/** Fits the window of a smoother; gives the cost reached. */
type Fit = (iterations: number) => number;

/** A place from which a young track explains what was heard better than from anywhere near. */
interface Mode {
  readonly x: number;
  readonly y: number;
  readonly covariance: Covariance2;
  readonly cost: number;
}

/**
 * Puts a young track where it explains best what was heard: from the first guess the nearest minimum need not be the deepest. Gives how far the other
 * places where it may be spread about that one, in m².
 */
export function lookAround(smoother: Smoother, fit: Fit): Covariance2 {
  let best = fit(ITERATIONS_AROUND);
  const start = smoother.snapshot();
  let keep = start;
  const modes = [modeOf(smoother, best)];
  for (let i = 0; i < PLACES; i++) {
    start();
    const angle = (2 * Math.PI * i) / PLACES;
    shift(smoother, AROUND * Math.cos(angle), AROUND * Math.sin(angle));
    const cost = fit(ITERATIONS_AROUND);
    modes.push(modeOf(smoother, cost));
    if (cost >= best - BETTER) continue;
    best = cost;
    keep = smoother.snapshot();
  }
  keep();
  fit(1);
  return spreadOf(modes, smoother.window.newest!);
}

function modeOf(smoother: Smoother, cost: number): Mode {
  const { x, y } = smoother.window.newest!;
  return { x, y, covariance: smoother.positionCovariance(), cost };
}

/** The spread of all modes about a place, each weighted with its share of the posterior (Laplace's approximation). */
function spreadOf(modes: readonly Mode[], from: { readonly x: number; readonly y: number }): Covariance2 {
  const sorted = modes.toSorted((a, b) => a.cost - b.cost);
  const apart = sorted.filter(
    (mode, i) => !sorted.slice(0, i).some(({ x, y }) => Math.hypot(x - mode.x, y - mode.y) < ONE_PLACE),
  );
  let [sum, xx, xy, yy] = [0, 0, 0, 0];
  for (const { x, y, covariance, cost } of apart) {
    const determinant = covariance[0] * covariance[2] - covariance[1] ** 2;
    const weight = Math.exp(TEMPER * (sorted[0]!.cost - cost)) * Math.sqrt(Math.max(0, determinant));
    const [dx, dy] = [x - from.x, y - from.y];
    sum += weight;
    xx += weight * dx ** 2;
    xy += weight * dx * dy;
    yy += weight * dy ** 2;
  }
  return sum > 0 ? [xx / sum, xy / sum, yy / sum] : [0, 0, 0];
}

/**
 * The independent watchdog: where the centroid, which remembers nothing, contradicts the track for some seconds, the window is
 * fitted from there too, without what is remembered of the place; the one that explains the evidence better goes on.
 */
export class Watchdog {
  private contradictions = 0;
  private moved = 0;
  /** Since when the track is beside a lift or stairs. */
  private besideSinceMs: number | undefined;

  /** How often the track was put elsewhere. */
  get restarts(): number {
    return this.moved;
  }

  rest(): void {
    this.contradictions = 0;
  }

  /** A knot was fitted at `atMs`, beside a lift or stairs or not; `centre` where there is one. */
  watch(
    smoother: Smoother,
    centre: CentroidFix | undefined,
    fit: Fit,
    { atMs, isBeside }: { readonly atMs: number; readonly isBeside: boolean },
  ): void {
    if (isBeside) this.besideSinceMs ??= atMs;
    else this.besideSinceMs = undefined;
    if (this.besideSinceMs !== undefined && atMs - this.besideSinceMs < LONGEST_BESIDE_MS) this.rest();
    else if (centre) this.compare(smoother, centre, fit);
  }

  private compare(smoother: Smoother, centre: CentroidFix, fit: Fit): void {
    const newest = smoother.window.newest!;
    const [dx, dy] = [centre.x - newest.x, centre.y - newest.y];
    this.contradictions = Math.hypot(dx, dy) > CONTRADICTION ? this.contradictions + 1 : 0;
    if (this.contradictions < KNOTS_OF_CONTRADICTION) return;
    this.contradictions = 0;
    const takeBack = smoother.snapshot();
    smoother.forgetPlace();
    const held = fit(ITERATIONS);
    const heldAt = { x: newest.x, y: newest.y };
    takeBack();
    shift(smoother, dx, dy);
    smoother.forgetPlace();
    const tried = fit(FIRST_ITERATIONS);
    const elsewhere = Math.hypot(newest.x - heldAt.x, newest.y - heldAt.y) > 2;
    if (elsewhere && tried < held - CLEARLY_BETTER) {
      this.moved++;
      return;
    }
    takeBack();
    fit(1);
  }
}

function shift({ window }: Smoother, dx: number, dy: number): void {
  for (const knot of window.knots) {
    knot.x += dx;
    knot.y += dy;
  }
}
