import { seededRandom } from '@daoyin/geometry';
import { atLeast, type Covariance2, radius95 } from '../accuracy';
import type { BeaconIndex } from '../beacon-index';
import type { Engine } from '../engine';
import type { AnchorSighting, EstimatorDebug, Position, Step } from '../types';
import { Cloud } from './cloud';
import { Listening } from './listening';
import type { Places } from './places';
import { staticFix } from './static-fix';

const FEWEST_BEACONS = 3;
const STEPS_LAST_MS = 60_000;
const LAST_FOR_MS = 20_000;

const GAIN_SD_DB = 5;
const SCATTERED_SHARE = 0.02;
const SCATTER_EVERY_MS = 1000;

/** What the cloud leaves out: errors of the map that all particles share. */
const COVARIANCE_FACTOR = 1;
const MODEL_SD = 1;
const KNOWS_WITHIN = 40;

/**
 * A particle filter over a learnt radio map: it needs neither a floor plan nor the places of the beacons, only what a survey heard. It starts
 * wherever the last seconds are likely, walks by steps where there are any, and keeps a few particles at other likely
 * places in case it is lost (Thrun et al. 2001, mixture Monte Carlo localisation).
 */
export function fingerprintEngine(index: BeaconIndex, places: Places, gainDb: number, seed: number): Engine {
  return new FingerprintEngine(index, places, gainDb, seed);
}

class FingerprintEngine implements Engine {
  private readonly listening = new Listening();
  private readonly cloud: Cloud;
  private steps: Step[] = [];
  private lastStepMs = Number.NEGATIVE_INFINITY;
  private tickMs: number | undefined;
  private scatteredMs = 0;
  private started = false;
  private toldMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly index: BeaconIndex,
    private readonly places: Places,
    private readonly gainDb: number,
    seed: number,
  ) {
    this.cloud = new Cloud(places, seededRandom(seed), gainDb, GAIN_SD_DB);
  }

  reading(beacon: number, atMs: number, rssiDbm: number): void {
    if (!this.places.expected(beacon)) return;
    this.listening.hear(beacon, atMs, rssiDbm);
    this.toldMs = atMs;
  }

  step(step: Step): void {
    this.steps.push(step);
    this.lastStepMs = step.atMs;
    this.toldMs = Math.max(this.toldMs, step.atMs);
  }

  anchor({ at, atMs, sigma }: AnchorSighting, level: number): void {
    this.steps = [];
    this.cloud.pin(at.x, at.y, level, sigma);
    this.started = true;
    this.toldMs = atMs;
  }

  tick(atMs: number): void {
    const seconds = Math.min(5, (atMs - (this.tickMs ?? atMs - 500)) / 1000);
    this.tickMs = atMs;
    const steps = this.steps;
    this.steps = [];
    const heard = this.listening.take(atMs);
    if (!this.started) {
      this.start(atMs);
      return;
    }
    for (const step of steps) this.cloud.step(step);
    this.cloud.drift(seconds, atMs - this.lastStepMs < STEPS_LAST_MS);
    this.cloud.weigh(heard);
    if (atMs - this.scatteredMs >= SCATTER_EVERY_MS) this.scatter(atMs);
  }

  private start(atMs: number): void {
    const recent = this.listening.recent(atMs);
    if (recent.length < FEWEST_BEACONS) return;
    const fix = staticFix(this.places, recent, this.gainDb, GAIN_SD_DB);
    if (!fix) return;
    this.cloud.start(fix);
    this.started = true;
    this.scatteredMs = atMs;
  }

  private scatter(atMs: number): void {
    this.scatteredMs = atMs;
    const recent = this.listening.recent(atMs);
    if (recent.length < FEWEST_BEACONS) return;
    const fix = staticFix(this.places, recent, this.cloud.constants().gainDb, 1);
    if (fix) this.cloud.scatter(SCATTERED_SHARE, fix);
  }

  positionAt(atMs: number): Position | undefined {
    if (!this.started || atMs - this.toldMs > LAST_FOR_MS) return undefined;
    const { x, y, level, covariance } = this.cloud.estimate();
    const own = MODEL_SD ** 2;
    const [xx, xy, yy] = covariance.map((entry) => entry * COVARIANCE_FACTOR) as unknown as Covariance2;
    const honest = atLeast([xx + own, xy, yy + own], own);
    const accuracy95 = radius95(honest);
    if (accuracy95 > KNOWS_WITHIN) return undefined;
    return { atMs, x, y, level: this.index.levels[level]!.shortName, covariance: honest, accuracy95 };
  }

  debug(): EstimatorDebug {
    const { xs, ys, levels, weights } = this.cloud;
    const { gainDb, bias, scale } = this.cloud.constants();
    const points = [...xs].map((x, i) => ({
      x,
      y: ys[i]!,
      level: this.index.levels[levels[i]!]!.shortName,
      weight: weights[i]!,
    }));
    return {
      points: this.started ? points : [],
      residuals: this.residuals(gainDb),
      notes: [
        `gain ${gainDb.toFixed(1)} dB`,
        `heading bias ${bias.toFixed(2)} rad, step scale ${scale.toFixed(2)}`,
      ],
    };
  }

  private residuals(gainDb: number): EstimatorDebug['residuals'] {
    if (!this.started) return [];
    const { x, y, level } = this.cloud.estimate();
    const square = this.places.at(x, y, level);
    return this.listening.recent(this.tickMs ?? 0).flatMap(({ beacon, meanDbm }) => {
      const expected = this.places.expected(beacon)?.dbm[square];
      if (expected === undefined) return [];
      return [{ beaconId: this.index.beacons[beacon]!.id, residualDb: meanDbm - gainDb - expected }];
    });
  }
}
