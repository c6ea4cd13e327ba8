import { type Axes, alongAxes, alongOrAcross } from './axes';
import type { Particles } from './particles';
import { StraightRun } from './straight-run';

/** Of walkers in halls, so many keep to the axes, and so many to the axes and the diagonals; the others go as they like. */
const ALONG_AXES = 0.2;
const ALONG_OR_ACROSS = 0.3;
const AS_THEY_LIKE = 1 - ALONG_AXES - ALONG_OR_ACROSS;
/** A walker's habit shows over several stretches, and fades. */
const FADE_A_STEP = 0.995;

/**
 * The main axes of a hall as evidence of the heading bias (heuristic drift elimination, Borenstein and Ojeda 2010; eight directions:
 * Jiménez et al. 2011). The habit is the walker's, not the stretch's: who turns by 30° keeps to no axes, and is not held to any.
 */
export class Habit {
  private readonly straight = new StraightRun();
  private readonly along: Float64Array;
  private readonly across: Float64Array;

  constructor(private readonly particles: Particles) {
    this.along = particles.column();
    this.across = particles.column();
  }

  /** Takes a step's reported heading, and weighs each particle by what its own heading then is. */
  step(heading: number, axesOf: (level: number) => Axes | undefined): void {
    const { particles, along, across } = this;
    const run = this.straight.add(heading);
    if (run.share === 0) return;
    for (let i = 0; i < particles.count; i++) {
      const axes = axesOf(particles.level[i]!);
      if (!axes) continue;
      const before = mixture(along[i]!, across[i]!);
      const own = run.heading + particles.bias[i]!;
      along[i] = along[i]! + run.share * alongAxes(axes, own);
      across[i] = across[i]! + run.share * alongOrAcross(axes, own);
      particles.weigh(i, mixture(along[i]!, across[i]!) - before);
      along[i] = along[i]! * FADE_A_STEP;
      across[i] = across[i]! * FADE_A_STEP;
    }
  }

  pause(): void {
    this.straight.reset();
  }

  forget(): void {
    this.straight.reset();
    this.along.fill(0);
    this.across.fill(0);
  }
}

function mixture(along: number, across: number): number {
  return Math.log(AS_THEY_LIKE + ALONG_AXES * Math.exp(along) + ALONG_OR_ACROSS * Math.exp(across));
}
