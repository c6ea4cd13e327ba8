import { type Ground, isFree, lengthOf } from './ground';
import type { Particles } from './particles';

const KNOTS = 10;
const KNOT_METRES = 1.3;
/** People who walk to somewhere do not turn where they could have cut the corner; some do all the same. */
const DETOUR_METRES = 0.28;
const WANDERERS = 0.03;
const FORGET = 0.93;
const WORTH_A_LOOK = 0.15;

/**
 * The purpose of a walk as evidence: on a purposeful way, no two of its points that see each other are joined by a way much longer than
 * the straight line. Each particle keeps the knots of its last 13 m and the shortest way over them; what it walks more is a detour.
 */
export class Purpose {
  private readonly xs: Float64Array[];
  private readonly ys: Float64Array[];
  private readonly shortest: Float64Array[];
  private readonly excess: Float64Array;
  private metres = 0;
  private knots = 0;

  constructor(private readonly particles: Particles) {
    const ring = (): Float64Array[] => Array.from({ length: KNOTS }, () => particles.column());
    this.xs = ring();
    this.ys = ring();
    this.shortest = ring();
    this.excess = particles.column();
  }

  /** A new errand begins where each particle is. */
  begin(): void {
    this.knots = 0;
    this.metres = 0;
    this.excess.fill(0);
    this.addKnot(() => undefined);
  }

  /** Takes a step of so many metres into account; weighs each particle by the detour that it would have made. */
  step(metres: number, groundOf: (level: number) => Ground | undefined): void {
    this.metres += metres;
    if (this.metres < KNOT_METRES) return;
    this.metres = 0;
    this.addKnot(groundOf);
  }

  private addKnot(groundOf: (level: number) => Ground | undefined): void {
    const { particles, knots } = this;
    const slot = knots % KNOTS;
    const first = Math.max(0, knots - KNOTS + 1);
    for (let i = 0; i < particles.count; i++) {
      const [x, y] = [particles.x[i]!, particles.y[i]!];
      const shortest = knots === 0 ? 0 : this.reach(i, first, groundOf(particles.level[i]!));
      this.xs[slot]![i] = x;
      this.ys[slot]![i] = y;
      this.shortest[slot]![i] = shortest;
    }
    this.knots++;
  }

  /** The shortest way to where particle i is now, over the knots that it sees from there. */
  private reach(i: number, first: number, ground: Ground | undefined): number {
    const { particles, xs, ys, knots } = this;
    const [x, y] = [particles.x[i]!, particles.y[i]!];
    const before = (knots - 1) % KNOTS;
    const leg = lengthOf(x - xs[before]![i]!, y - ys[before]![i]!);
    let best = this.shortest[before]![i]! + leg;
    const direct = best;
    for (let knot = first; ground && knot < knots - 1; knot++) {
      const slot = knot % KNOTS;
      const [px, py] = [xs[slot]![i]!, ys[slot]![i]!];
      const length = this.shortest[slot]![i]! + lengthOf(x - px, y - py);
      if (length < best - WORTH_A_LOOK && isFree(ground, px, py, x, y)) best = length;
    }
    const remembered = this.excess[i]! * FORGET;
    this.excess[i] = remembered + direct - best;
    if (direct > best) particles.weigh(i, purposeful(this.excess[i]!) - purposeful(remembered));
    return best;
  }
}

function purposeful(excess: number): number {
  return Math.log((1 - WANDERERS) * Math.exp(-excess / DETOUR_METRES) + WANDERERS);
}
