import type { CentroidFix } from '../centroid';
import type { Smoother } from './smoother';

/** The centroid contradicts the track beyond this many metres; after so many knots the other place is tried. */
const CONTRADICTION = 7;
const KNOTS_OF_CONTRADICTION = 3;
const CLEARLY_BETTER = 8;
const FIRST_ITERATIONS = 8;
const ITERATIONS = 2;
/** A young track is looked for at so many places about it, this far off. */
const PLACES = 4;
const AROUND = 5;
const ITERATIONS_AROUND = 3;
const BETTER = 0.2;

/** Fits the window of a smoother; gives the cost reached. */
type Fit = (iterations: number) => number;

/** Puts a young track where it explains best what was heard: from the first guess the nearest minimum need not be the deepest. */
export function lookAround(smoother: Smoother, fit: Fit): void {
  let best = fit(ITERATIONS_AROUND);
  const start = smoother.snapshot();
  let keep = start;
  for (let i = 0; i < PLACES; i++) {
    start();
    const angle = (2 * Math.PI * i) / PLACES;
    shift(smoother, AROUND * Math.cos(angle), AROUND * Math.sin(angle));
    const cost = fit(ITERATIONS_AROUND);
    if (cost >= best - BETTER) continue;
    best = cost;
    keep = smoother.snapshot();
  }
  keep();
  fit(1);
}

/**
 * The independent watchdog: where the centroid, which remembers nothing, contradicts the track for some seconds, the window is
 * fitted from there too, without what is remembered of the place; the one that explains the evidence better goes on.
 */
export class Watchdog {
  private contradictions = 0;
  private moved = 0;

  /** How often the track was put elsewhere. */
  get restarts(): number {
    return this.moved;
  }

  rest(): void {
    this.contradictions = 0;
  }

  watch(smoother: Smoother, centre: CentroidFix, fit: Fit): void {
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
