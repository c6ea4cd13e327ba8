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

/** A place with what the kernel needs to know of it. */
export interface KernelPlace {
  readonly x: number;
  readonly y: number;
  /** Direction from the beacon, of length 1 but near it. */
  readonly u: number;
  readonly v: number;
  /** Decades of distance from the beacon against a typical one, times 10: what one unit of exponent costs in dB. */
  readonly decades: number;
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

  place(x: number, y: number): KernelPlace {
    const { source } = this;
    if (!source) return { x, y, u: 0, v: 0, decades: 0 };
    const [dx, dy] = [x - source.x, y - source.y];
    const flat = Math.hypot(dx, dy);
    const decades = 10 * Math.log10(Math.max(0.5, Math.hypot(flat, source.up)) / TYPICAL_METRES);
    const reach = Math.max(flat, NEAR_METRES);
    return { x, y, u: dx / reach, v: dy / reach, decades };
  }

  between(a: KernelPlace, b: KernelPlace): number {
    const [dx, dy] = [a.x - b.x, a.y - b.y];
    const shadow = this.shadow * Math.exp(-this.rate * Math.sqrt(dx * dx + dy * dy));
    if (!this.source) return this.power + shadow;
    const [du, dv] = [a.u - b.u, a.v - b.v];
    return this.power + shadow + this.pattern * patternOf(du, dv) + this.exponent * a.decades * b.decades;
  }

  /** Σ weights[i] · between(at, places[i]); with the `moments` of the same weights, a third of the time of the plain sum. */
  sum(
    at: KernelPlace,
    places: readonly KernelPlace[],
    weights: Float64Array,
    { weight, decades, byAzimuth }: KernelMoments,
  ): number {
    let shadow = 0;
    const reach = SHADOW_REACH / this.rate;
    const reachSquared = reach * reach;
    for (let i = 0; i < places.length; i++) {
      const place = places[i]!;
      const [dx, dy] = [at.x - place.x, at.y - place.y];
      const squared = dx * dx + dy * dy;
      if (squared < reachSquared) shadow += weights[i]! * Math.exp(-this.rate * Math.sqrt(squared));
    }
    const plain = this.power * weight + this.shadow * shadow;
    if (!this.source) return plain;
    return plain + this.exponent * at.decades * decades + this.pattern * patternSum(at, byAzimuth);
  }

  /** The sums of `sum` that need no place, and the pattern's at 0, 1, … of `AZIMUTHS` parts of the circle, last the centre's. */
  moments(places: readonly KernelPlace[], weights: Float64Array): KernelMoments {
    const at = (u: number, v: number) =>
      places.reduce((sum, place, i) => sum + weights[i]! * patternOf(u - place.u, v - place.v), 0);
    const byAzimuth = new Float64Array(AZIMUTHS + 1);
    for (let i = 0; i < AZIMUTHS && this.source; i++) {
      const azimuth = (2 * Math.PI * i) / AZIMUTHS;
      byAzimuth[i] = at(Math.cos(azimuth), Math.sin(azimuth));
    }
    if (this.source) byAzimuth[AZIMUTHS] = at(0, 0);
    return {
      weight: weights.reduce((sum, weight) => sum + weight, 0),
      decades: places.reduce((sum, place, i) => sum + weights[i]! * place.decades, 0),
      byAzimuth,
    };
  }

  /** Variance of a level at a place of which nothing was heard, the power aside. */
  variance(at: KernelPlace): number {
    return this.shadow + this.pattern + this.exponent * at.decades ** 2;
  }
}

function patternOf(du: number, dv: number): number {
  return Math.exp(-(du * du + dv * dv) / (2 * PATTERN_SPREAD ** 2));
}

/** Linear between the azimuths, and from the centre outwards. */
function patternSum({ u, v }: KernelPlace, byAzimuth: Float64Array): number {
  const turn = (Math.atan2(v, u) / (2 * Math.PI)) * AZIMUTHS;
  const part = Math.floor(turn);
  const first = (part + AZIMUTHS) % AZIMUTHS;
  const t = turn - part;
  const rim = (1 - t) * byAzimuth[first]! + t * byAzimuth[(first + 1) % AZIMUTHS]!;
  const out = Math.hypot(u, v);
  return out * rim + (1 - out) * byAzimuth[AZIMUTHS]!;
}
