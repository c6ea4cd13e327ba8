/**
 * What is known of a beacon's levels about their trend before anybody listened: standard deviations in dB, and metres. All are learnt
 * from the survey itself (`learnField`).
 */
export interface FieldPrior {
  /** Shadowing over place, and the distance over which its correlation falls to 1/e. */
  readonly sdDb: number;
  readonly correlationLength: number;
  /** The beacon's own pattern over azimuth. */
  readonly patternSdDb: number;
  /** Spread of the path-loss exponent from beacon to beacon. */
  readonly exponentSd: number;
  /** What one reading is off by, and what no number of readings removes: other hands, other crowds, a moved chair. */
  readonly readingSdDb: number;
  readonly lastingSdDb: number;
}

export const usualField: FieldPrior = {
  sdDb: 3.5,
  correlationLength: 4,
  patternSdDb: 1.2,
  exponentSd: 0.2,
  readingSdDb: 4,
  lastingSdDb: 1.2,
};

/** The power of a beacon is as good as unknown: registers are, and receivers differ. */
export const POWER_SD_DB = 8;

/** Places with what the kernel needs to know of each: columns. */
export class KernelPlaces {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Direction from the beacon, of length 1 but near it. */
  readonly u: Float64Array;
  readonly v: Float64Array;
  /** Decades of distance from the beacon against a typical one, times 10: what one unit of exponent costs in dB. */
  readonly decades: Float64Array;

  constructor(readonly count: number) {
    this.x = new Float64Array(count);
    this.y = new Float64Array(count);
    this.u = new Float64Array(count);
    this.v = new Float64Array(count);
    this.decades = new Float64Array(count);
  }
}

const PATTERN_SPREAD = 0.9;
const NEAR_METRES = 1;
const TYPICAL_METRES = 5;

/** Further away, shadowing is below a thousandth of its variance. */
const SHADOW_REACH = 7;
const AZIMUTHS = 32;

/** What is summed once over weighted places, for `Kernel.sum`. */
export interface KernelMoments {
  readonly weight: number;
  readonly decades: number;
  readonly byAzimuth: Float64Array;
}

/** Where the beacon hangs, `up` metres above the receiver; absent where nobody knows: then pattern and exponent are left out. */
export interface KernelSource {
  readonly x: number;
  readonly y: number;
  readonly up: number;
}

/**
 * Covariance in dB² of one beacon's levels about their trend, as a sum of what they are made of: power, path-loss exponent, pattern over
 * azimuth, and shadowing with exponential correlation (Gudmundson 1991).
 */
export class Kernel {
  private readonly power = POWER_SD_DB ** 2;
  private readonly shadow: number;
  private readonly pattern: number;
  private readonly exponent: number;
  private readonly rate: number;

  constructor(
    readonly prior: FieldPrior,
    private readonly source: KernelSource | undefined,
  ) {
    this.shadow = prior.sdDb ** 2;
    this.pattern = source ? prior.patternSdDb ** 2 : 0;
    this.exponent = source ? prior.exponentSd ** 2 : 0;
    this.rate = 1 / prior.correlationLength;
  }

  /** These places, as the kernel sees them. */
  places(points: readonly { readonly x: number; readonly y: number }[]): KernelPlaces {
    const places = new KernelPlaces(points.length);
    for (let i = 0; i < points.length; i++) this.put(places, i, points[i]!.x, points[i]!.y);
    return places;
  }

  /** Puts a place to number `i` of some. */
  put(places: KernelPlaces, i: number, x: number, y: number): void {
    places.x[i] = x;
    places.y[i] = y;
    const { source } = this;
    if (!source) return;
    const dx = x - source.x;
    const dy = y - source.y;
    const flat = Math.sqrt(dx * dx + dy * dy);
    const far = Math.sqrt(flat * flat + source.up * source.up);
    const reach = Math.max(flat, NEAR_METRES);
    places.u[i] = dx / reach;
    places.v[i] = dy / reach;
    places.decades[i] = 10 * Math.log10(Math.max(0.5, far) / TYPICAL_METRES);
  }

  /** Covariances in dB² of place `i` of some with the first `count` of others, into `out` from `first` on. */
  fillBetween(
    at: KernelPlaces,
    i: number,
    others: KernelPlaces,
    count: number,
    out: Float64Array,
    first = 0,
  ): void {
    const { x, y, u, v, decades } = others;
    for (let j = 0; j < count; j++) {
      const dx = at.x[i]! - x[j]!;
      const dy = at.y[i]! - y[j]!;
      const du = at.u[i]! - u[j]!;
      const dv = at.v[i]! - v[j]!;
      let covariance = this.power + this.shadow * Math.exp(-this.rate * Math.sqrt(dx * dx + dy * dy));
      if (this.source)
        covariance += this.pattern * patternOf(du, dv) + this.exponent * at.decades[i]! * decades[j]!;
      out[first + j] = covariance;
    }
  }

  /** Σ weights[j] · the covariance of place `i` with each; with the `moments` of the same weights, a third of the time of the plain sum. */
  sum(
    at: KernelPlaces,
    i: number,
    places: KernelPlaces,
    weights: Float64Array,
    { weight, decades, byAzimuth }: KernelMoments,
  ): number {
    let shadow = 0;
    const reach = SHADOW_REACH / this.rate;
    const reachSquared = reach * reach;
    for (let j = 0; j < places.count; j++) {
      const dx = at.x[i]! - places.x[j]!;
      const dy = at.y[i]! - places.y[j]!;
      const squared = dx * dx + dy * dy;
      if (squared < reachSquared) shadow += weights[j]! * Math.exp(-this.rate * Math.sqrt(squared));
    }
    const plain = this.power * weight + this.shadow * shadow;
    if (!this.source) return plain;
    const pattern = patternSum(at.u[i]!, at.v[i]!, byAzimuth);
    return plain + this.exponent * at.decades[i]! * decades + this.pattern * pattern;
  }

  /** The sums of `sum` that need no place, and the pattern's at 0, 1, … of `AZIMUTHS` parts of the circle, last the centre's. */
  moments(places: KernelPlaces, weights: Float64Array): KernelMoments {
    const at = (u: number, v: number) =>
      weights.reduce((sum, weight, j) => sum + weight * patternOf(u - places.u[j]!, v - places.v[j]!), 0);
    const byAzimuth = new Float64Array(AZIMUTHS + 1);
    for (let i = 0; i < AZIMUTHS && this.source; i++) {
      const azimuth = (2 * Math.PI * i) / AZIMUTHS;
      byAzimuth[i] = at(Math.cos(azimuth), Math.sin(azimuth));
    }
    if (this.source) byAzimuth[AZIMUTHS] = at(0, 0);
    return {
      weight: weights.reduce((sum, weight) => sum + weight, 0),
      decades: weights.reduce((sum, weight, j) => sum + weight * places.decades[j]!, 0),
      byAzimuth,
    };
  }

  /** Variance of a level at place `i` of some, of which nothing was heard, the power aside. */
  variance(at: KernelPlaces, i: number): number {
    return this.shadow + this.pattern + this.exponent * at.decades[i]! ** 2;
  }
}

function patternOf(du: number, dv: number): number {
  return Math.exp(-(du * du + dv * dv) / (2 * PATTERN_SPREAD ** 2));
}

/** Linear between the azimuths, and from the centre outwards. */
function patternSum(u: number, v: number, byAzimuth: Float64Array): number {
  const turn = (Math.atan2(v, u) / (2 * Math.PI)) * AZIMUTHS;
  const part = Math.floor(turn);
  const first = (part + AZIMUTHS) % AZIMUTHS;
  const t = turn - part;
  const rim = (1 - t) * byAzimuth[first]! + t * byAzimuth[(first + 1) % AZIMUTHS]!;
  const out = Math.sqrt(u * u + v * v);
  return out * rim + (1 - out) * byAzimuth[AZIMUTHS]!;
}
