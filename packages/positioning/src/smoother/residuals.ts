import type { RadioModel } from '../radio-model';
import { patternDb } from './heard-through';
import { AMPLITUDE, type Evidence, GAIN, WALLS, type Window } from './window';

/** A beacon as the model hears it from a place: level in dBm, direction, cosine of the elevation, what walls take of the level. */
interface Heard {
  expectedDbm: number;
  toBeaconX: number;
  toBeaconY: number;
  aside: number;
  wallsDb: number;
}

const heard: Heard = { expectedDbm: 0, toBeaconX: 0, toBeaconY: 0, aside: 0, wallsDb: 0 };
const NEAR_SQUARED = 0.1 ** 2;

/** What the model misses of a beacon at knot `k`, in dB: linear about the place where it was last evaluated. */
export function linearResidual(evidence: Evidence, k: number, window: Window): number {
  const { x, y } = window.knots[k]!;
  hearAsEvaluated(evidence, k);
  heard.expectedDbm +=
    evidence.slopeX[k]! * (x - evidence.atX[k]!) + evidence.slopeY[k]! * (y - evidence.atY[k]!);
  return residual(evidence, k, window);
}

/** The same at the very place of the knot, with the walls that are between it and the beacon. */
export function residualAtPlace(
  evidence: Evidence,
  k: number,
  window: Window,
  model: RadioModel,
  level: number,
  receiverZ: number,
): number {
  const { x, y } = window.knots[k]!;
  hearAsEvaluated(evidence, k);
  if ((x - evidence.atX[k]!) ** 2 + (y - evidence.atY[k]!) ** 2 > NEAR_SQUARED) {
    heard.expectedDbm = model.expectedDbm(evidence.beacon, x, y, level);
    heard.wallsDb = model.wallsDb?.(evidence.beacon, x, y, level) ?? 0;
    const place = model.placeOf(evidence.beacon);
    if (place) aim(heard, place, x, y, receiverZ);
  }
  return residual(evidence, k, window);
}

/** The direction to a beacon: a unit vector's two horizontal parts, and how long they are. */
export function aim(
  into: Pick<Heard, 'toBeaconX' | 'toBeaconY' | 'aside'>,
  beacon: { readonly x: number; readonly y: number; readonly z: number },
  x: number,
  y: number,
  receiverZ: number,
): void {
  const reach = Math.hypot(beacon.x - x, beacon.y - y, beacon.z - receiverZ) || 1;
  into.toBeaconX = (beacon.x - x) / reach;
  into.toBeaconY = (beacon.y - y) / reach;
  into.aside = Math.hypot(into.toBeaconX, into.toBeaconY);
}

function hearAsEvaluated(evidence: Evidence, k: number): void {
  heard.expectedDbm = evidence.expectedDbm[k]!;
  heard.toBeaconX = evidence.toBeaconX[k]!;
  heard.toBeaconY = evidence.toBeaconY[k]!;
  heard.aside = evidence.aside[k]!;
  heard.wallsDb = evidence.wallsDb[k]!;
}

function residual(evidence: Evidence, k: number, { knots, shared }: Window): number {
  const { bodyX, bodyY } = knots[k]!;
  const { expectedDbm, toBeaconX, toBeaconY, aside, wallsDb } = heard;
  const body = toBeaconX * bodyX + toBeaconY * bodyY - shared[AMPLITUDE]! * (aside - 1);
  const walls = (1 - shared[WALLS]!) * wallsDb;
  return evidence.rssiDbm[k]! - expectedDbm - body - walls - patternDb(evidence, k, shared) - shared[GAIN]!;
}
