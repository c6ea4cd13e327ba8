import { type Reception, receptionProbability } from '../reception';

/** A receiver as one advert meets it: what reaches it, where it grows deaf, and its own noise in dB. */
export interface AdvertReception extends Pick<Reception, 'sensitivityDbm' | 'slopeDb' | 'clearAir'> {
  readonly noiseDb: number;
}

/** What one advert, heard or not, tells of its mean level. */
export interface AdvertInformation {
  /** Fisher information in 1/dB² for a mean level in dBm that is itself known only to within the spread that the table was made for. */
  readonly at: (meanDbm: number) => number;
  /** Variance in dB² of one level about its mean: fading, noise, whole decibels. */
  readonly variance: number;
}

const GRID_DB = 0.25;
const LOW_DB = -45;
const HIGH_DB = 20;
const TABLE_DB = { from: -140, to: -20, step: 1 } as const;
const WHOLE_DB_VARIANCE = 1 / 12;

/**
 * Fisher information of one advert about its mean level, for Rician fading of factor `kDb`, receiver noise and whole decibels, and a reception
 * that ends at the sensitivity: what is heard tells its level, and that nothing was heard tells that it was weak. Averaged over a normal
 * spread of the mean (the unknown shadowing).
 */
export function advertInformation(
  kDb: number,
  spreadDb: number,
  reception: AdvertReception,
): AdvertInformation {
  const density = smoothed(ricianDensityDb(10 ** (kDb / 10)), reception.noiseDb);
  const levels = range(TABLE_DB.from, TABLE_DB.to, TABLE_DB.step);
  const exact = levels.map((mean) => informationAt(mean, density, reception));
  const table = levels.map((_, i) => averaged(exact, i, spreadDb / TABLE_DB.step));
  const mean = sum(density.map((p, i) => p * errorAt(i))) * GRID_DB;
  return {
    variance: sum(density.map((p, i) => p * (errorAt(i) - mean) ** 2)) * GRID_DB,
    at(meanDbm) {
      const at = (meanDbm - TABLE_DB.from) / TABLE_DB.step;
      if (!(at > 0)) return 0;
      const below = Math.min(table.length - 2, Math.floor(at));
      const t = Math.min(1, at - below);
      return table[below]! + t * (table[below + 1]! - table[below]!);
    },
  };
}

/** ∫ heard f′²/f + (d heard / d mean)² / (1 − heard): the heard level and the silence. */
function informationAt(meanDbm: number, density: readonly number[], reception: AdvertReception): number {
  let [heard, slope, information] = [0, 0, 0];
  for (let i = 1; i + 1 < density.length; i++) {
    const caught = reception.clearAir * receptionProbability(meanDbm + errorAt(i), reception);
    const derivative = (density[i + 1]! - density[i - 1]!) / (2 * GRID_DB);
    heard += caught * density[i]! * GRID_DB;
    slope -= caught * derivative * GRID_DB;
    if (density[i]! > 1e-12) information += ((caught * derivative ** 2) / density[i]!) * GRID_DB;
  }
  return information + slope ** 2 / Math.max(1e-9, 1 - heard);
}

/** Density over dB of the power of a Rician wave of mean power 1 (Rice 1945): p(w) = (1+K) e^(−K−(1+K)w) I₀(2√(K(1+K)w)). */
function ricianDensityDb(k: number): readonly number[] {
  return range(LOW_DB, HIGH_DB, GRID_DB).map((db) => {
    const w = 10 ** (db / 10);
    const z = 2 * Math.sqrt(k * (1 + k) * w);
    return (1 + k) * Math.exp(z - k - (1 + k) * w) * scaledBesselI0(z) * w * (Math.LN10 / 10);
  });
}

/** e^(−z) I₀(z) for z ≥ 0, to 2·10⁻⁷ (Abramowitz and Stegun 9.8.1, 9.8.2). */
function scaledBesselI0(z: number): number {
  if (z < 3.75) {
    const t = (z / 3.75) ** 2;
    const series = [1, 3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.0360768, 0.0045813];
    return Math.exp(-z) * polynomial(series, t);
  }
  const series = [
    0.39894228, 0.01328592, 0.00225319, -0.00157565, 0.00916281, -0.02057706, 0.02635537, -0.01647633,
    0.00392377,
  ];
  return polynomial(series, 3.75 / z) / Math.sqrt(z);
}

function polynomial(coefficients: readonly number[], t: number): number {
  return coefficients.reduceRight((sum, c) => sum * t + c, 0);
}

/** With the receiver's noise and the rounding to whole decibels. */
function smoothed(density: readonly number[], noiseDb: number): readonly number[] {
  const sd = Math.sqrt(noiseDb ** 2 + WHOLE_DB_VARIANCE) / GRID_DB;
  return density.map((_, i) => averaged(density, i, sd));
}

/** Mean of values about index `i` under a normal distribution of this many indices; what lies outside is left out. */
function averaged(values: readonly number[], i: number, sd: number): number {
  const reach = Math.ceil(4 * sd);
  let [total, weights] = [0, 0];
  for (let j = Math.max(0, i - reach); j <= Math.min(values.length - 1, i + reach); j++) {
    const weight = Math.exp(-0.5 * ((j - i) / Math.max(sd, 1e-6)) ** 2);
    total += weight * values[j]!;
    weights += weight;
  }
  return total / weights;
}

function errorAt(i: number): number {
  return LOW_DB + i * GRID_DB;
}

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
