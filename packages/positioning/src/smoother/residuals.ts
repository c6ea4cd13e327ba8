import { patternDb } from './heard-through';
import { AMPLITUDE, BODY, type Evidence, GAIN, PER_KNOT, SHARED, WALLS } from './window';

/** From a place to a beacon: a unit vector's two horizontal parts, and how long they are, the cosine of the elevation. */
export interface Direction {
  toBeaconX: number;
  toBeaconY: number;
  aside: number;
}

/** A beacon as the model hears it from a place: level in dBm, what walls take of it in dB, and where it is. */
export interface Heard extends Direction {
  expectedDbm: number;
  wallsDb: number;
}

export function nothingHeard(): Heard {
  return { expectedDbm: 0, wallsDb: 0, toBeaconX: 0, toBeaconY: 0, aside: 0 };
}

const heard = nothingHeard();

/** What the model misses of a beacon at knot `k` of a packed track, in dB: linear about the place where it was last evaluated. */
export function linearResidual(evidence: Evidence, k: number, states: Float64Array, track: number): number {
  const { slopeX, slopeY, atX, atY } = evidence;
  const own = track + SHARED + PER_KNOT * k;
  heard.expectedDbm =
    evidence.expectedDbm[k]! +
    slopeX[k]! * (states[own]! - atX[k]!) +
    slopeY[k]! * (states[own + 1]! - atY[k]!);
  heard.wallsDb = evidence.wallsDb[k]!;
  heard.toBeaconX = evidence.toBeaconX[k]!;
  heard.toBeaconY = evidence.toBeaconY[k]!;
  heard.aside = evidence.aside[k]!;
  return residual(evidence, k, heard, states, track);
}

/** What is missed of a beacon that is heard so at knot `k` of the packed track that begins at `states[track]`, in dB. */
export function residual(
  evidence: Evidence,
  k: number,
  { expectedDbm, wallsDb, toBeaconX, toBeaconY, aside }: Heard,
  states: Float64Array,
  track: number,
): number {
  const body = track + SHARED + PER_KNOT * k + BODY;
  const shade =
    toBeaconX * states[body]! + toBeaconY * states[body + 1]! - states[track + AMPLITUDE]! * (aside - 1);
  const walls = (1 - states[track + WALLS]!) * wallsDb;
  const pattern = patternDb(evidence, k, states, track);
  return evidence.rssiDbm[k]! - expectedDbm - shade - walls - pattern - states[track + GAIN]!;
}

/** The direction from a place to a beacon. */
export function aim(
  into: Direction,
  beacon: { readonly x: number; readonly y: number; readonly z: number },
  x: number,
  y: number,
  receiverZ: number,
): void {
  const [dx, dy, dz] = [beacon.x - x, beacon.y - y, beacon.z - receiverZ];
  const squared = dx * dx + dy * dy;
  const reach = Math.sqrt(squared + dz * dz) || 1;
  into.toBeaconX = dx / reach;
  into.toBeaconY = dy / reach;
  into.aside = Math.sqrt(squared) / reach;
}
