import { factorise, forwardSolve } from './gaussian';

/** The level of one beacon in one square, pooled over walks. */
export interface PooledLevel {
  readonly x: number;
  readonly y: number;
  /** Metres above the floor of the lowest level. */
  readonly z: number;
  readonly dbm: number;
  /** Variance of `dbm` about the level there, in dB². */
  readonly variance: number;
  /** Change of the expected level per metre east and north, in dB/m: what an error of the walkers' positions does there. */
  readonly slopeEast: number;
  readonly slopeNorth: number;
  /** Whether a wall stands between. */
  readonly obstructed: boolean;
  /** Of which of two periods it is, where two are compared. */
  readonly period?: 'before' | 'since';
}

/** What is known of levels about their path loss. */
export interface LevelField {
  /** Shadowing: standard deviation in dB, and the distance in metres over which it decorrelates to 1/e. */
  readonly sdDb: number;
  /** Added in quadrature behind a wall: at a place, and to all places behind walls alike (nobody drew what the walls are made of). */
  readonly obstructedSdDb: number;
  readonly wallsSdDb: number;
  readonly correlationLength: number;
  /** What is wrong with positions at a place whoever walks there, in metres; it changes over the same distance. */
  readonly placeSd: number;
  /** Spread of the beacons' powers. */
  readonly powerSdDb: number;
  /** What people and their ways change from one period to another at a place and about it. */
  readonly periodSdDb: number;
}

/** How well one place of the beacon explains the levels. */
export interface PlaceEvidence {
  readonly logLikelihood: number;
  /** By how many dB the beacon is stronger than registered if it hangs there, by the levels alone, and the standard deviation of that. */
  readonly gainDb: number;
  readonly gainSdDb: number;
}

/**
 * The marginal likelihood of the levels for each candidate place of their beacon, shadowing and power integrated out exactly: shadowing is
 * one Gaussian process over the floor (Gudmundson 1991; Rasmussen and Williams 2006, equation 2.30), so that a hundred walks past one spot weigh
 * no more than that spot can tell. `expected` gives, for a candidate, the model's level at each of the `levels`. With `repoweredSdDb` the power
 * may have changed by so much before the second period.
 */
export function weighPlaces(
  levels: readonly PooledLevel[],
  field: LevelField,
  expected: readonly Float64Array[],
  repoweredSdDb = 0,
): readonly PlaceEvidence[] {
  const n = levels.length;
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const a = levels[i]!;
    for (let j = 0; j <= i; j++) {
      const b = levels[j]!;
      const near = Math.exp(-Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z) / field.correlationLength);
      const behind = a.obstructed && b.obstructed ? 1 : 0;
      const places = field.placeSd ** 2 * (a.slopeEast * b.slopeEast + a.slopeNorth * b.slopeNorth);
      const ways = a.period !== undefined && a.period === b.period ? field.periodSdDb ** 2 : 0;
      const local = field.sdDb ** 2 + behind * field.obstructedSdDb ** 2 + places + ways;
      const power = a.period === 'since' && b.period === 'since' ? repoweredSdDb ** 2 : 0;
      factor[i * n + j] = near * local + behind * field.wallsSdDb ** 2 + power + (i === j ? a.variance : 0);
    }
  }
  const logDeterminant = factorise(factor, n);
  const ones = forwardSolve(factor, n, new Float64Array(n).fill(1)); // L⁻¹1
  const powerPrecision = 1 / field.powerSdDb ** 2;
  const information = ones.reduce((sum, one) => sum + one * one, 0);
  const gainPrecision = powerPrecision + information;
  return expected.map((mean) => {
    const whitened = forwardSolve(
      factor,
      n,
      mean.map((level, i) => levels[i]!.dbm - level),
    ); // L⁻¹(y − m)
    let [square, along] = [0, 0];
    for (let i = 0; i < n; i++) {
      square += whitened[i]! ** 2;
      along += whitened[i]! * ones[i]!;
    }
    return {
      logLikelihood:
        -0.5 *
        (square - along ** 2 / gainPrecision + logDeterminant + Math.log(gainPrecision / powerPrecision)),
      gainDb: along / information,
      gainSdDb: 1 / Math.sqrt(information),
    };
  });
}
