import type { Bin, FloorCell } from './cells';

const SENSITIVITY_DBM = -94;
const FADING_SD_DB = 4;
const LOST_IN_CLEAR_AIR = 0.88;
const CERTAIN_RECEPTION = 0.97;
/** A listener must have waited for so many adverts before silence says something. */
const LEAST_EXPECTED = 4;
/** What silence says: the level lies about here or below. */
export const SILENT_DBM = -99;

/** Adverts a second of a beacon as received close to it: the 90th percentile over bins with some time, at least 0.3. */
export function advertRate(bins: readonly Bin[]): number {
  const rates = bins
    .filter(({ seconds }) => seconds >= 1)
    .sort((a, b) => b.meanDbm - a.meanDbm)
    .slice(0, 12)
    .map(({ count, seconds }) => count / seconds)
    .sort((a, b) => a - b);
  return Math.max(0.3, rates[Math.floor(rates.length * 0.5)] ?? 0.3) / LOST_IN_CLEAR_AIR;
}

/**
 * The level that a mean over heard adverts stands for. From afar only what fading made strong is heard: with the share p that was
 * received, E[heard] = L + σ·φ(z)/Φ(z) at z = Φ⁻¹(p) (the mean of a normal truncated below).
 */
export function unbiasedLevel(bin: Bin, rate: number): number {
  const expected = bin.seconds * rate * LOST_IN_CLEAR_AIR;
  if (expected < 1 || bin.meanDbm > SENSITIVITY_DBM + 3 * FADING_SD_DB) return bin.meanDbm;
  const share = (bin.count + 0.5) / (Math.max(expected, bin.count) + 1);
  if (share >= CERTAIN_RECEPTION) return bin.meanDbm;
  const z = normalQuantile(share);
  return bin.meanDbm - (FADING_SD_DB * density(z)) / share;
}

/** Squares in which somebody listened long enough and heard nothing of the beacon, within `reach` of where it is heard. */
export function silentBins(
  cells: readonly FloorCell[],
  heard: readonly Bin[],
  rate: number,
  reach: number,
): readonly Bin[] {
  const occupied = new Set(heard.map(({ x, y, level }) => `${level}/${Math.floor(x)}/${Math.floor(y)}`));
  const strong = heard.filter(({ meanDbm }) => meanDbm > -88);
  return cells
    .filter(
      ({ x, y, level, seconds }) =>
        seconds * rate >= LEAST_EXPECTED &&
        !occupied.has(`${level}/${Math.floor(x)}/${Math.floor(y)}`) &&
        strong.some((bin) => bin.level === level && Math.hypot(bin.x - x, bin.y - y) < reach),
    )
    .map(({ x, y, level, seconds }) => ({ x, y, level, meanDbm: SILENT_DBM, count: 0, seconds }));
}

const density = (z: number) => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);

/** Standard normal quantile to 4.5·10⁻⁴ (Abramowitz and Stegun 26.2.23). */
function normalQuantile(p: number): number {
  const tail = Math.min(p, 1 - p);
  const t = Math.sqrt(-2 * Math.log(Math.max(1e-9, tail)));
  const z =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return p < 0.5 ? -z : z;
}
