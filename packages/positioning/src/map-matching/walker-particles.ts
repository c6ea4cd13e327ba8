import { normal, type Random } from '@daoyin/geometry';
import type { Belief } from '../belief';
import type { Step } from '../types';
import { type Estimate, estimateOf } from './estimate';
import { passageCost } from './ground';
import { Habit } from './habit';
import { LevelChanges } from './level-changes';
import { Particles } from './particles';
import { Purpose } from './purpose';
import { weighRest } from './rests';
import { STEPS } from './walk';
import type { WalkingMap } from './walking-map';

const COUNT = 800;
const RESAMPLE_BELOW = 0.5;
/** A step into a wall is drawn anew so often: people do not walk into walls. */
const DRAWS = 4;
const REDRAW_COST = 0.35;
const SIDESTEP_SD = 0.12;
const PLACE_DRAWS = 8;
const BLOCKED_WAY = 2;

const ANCHOR_MODEL_SD = 0.3;
/** Below this mean likelihood, relative to that of a perfect fit, the walker is elsewhere. */
const CONTRADICTION = 2e-4;
const DOUBT_OF_BIAS = 0.15;
const KERNEL = 0.3;

/** The particle filter of one walker between anchors: steps move the particles, the plan weighs them. */
export class WalkerParticles {
  private readonly particles = new Particles(COUNT);
  private readonly purpose = new Purpose(this.particles);
  private readonly habit = new Habit(this.particles);
  private readonly changes: LevelChanges;
  private last: Step | undefined;

  constructor(
    private readonly map: WalkingMap,
    private readonly levels: number,
    private readonly random: Random,
  ) {
    this.changes = new LevelChanges(this.particles, map.shafts, random);
  }

  /** Starts at a place, with nothing known of heading bias and step scale. */
  startAt(x: number, y: number, level: number, sd: number): void {
    const { particles, random } = this;
    for (let i = 0; i < COUNT; i++) {
      const wide = random() < STEPS.widerShare;
      particles.bias[i] = normal(random) * (wide ? STEPS.widerBiasSd : STEPS.biasSd);
      particles.scale[i] = 1 + STEPS.scaleSd * normal(random);
    }
    this.place(x, y, level, () => [sd * normal(random), sd * normal(random)]);
  }

  /** Goes on from what another engine believes. */
  seed({ x, y, level, covariance, bias, scale }: Belief): void {
    const { particles, random } = this;
    const [xx, xy, yy] = covariance;
    const sdX = Math.sqrt(xx);
    const slope = xy / xx;
    const rest = Math.sqrt(Math.max(1e-6, yy - slope * xy));
    for (let i = 0; i < COUNT; i++) {
      particles.bias[i] = bias.mean + Math.max(bias.sd, 0.02) * normal(random);
      particles.scale[i] = scale.mean + Math.max(scale.sd, 0.01) * normal(random);
    }
    this.place(x, y, level, () => {
      const dx = sdX * normal(random);
      return [dx, slope * dx + rest * normal(random)];
    });
  }

  /** A place that the walker told; gives whether it contradicted what was believed. */
  anchor(x: number, y: number, level: number, sigma: number): boolean {
    const { particles, random } = this;
    const sd = Math.hypot(sigma, ANCHOR_MODEL_SD);
    const nearness = Float64Array.from(particles.x, (px, i) =>
      particles.level[i] === level ? -((px - x) ** 2 + (particles.y[i]! - y) ** 2) / (2 * sd * sd) : -1e3,
    );
    let fit = 0;
    particles.normalise();
    for (let i = 0; i < COUNT; i++) fit += particles.weight[i]! * Math.exp(nearness[i]!);
    if (fit < CONTRADICTION) {
      this.restartAt(x, y, level, sigma);
      return true;
    }
    for (let i = 0; i < COUNT; i++) particles.weigh(i, nearness[i]!);
    particles.normalise();
    const bias = particles.spreadOf(particles.bias);
    particles.resample(random);
    for (let i = 0; i < COUNT; i++) {
      particles.x[i] = particles.x[i]! + KERNEL * sigma * normal(random);
      particles.y[i] = particles.y[i]! + KERNEL * sigma * normal(random);
      particles.bias[i] = particles.bias[i]! + KERNEL * bias.sd * normal(random);
    }
    this.purpose.begin();
    return false;
  }

  step(step: Step, afterPause: boolean): void {
    const { particles, random, map } = this;
    const seconds = this.last ? Math.min(60, (step.atMs - this.last.atMs) / 1000) : 0.6;
    if (afterPause) this.pause();
    this.last = step;
    const turned = STEPS.biasWalk * Math.sqrt(seconds);
    const rescaled = STEPS.scaleWalk * Math.sqrt(seconds);
    const notMade = afterPause ? STEPS.falseAfterPause : STEPS.missedShare / 4;
    for (let i = 0; i < COUNT; i++) {
      particles.bias[i] = particles.bias[i]! + turned * normal(random);
      particles.scale[i] = particles.scale[i]! + rescaled * normal(random);
      if (random() < notMade) continue;
      this.move(i, step);
      this.changes.step(i);
    }
    this.habit.step(step.heading, (level) => map.axes[level]);
    this.purpose.step(step.length, (level) => map.grounds[level]);
    this.settle();
  }

  /** The walker has stood for some seconds. */
  rest(): void {
    weighRest(this.particles, this.map.places);
    this.changes.ride();
    this.settle();
  }

  estimate(): Estimate {
    return estimateOf(this.particles, this.levels);
  }

  /** Mean and standard deviation of heading bias and step scale. */
  get gait(): Pick<Belief, 'bias' | 'scale'> {
    const { particles } = this;
    return { bias: particles.spreadOf(particles.bias), scale: particles.spreadOf(particles.scale) };
  }

  /** Every `nth` particle: x, y, level, weight. */
  sample(nth: number): { x: number; y: number; level: number; weight: number }[] {
    const { x, y, level, weight } = this.particles;
    const points = [];
    for (let i = 0; i < COUNT; i += nth)
      points.push({ x: x[i]!, y: y[i]!, level: level[i]!, weight: weight[i]! * nth });
    return points;
  }

  private move(i: number, { length, heading }: Step): void {
    const { particles, random, map } = this;
    const { x, y, level, bias, scale } = particles;
    const ground = map.grounds[level[i]!];
    const strides = random() < STEPS.missedShare ? 2 : 1;
    const [fromX, fromY] = [x[i]!, y[i]!];
    let least = Number.POSITIVE_INFINITY;
    for (let draw = 0; draw < DRAWS && least > draw * REDRAW_COST; draw++) {
      const sd = STEPS.headingSd * (1 + 2 * draw);
      const direction = heading + bias[i]! + sd * normal(random);
      const metres = strides * length * scale[i]! * (1 + STEPS.lengthSd * normal(random));
      const aside = draw * SIDESTEP_SD * normal(random);
      const toX = fromX + metres * Math.cos(direction) - aside * Math.sin(direction);
      const toY = fromY + metres * Math.sin(direction) + aside * Math.cos(direction);
      const cost = draw * REDRAW_COST + (ground ? passageCost(ground, fromX, fromY, toX, toY) : 0);
      if (cost >= least) continue;
      least = cost;
      x[i] = toX;
      y[i] = toY;
    }
    particles.weigh(i, -least);
  }

  private pause(): void {
    this.habit.pause();
    this.purpose.begin();
  }

  private settle(): void {
    if (this.particles.normalise() < RESAMPLE_BELOW * COUNT) this.particles.resample(this.random);
  }

  private restartAt(x: number, y: number, level: number, sd: number): void {
    const { particles, random } = this;
    particles.normalise();
    particles.resample(random);
    this.habit.forget();
    for (let i = 0; i < COUNT; i++) {
      const anew = random() < 0.5;
      particles.bias[i] = anew
        ? STEPS.biasSd * normal(random)
        : particles.bias[i]! + DOUBT_OF_BIAS * normal(random);
    }
    this.place(x, y, level, () => [sd * normal(random), sd * normal(random)]);
  }

  /** Puts all particles round a place, where they can stand, on this side of its walls. */
  private place(x: number, y: number, level: number, offset: () => readonly [number, number]): void {
    const { particles, map } = this;
    const ground = map.grounds[level];
    particles.equalise();
    for (let i = 0; i < COUNT; i++) {
      for (let draw = 0; draw < PLACE_DRAWS; draw++) {
        const [dx, dy] = offset();
        particles.x[i] = x + dx;
        particles.y[i] = y + dy;
        if (!ground || passageCost(ground, x, y, x + dx, y + dy) < BLOCKED_WAY) break;
      }
    }
    particles.level.fill(level);
    this.habit.pause();
    this.purpose.begin();
  }
}
