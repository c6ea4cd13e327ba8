import { quantile, seededRandom } from '@daoyin/geometry';

/** Whether a calibration may be published, by a walk that it has not learnt from. Errors in metres. */
export interface CalibrationVerdict {
  readonly isBetter: boolean;
  readonly before: { readonly median: number; readonly p95: number };
  readonly after: { readonly median: number; readonly p95: number };
  /** By how much the mean error falls, and what it falls by at least in 19 of 20 walks like this. */
  readonly gain: number;
  readonly atLeast: number;
}

/** Errors a second after another are much the same: they are drawn in runs of so many seconds. */
const RUN = 15;
const DRAWS = 400;
const LEAST_SECONDS = 60;
/** Nothing is published that makes the worst twentieth worse by more than this share. */
const WORSE_TAIL = 1.05;

/**
 * Judges a calibration by the errors of the same seconds of a held-out walk, before and after: better if the mean falls beyond chance (moving
 * block bootstrap, Künsch 1989) and the worst twentieth does not suffer. Undefined for walks of under a minute.
 */
export function judgeCalibration(
  before: readonly number[],
  after: readonly number[],
): CalibrationVerdict | undefined {
  if (before.length !== after.length)
    throw new RangeError(`Expected the same seconds twice, got ${before.length} and ${after.length}.`);
  if (before.length < LEAST_SECONDS) return undefined;
  const gains = before.map((error, i) => error - after[i]!);
  const gain = meanOf(gains);
  const atLeast = quantile(redrawn(gains), 0.05);
  const [old, fresh] = [spreadOf(before), spreadOf(after)];
  return {
    isBetter: atLeast > 0 && fresh.p95 <= WORSE_TAIL * old.p95,
    before: old,
    after: fresh,
    gain,
    atLeast,
  };
}

function redrawn(gains: readonly number[]): readonly number[] {
  const random = seededRandom(1);
  const runs = Math.ceil(gains.length / RUN);
  return Array.from({ length: DRAWS }, () => {
    let sum = 0;
    for (let run = 0; run < runs; run++) {
      const from = Math.floor(random() * (gains.length - RUN + 1));
      for (let i = from; i < from + RUN; i++) sum += gains[i]!;
    }
    return sum / (runs * RUN);
  });
}

const spreadOf = (errors: readonly number[]) => ({
  median: quantile(errors, 0.5),
  p95: quantile(errors, 0.95),
});

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
