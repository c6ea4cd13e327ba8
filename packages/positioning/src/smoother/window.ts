import type { Conveyor } from './conveyors';

/**
 * States that all knots share: receiver gain in dB, heading bias in radians, scale of step lengths, half of what the walker's body takes
 * from behind against in front in dB, how much walls weigh against the plan, and how far the body's shadow leans to the left in dB.
 */
export const GAIN = 0;
export const BIAS = 1;
export const SCALE = 2;
export const AMPLITUDE = 3;
export const WALLS = 4;
export const SIDE = 5;
/** First of the cosine and sine coefficients of the phone's pattern about the direction that the walker faces, in dB. */
export const PATTERN = 6;
export const HARMONICS = 2;
export const SHARED = PATTERN + 2 * HARMONICS;
/** Before anything was heard. */
export const SHARED_AT_FIRST = new Float64Array(SHARED);
SHARED_AT_FIRST[SCALE] = 1;
SHARED_AT_FIRST[AMPLITUDE] = 4;
SHARED_AT_FIRST[WALLS] = 1;
/** The shared states that what is heard depends on directly, by rising number. */
export const HEARD_THROUGH = Int32Array.of(
  GAIN,
  AMPLITUDE,
  WALLS,
  ...Array.from({ length: 2 * HARMONICS }, (_, i) => PATTERN + i),
);
/** States of each knot: position in metres, and the body's vector in dB, which points where the walker faces. */
export const PER_KNOT = 4;
export const BODY = 2;

/** How the walker came to a knot: by steps, standing still by what the steps say, or unknown. */
export type Gait = 'steps' | 'still' | 'free';

/** One moment of the track, about a second of evidence. */
export interface Knot {
  atMs: number;
  x: number;
  y: number;
  bodyX: number;
  bodyY: number;
  gait: Gait;
  /** Heading of the steps, as reported. */
  heading: number;
  /** Way from the knot before, by steps, in the frame of their headings. */
  dx: number;
  dy: number;
  /** Seconds since the knot before. */
  seconds: number;
  /** What may have carried the walker on from the knot before without a step. */
  conveyor: Conveyor | undefined;
}

/** What one beacon said at each knot, and the model's level there, linear about the place where it was last evaluated. */
export interface Evidence {
  readonly beacon: number;
  /** By knot: 0 nothing said, 1 said, 2 said and linearised. */
  readonly heard: Uint8Array;
  readonly rssiDbm: Float64Array;
  readonly variance: Float64Array;
  readonly shadowSdDb: Float64Array;
  readonly shadowLength: Float64Array;
  readonly atX: Float64Array;
  readonly atY: Float64Array;
  readonly expectedDbm: Float64Array;
  readonly slopeX: Float64Array;
  readonly slopeY: Float64Array;
  readonly toBeaconX: Float64Array;
  readonly toBeaconY: Float64Array;
  /** Cosine of the elevation, and what the walls between take by the plan, in dB. */
  readonly aside: Float64Array;
  readonly wallsDb: Float64Array;
  /** By knot, then by `HEARD_THROUGH`: derivatives of what is heard. */
  readonly through: Float64Array;
  /** Knots with evidence, and the inverse covariance of their residuals: the work of `RadioFactors`. */
  readonly used: Int32Array;
  usedCount: number;
  readonly precision: Float64Array;
  /** Probability that the beacon transmits at all. */
  alive: number;
}

/** The last knots of a track with all that was heard at them: what the smoother fits. Oldest first. */
export class Window {
  readonly knots: Knot[] = [];
  readonly shared = SHARED_AT_FIRST.slice();
  private readonly byBeacon = new Map<number, Evidence>();

  constructor(readonly mostKnots: number) {}

  get size(): number {
    return SHARED + PER_KNOT * this.knots.length;
  }

  get stride(): number {
    return SHARED + PER_KNOT * this.mostKnots;
  }

  get newest(): Knot | undefined {
    return this.knots.at(-1);
  }

  get evidence(): IterableIterator<Evidence> {
    return this.byBeacon.values();
  }

  find(beacon: number): Evidence | undefined {
    return this.byBeacon.get(beacon);
  }

  open(beacon: number): Evidence {
    const known = this.byBeacon.get(beacon);
    if (known) return known;
    const opened = emptyEvidence(beacon, this.mostKnots);
    this.byBeacon.set(beacon, opened);
    return opened;
  }

  /** Keeps the `most` beacons that rank highest. */
  keepBest(most: number, rank: (beacon: number) => number): void {
    if (this.byBeacon.size <= most) return;
    const ranked = [...this.byBeacon.keys()].map((beacon) => ({ beacon, rank: rank(beacon) }));
    ranked.sort((a, b) => b.rank - a.rank || a.beacon - b.beacon);
    for (const { beacon } of ranked.slice(most)) this.byBeacon.delete(beacon);
  }

  dropOldest(): void {
    this.knots.shift();
    const count = this.knots.length;
    for (const [beacon, evidence] of this.byBeacon) {
      for (const column of columnsOf(evidence)) column.copyWithin(0, 1);
      evidence.heard.copyWithin(0, 1);
      evidence.heard[this.mostKnots - 1] = 0;
      if (!evidence.heard.subarray(0, count).some((mark) => mark > 0)) this.byBeacon.delete(beacon);
    }
  }

  clear(): void {
    this.knots.length = 0;
    this.byBeacon.clear();
  }

  pack(out: Float64Array): void {
    out.set(this.shared);
    for (let k = 0, i = SHARED; k < this.knots.length; k++, i += PER_KNOT) {
      const knot = this.knots[k]!;
      out[i] = knot.x;
      out[i + 1] = knot.y;
      out[i + 2] = knot.bodyX;
      out[i + 3] = knot.bodyY;
    }
  }

  unpack(state: Float64Array): void {
    for (let i = 0; i < SHARED; i++) this.shared[i] = state[i]!;
    for (let k = 0, i = SHARED; k < this.knots.length; k++, i += PER_KNOT) {
      const knot = this.knots[k]!;
      knot.x = state[i]!;
      knot.y = state[i + 1]!;
      knot.bodyX = state[i + 2]!;
      knot.bodyY = state[i + 3]!;
    }
  }
}

function columnsOf(evidence: Evidence): Float64Array[] {
  return [
    evidence.rssiDbm,
    evidence.variance,
    evidence.shadowSdDb,
    evidence.shadowLength,
    evidence.atX,
    evidence.atY,
    evidence.expectedDbm,
    evidence.slopeX,
    evidence.slopeY,
    evidence.toBeaconX,
    evidence.toBeaconY,
    evidence.aside,
    evidence.wallsDb,
  ];
}

function emptyEvidence(beacon: number, knots: number): Evidence {
  const column = (): Float64Array => new Float64Array(knots);
  return {
    beacon,
    heard: new Uint8Array(knots),
    rssiDbm: column(),
    variance: column(),
    shadowSdDb: column(),
    shadowLength: column(),
    atX: column(),
    atY: column(),
    expectedDbm: column(),
    slopeX: column(),
    slopeY: column(),
    toBeaconX: column(),
    toBeaconY: column(),
    aside: column(),
    wallsDb: column(),
    through: new Float64Array(knots * HEARD_THROUGH.length),
    used: new Int32Array(knots),
    usedCount: 0,
    precision: new Float64Array(knots * knots),
    alive: 0.97,
  };
}
