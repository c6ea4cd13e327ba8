import type { BeaconIndex } from '../beacon-index';
import type { Belief } from '../belief';
import type { Engine } from '../engine';
import type { AnchorSighting, EstimatorDebug, Position, Step } from '../types';
import { STEPS } from './walk';

const HEARD_MS = 4000;
const FEWEST_HEARD = 3;
const HEARD_KEPT = 64;
/** After a shorter silence the radio engine's own track is the better one: it remembers what it heard. */
const SHORT_SILENCE_MS = 8000;

/**
 * Two engines for one walker: `radio` while beacons are heard, `reckoning` by steps, plan and anchors while they are silent. Whoever
 * takes over goes on from the other's position, heading bias and step scale.
 */
export function handOverEngine(index: BeaconIndex, radio: Engine, reckoning: Engine): Engine {
  return new HandOverEngine(index, radio, reckoning);
}

class HandOverEngine implements Engine {
  private readonly heard: { readonly beacon: number; readonly atMs: number }[] = [];
  private silentSinceMs: number | undefined;
  private reckons = false;

  constructor(
    private readonly index: BeaconIndex,
    private readonly radio: Engine,
    private readonly reckoning: Engine,
  ) {}

  reading(beacon: number, atMs: number, rssiDbm: number, smoothedDbm?: number): void {
    if (this.index.beacons[beacon]!.placed) {
      this.heard.push({ beacon, atMs });
      if (this.heard.length > HEARD_KEPT) this.heard.shift();
    }
    if (this.reckons && this.audible(atMs)) this.toRadio(atMs);
    this.radio.reading(beacon, atMs, rssiDbm, smoothedDbm);
  }

  step(step: Step): void {
    if (!this.reckons && !this.audible(step.atMs)) this.toReckoning(step.atMs);
    if (this.reckons) this.reckoning.step?.(step);
    this.radio.step?.(step);
  }

  anchor(anchor: AnchorSighting, level: number): void {
    if (!this.audible(anchor.atMs)) {
      if (!this.reckons) this.toReckoning(anchor.atMs);
      this.reckoning.anchor?.(anchor, level);
      this.reckons = true;
    }
    this.radio.anchor?.(anchor, level);
  }

  tick(atMs: number): void {
    this.radio.tick(atMs);
    if (this.reckons) this.reckoning.tick(atMs);
  }

  positionAt(atMs: number): Position | undefined {
    return this.reckons ? this.reckoning.positionAt(atMs) : this.radio.positionAt(atMs);
  }

  debug(): EstimatorDebug {
    const inCharge = this.reckons ? this.reckoning : this.radio;
    return inCharge.debug?.() ?? { points: [], residuals: [], notes: [] };
  }

  /** Whether enough beacons were heard lately for a place by radio alone. */
  private audible(atMs: number): boolean {
    const beacons = new Set<number>();
    for (let i = this.heard.length - 1; i >= 0; i--) {
      const { beacon, atMs: heardMs } = this.heard[i]!;
      if (heardMs < atMs - HEARD_MS) break;
      beacons.add(beacon);
      if (beacons.size === FEWEST_HEARD) return true;
    }
    return false;
  }

  private toReckoning(atMs: number): void {
    const belief = this.radio.belief?.(atMs) ?? this.placeByRadio(atMs);
    if (!belief) return;
    this.reckoning.seed?.(belief, atMs);
    this.reckons = true;
    this.silentSinceMs = atMs;
  }

  /** The position of an engine that knows nothing of steps. */
  private placeByRadio(atMs: number): Belief | undefined {
    const position = this.radio.positionAt(atMs);
    const level = position && this.index.levelOf(position.level);
    if (!position || level === undefined) return undefined;
    const { x, y, covariance } = position;
    return {
      x,
      y,
      level,
      covariance,
      bias: { mean: 0, sd: STEPS.biasSd },
      scale: { mean: 1, sd: STEPS.scaleSd },
    };
  }

  private toRadio(atMs: number): void {
    this.reckons = false;
    const belief = this.reckoning.belief?.(atMs);
    const short = this.silentSinceMs !== undefined && atMs - this.silentSinceMs < SHORT_SILENCE_MS;
    if (belief && !short) this.radio.seed?.(belief, atMs);
    this.silentSinceMs = undefined;
  }
}
