import { seededRandom } from '@daoyin/geometry';
import { radius95 } from '../accuracy';
import type { BeaconIndex } from '../beacon-index';
import type { Belief } from '../belief';
import type { Engine } from '../engine';
import type { AnchorSighting, EstimatorDebug, Position, Step } from '../types';
import type { Estimate } from './estimate';
import { WalkerParticles } from './walker-particles';
import type { WalkingMap } from './walking-map';

/** A walker whose next step is this late stands. */
const PAUSE_MS = 1600;
const REST_MS = 5000;
const STEPS_LAST_MS = 600_000;
/** Without a pedometer a told place is worth little soon. */
const TOLD_LASTS_MS = 20_000;
const UNSEEN_SPEED = 1;
const SURE_OF_LEVEL = 0.85;
/** What the particles leave out: errors that they share. */
const MODEL_SD = 0.3;
const DEBUG_EVERY = 4;

/**
 * Pedestrian dead reckoning between anchors, held to the plan by a particle filter: walls and counters, the axes of the hall, the
 * purpose of walks, rests at windows, rides. Works on the bare steps where there is no plan. Says nothing before the first anchor or
 * seed, nor while it cannot tell the level.
 */
export function mapMatchingEngine(index: BeaconIndex, map: WalkingMap, seed: number): Engine {
  return new MapMatchingEngine(index, map, seed);
}

class MapMatchingEngine implements Engine {
  private walker: WalkerParticles | undefined;
  private stepMs: number | undefined;
  private periodMs = 600;
  private lastStep: Step | undefined;
  private toldMs = Number.NEGATIVE_INFINITY;
  private rested = false;
  private estimated: Estimate | undefined;
  private contradictions = 0;

  constructor(
    private readonly index: BeaconIndex,
    private readonly map: WalkingMap,
    private readonly seedNumber: number,
  ) {}

  reading(): void {}

  step(step: Step): void {
    this.restUntil(step.atMs);
    const elapsed = this.stepMs === undefined ? Number.POSITIVE_INFINITY : step.atMs - this.stepMs;
    if (elapsed < PAUSE_MS) this.periodMs = 0.7 * this.periodMs + 0.3 * Math.max(300, elapsed);
    this.walker?.step(step, elapsed > PAUSE_MS);
    this.lastStep = step;
    this.stepMs = step.atMs;
    this.rested = false;
    this.estimated = undefined;
  }

  anchor({ at, atMs, sigma }: AnchorSighting, level: number): void {
    this.restUntil(atMs);
    if (!this.walker) {
      this.walker = this.newWalker();
      this.walker.startAt(at.x, at.y, level, sigma);
    } else if (this.walker.anchor(at.x, at.y, level, sigma)) this.contradictions++;
    this.toldMs = atMs;
    this.estimated = undefined;
  }

  tick(atMs: number): void {
    this.restUntil(atMs);
  }

  positionAt(atMs: number): Position | undefined {
    const { stepMs, walker } = this;
    if (!walker) return undefined;
    this.restUntil(atMs);
    const unseenMs = stepMs === undefined || stepMs < this.toldMs - STEPS_LAST_MS ? atMs - this.toldMs : 0;
    const lastMs = Math.max(this.toldMs, stepMs ?? Number.NEGATIVE_INFINITY);
    if (unseenMs > TOLD_LASTS_MS || atMs - lastMs > STEPS_LAST_MS) return undefined;
    const { x, y, level, levelShare, covariance, radius95: radius } = this.estimate();
    if (levelShare < SURE_OF_LEVEL) return undefined;
    const ahead = this.ahead(atMs);
    const unseen = (UNSEEN_SPEED * unseenMs) / 1000;
    const own = MODEL_SD ** 2 + (unseen / 2) ** 2;
    const [xx, xy, yy] = covariance;
    const widened = [xx + own, xy, yy + own] as const;
    return {
      atMs,
      x: x + ahead.x,
      y: y + ahead.y,
      level: this.index.levels[level]!.shortName,
      covariance: widened,
      accuracy95: Math.hypot(radius, radius95([own, 0, own])),
    };
  }

  /** What another engine may go on from; absent before the first anchor and while the level is unsure. */
  belief(): Belief | undefined {
    if (!this.walker) return undefined;
    const { x, y, level, levelShare, covariance } = this.estimate();
    if (levelShare < SURE_OF_LEVEL) return undefined;
    return { x, y, level, covariance, ...this.walker.gait };
  }

  seed(belief: Belief, atMs: number): void {
    this.walker ??= this.newWalker();
    this.walker.seed(belief);
    this.toldMs = atMs;
    this.rested = false;
    this.estimated = undefined;
  }

  debug(): EstimatorDebug {
    if (!this.walker) return { points: [], residuals: [], notes: ['waiting for an anchor'] };
    const { bias, scale } = this.walker.gait;
    const points = this.walker
      .sample(DEBUG_EVERY)
      .map((point) => ({ ...point, level: this.index.levels[point.level]!.shortName }));
    return {
      points,
      residuals: [],
      notes: [
        'steps and plan, no beacons',
        `heading bias ${bias.mean.toFixed(2)} ± ${bias.sd.toFixed(2)} rad, step scale ${scale.mean.toFixed(2)}`,
        `level ${(100 * this.estimate().levelShare).toFixed(0)} % sure`,
        `${this.contradictions} anchors elsewhere`,
      ],
    };
  }

  /** A pause that lasts is a rest: once, and before whatever comes next, so that the outcome does not depend on who asks when. */
  private restUntil(atMs: number): void {
    if (!this.walker || this.rested || this.stepMs === undefined || atMs - this.stepMs < REST_MS) return;
    this.rested = true;
    this.walker.rest();
    this.estimated = undefined;
  }

  private newWalker(): WalkerParticles {
    return new WalkerParticles(this.map, this.index.levels.length, seededRandom(this.seedNumber));
  }

  private estimate(): Estimate {
    this.estimated ??= this.walker!.estimate();
    return this.estimated;
  }

  /** The way since the last step, while the next one is under way: a step is reported at its end. */
  private ahead(atMs: number): { readonly x: number; readonly y: number } {
    const { lastStep, periodMs } = this;
    const elapsed = lastStep ? atMs - lastStep.atMs : Number.POSITIVE_INFINITY;
    if (!lastStep || lastStep.atMs <= this.toldMs || elapsed > PAUSE_MS) return { x: 0, y: 0 };
    const { bias, scale } = this.walker!.gait;
    const metres = Math.min(1, elapsed / periodMs) * lastStep.length * scale.mean;
    const direction = lastStep.heading + bias.mean;
    return { x: metres * Math.cos(direction), y: metres * Math.sin(direction) };
  }
}
