import { normal, type Random } from '@daoyin/geometry';

const WAVES = 48;

/** A static field over space: its value in standard deviations at a point in metres. */
export type Field = (x: number, y: number, z: number) => number;

/**
 * A Gaussian field of unit variance whose correlation is exp(−r/ℓ) (Gudmundson 1991), as a sum of random cosines (spectral
 * representation, Shinozuka and Deodatis 1991). The wave vectors are drawn from the field's spectrum: exp(−|r|/ℓ) is the characteristic function of
 * the multivariate Cauchy distribution, so k = n/(ℓ|w|) with n, w normal.
 */
export function correlatedField(random: Random, correlationLength: number): Field {
  const waves = new Float64Array(WAVES * 4);
  for (let i = 0; i < waves.length; i += 4) {
    const scale = 1 / (correlationLength * Math.abs(normal(random)));
    for (let axis = 0; axis < 3; axis++) waves[i + axis] = normal(random) * scale;
    waves[i + 3] = random() * 2 * Math.PI;
  }
  const amplitude = Math.sqrt(2 / WAVES);
  return (x, y, z) => {
    let sum = 0;
    for (let i = 0; i < waves.length; i += 4) {
      sum += Math.cos(waves[i]! * x + waves[i + 1]! * y + waves[i + 2]! * z + waves[i + 3]!);
    }
    return amplitude * sum;
  };
}

const HARMONICS = 3;

/** A gain in dB over azimuth: three harmonics, `rmsDb` in the mean over antennas. */
export function azimuthPattern(random: Random, rmsDb: number): (azimuth: number) => number {
  const coefficients = Array.from(
    { length: 2 * HARMONICS },
    () => (normal(random) * rmsDb) / Math.sqrt(HARMONICS),
  );
  return (azimuth) => {
    let gain = 0;
    for (let n = 1; n <= HARMONICS; n++) {
      gain +=
        coefficients[2 * n - 2]! * Math.cos(n * azimuth) + coefficients[2 * n - 1]! * Math.sin(n * azimuth);
    }
    return gain;
  };
}
