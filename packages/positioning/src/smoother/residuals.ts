import {
  AMPLITUDE,
  BODY,
  type Evidence,
  GAIN,
  HARMONICS,
  HEARD_THROUGH,
  PATTERN,
  PER_KNOT,
  SHARED,
  WALLS,
} from './window';

const COLUMNS = HEARD_THROUGH.length;
const OF_PATTERN = 2 * HARMONICS;

/** One beacon as the model hears it from some places: level in dBm, what walls take of it in dB, and where it is. */
export class Heard {
  readonly expectedDbm: Float64Array;
  readonly wallsDb: Float64Array;
  /** Unit vectors to the beacon: their two horizontal parts, and how long these are, the cosine of the elevation. */
  readonly toBeaconX: Float64Array;
  readonly toBeaconY: Float64Array;
  readonly aside: Float64Array;

  constructor(places: number) {
    this.expectedDbm = new Float64Array(places);
    this.wallsDb = new Float64Array(places);
    this.toBeaconX = new Float64Array(places);
    this.toBeaconY = new Float64Array(places);
    this.aside = new Float64Array(places);
  }

  /** The place of knot `k` of a packed track that begins at `states[track]`: linear about the place where the model was last evaluated. */
  linearAt(place: number, evidence: Evidence, k: number, states: Float64Array, track: number): void {
    const { slopeX, slopeY, atX, atY } = evidence;
    const own = track + SHARED + PER_KNOT * k;
    this.expectedDbm[place] =
      evidence.expectedDbm[k]! +
      slopeX[k]! * (states[own]! - atX[k]!) +
      slopeY[k]! * (states[own + 1]! - atY[k]!);
    this.wallsDb[place] = evidence.wallsDb[k]!;
    this.toBeaconX[place] = evidence.toBeaconX[k]!;
    this.toBeaconY[place] = evidence.toBeaconY[k]!;
    this.aside[place] = evidence.aside[k]!;
  }
}

/** What is missed of a beacon, in dB, into `out[index]`: it is heard like `heard[place]` at knot `k` of the track at `states[track]`. */
export function fillResidual(
  out: Float64Array,
  index: number,
  evidence: Evidence,
  k: number,
  heard: Heard,
  place: number,
  states: Float64Array,
  track: number,
): void {
  const body = track + SHARED + PER_KNOT * k + BODY;
  const shade =
    heard.toBeaconX[place]! * states[body]! +
    heard.toBeaconY[place]! * states[body + 1]! -
    states[track + AMPLITUDE]! * (heard.aside[place]! - 1);
  const walls = (1 - states[track + WALLS]!) * heard.wallsDb[place]!;
  let residual = evidence.rssiDbm[k]! - heard.expectedDbm[place]! - shade - walls - states[track + GAIN]!;
  for (let c = 0, at = k * COLUMNS + COLUMNS - OF_PATTERN; c < OF_PATTERN; c++)
    residual -= evidence.through[at + c]! * states[track + PATTERN + c]!;
  out[index] = residual;
}

/** The direction from a place to a beacon, into element `index` of the three. */
export function aim(
  into: Pick<Evidence, 'toBeaconX' | 'toBeaconY' | 'aside'>,
  index: number,
  beacon: { readonly x: number; readonly y: number; readonly z: number },
  x: number,
  y: number,
  receiverZ: number,
): void {
  const dx = beacon.x - x;
  const dy = beacon.y - y;
  const dz = beacon.z - receiverZ;
  const squared = dx * dx + dy * dy;
  const reach = Math.sqrt(squared + dz * dz) || 1;
  into.toBeaconX[index] = dx / reach;
  into.toBeaconY[index] = dy / reach;
  into.aside[index] = Math.sqrt(squared) / reach;
}
