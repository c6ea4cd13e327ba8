import type { Sample } from './survey';

const GROUP_METRES = 2;
const ROUNDS = 8;
const WALK_GAIN_SD_DB = 4;

/**
 * What is the surveyor's and not the place's: the gain of each walk's receiver in dB, mean zero over the walks, and the amplitude of the
 * body's shadow in dB (half of front to back). Both follow from the same beacon heard at the same place in different walks or
 * directions, by alternating least squares.
 */
export interface Nuisances {
  readonly walkGainDb: readonly number[];
  readonly bodyHalfDb: number;
}

/** `aspect` is the cosine between facing and beacon, times that of the elevation; undefined where either is unknown. */
export function findNuisances(
  samples: readonly Sample[],
  walks: number,
  aspect: (sample: Sample) => number | undefined,
): Nuisances {
  const groups = groupsOf(samples);
  const aspects = samples.map((sample) => aspect(sample) ?? 0);
  const gains = new Float64Array(walks);
  let bodyHalfDb = 0;
  const residuals = new Float64Array(samples.length);
  for (let round = 0; round < ROUNDS; round++) {
    centreGroups(
      groups,
      (i) => samples[i]!.rssiDbm - gains[samples[i]!.walk]! - bodyHalfDb * aspects[i]!,
      residuals,
    );
    addWalkGains(samples, residuals, gains);
    centreGroups(groups, (i) => samples[i]!.rssiDbm - gains[samples[i]!.walk]!, residuals);
    bodyHalfDb = slopeWithin(groups, residuals, aspects);
  }
  return { walkGainDb: [...gains], bodyHalfDb };
}

function groupsOf(samples: readonly Sample[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  samples.forEach(({ beacon, level, x, y }, i) => {
    const key = `${beacon}/${level}/${Math.floor(x / GROUP_METRES)}/${Math.floor(y / GROUP_METRES)}`;
    const group = groups.get(key) ?? [];
    group.push(i);
    groups.set(key, group);
  });
  return [...groups.values()].filter((group) => group.length > 1);
}

function centreGroups(
  groups: readonly (readonly number[])[],
  value: (i: number) => number,
  residuals: Float64Array,
): void {
  residuals.fill(Number.NaN);
  for (const group of groups) {
    const mean = group.reduce((sum, i) => sum + value(i), 0) / group.length;
    for (const i of group) residuals[i] = value(i) - mean;
  }
}

function addWalkGains(samples: readonly Sample[], residuals: Float64Array, gains: Float64Array): void {
  const sums = new Float64Array(gains.length);
  const counts = new Float64Array(gains.length).fill(36 / WALK_GAIN_SD_DB ** 2);
  samples.forEach(({ walk }, i) => {
    if (Number.isNaN(residuals[i]!)) return;
    sums[walk] = sums[walk]! + residuals[i]!;
    counts[walk] = counts[walk]! + 1;
  });
  for (let walk = 0; walk < gains.length; walk++) gains[walk] = gains[walk]! + sums[walk]! / counts[walk]!;
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / Math.max(1, gains.length);
  for (let walk = 0; walk < gains.length; walk++) gains[walk] = gains[walk]! - mean;
}

/** Regression of the residuals on the aspect within the groups; shrunk to 0 where headings hardly differ. */
function slopeWithin(
  groups: readonly (readonly number[])[],
  residuals: Float64Array,
  aspects: readonly number[],
): number {
  let [products, squares] = [0, 200];
  for (const group of groups) {
    const mean = group.reduce((sum, i) => sum + aspects[i]!, 0) / group.length;
    for (const i of group) {
      products += residuals[i]! * (aspects[i]! - mean);
      squares += (aspects[i]! - mean) ** 2;
    }
  }
  return Math.min(8, Math.max(0, products / squares));
}
