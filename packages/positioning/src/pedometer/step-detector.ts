/** A step seen in the vertical acceleration: its end, its time since the step before in seconds, and the swing in m/s². */
export interface DetectedStep {
  readonly atMs: number;
  readonly period: number;
  readonly swing: number;
}

/** The band of walking: everything slower is how the device is held, everything faster is the heel's blow and noise. */
const SLOW_SECONDS = 0.35;
const FAST_SECONDS = 0.045;
const LONGEST_GAP_MS = 400;

const SHORTEST_PERIOD_MS = 270;
const LONGEST_PERIOD_MS = 1150;
/** A swing smaller than this, or than this share of the swings before, is no step. */
const LEAST_SWING = 1;
const LEAST_SHARE = 0.4;
/** Within this share of the period the second peak of one step is not another step. */
const REFRACTORY_SHARE = 0.6;
/** Steps come in a row, and may limp, with like periods; the row is believed, and told as a whole, from its third step on. */
const STEPS_TO_BELIEVE = 3;
const PERIODS_ALIKE = 2.3;

/**
 * Finds steps in the vertical acceleration as it comes: the signal passes a band of about 0.5 to 3.5 Hz, and each swing through zero from a
 * peak ends a step if it is large enough beside those before. Sample times may be uneven; rests, gaps and lone shakes give none.
 */
export class StepDetector {
  private lastMs = Number.NEGATIVE_INFINITY;
  private mean = 0;
  private readonly smooth: [number, number] = [0, 0];
  private high = 0;
  private low = 0;
  private stepMs = Number.NEGATIVE_INFINITY;
  private periodMs = 550;
  private typicalSwing = 0;
  private row: DetectedStep[] = [];

  /** Takes a sample in m/s², gravity taken out or not, and gives the steps that it proves: none, one, or the first of a row together. */
  add(atMs: number, vertical: number): readonly DetectedStep[] {
    const elapsed = atMs - this.lastMs;
    if (!(elapsed > 0)) return [];
    this.lastMs = atMs;
    if (elapsed > LONGEST_GAP_MS) {
      this.restart(vertical);
      return [];
    }
    const before = this.smooth[1];
    const now = this.filter(elapsed / 1000, vertical);
    this.high = Math.max(this.high, now);
    this.low = Math.min(this.low, now);
    return before > 0 && now <= 0 ? this.crossing(atMs) : [];
  }

  private restart(vertical: number): void {
    this.mean = vertical;
    this.smooth.fill(0);
    [this.high, this.low] = [0, 0];
    this.row = [];
  }

  private filter(seconds: number, vertical: number): number {
    this.mean += (1 - Math.exp(-seconds / SLOW_SECONDS)) * (vertical - this.mean);
    const share = 1 - Math.exp(-seconds / FAST_SECONDS);
    const { smooth } = this;
    smooth[0] += share * (vertical - this.mean - smooth[0]);
    smooth[1] += share * (smooth[0] - smooth[1]);
    return smooth[1];
  }

  private crossing(atMs: number): readonly DetectedStep[] {
    const swing = this.high - this.low;
    const periodMs = atMs - this.stepMs;
    const walking = this.row.length >= STEPS_TO_BELIEVE && periodMs < 2 * LONGEST_PERIOD_MS;
    const refractory = walking
      ? Math.max(SHORTEST_PERIOD_MS, REFRACTORY_SHARE * this.periodMs)
      : SHORTEST_PERIOD_MS;
    if (periodMs < refractory) return [];
    if (swing < Math.max(LEAST_SWING, walking ? LEAST_SHARE * this.typicalSwing : 0)) return [];
    [this.high, this.low] = [0, 0];
    this.stepMs = atMs;
    const period = Math.min(LONGEST_PERIOD_MS, Math.max(SHORTEST_PERIOD_MS, periodMs)) / 1000;
    const step: DetectedStep = { atMs, period, swing };
    if (!this.follows(periodMs)) {
      this.row = [step];
      return [];
    }
    this.periodMs = this.row.length < 2 ? periodMs : 0.6 * this.periodMs + 0.4 * periodMs;
    this.typicalSwing = this.row.length < 2 ? swing : 0.7 * this.typicalSwing + 0.3 * swing;
    return this.believe(step);
  }

  private follows(periodMs: number): boolean {
    if (this.row.length === 0 || periodMs > LONGEST_PERIOD_MS) return false;
    if (this.row.length === 1) return true;
    const ratio = periodMs / this.periodMs;
    return ratio < PERIODS_ALIKE && ratio > 1 / PERIODS_ALIKE;
  }

  private believe(step: DetectedStep): readonly DetectedStep[] {
    const { row } = this;
    row.push(step);
    if (row.length > STEPS_TO_BELIEVE) {
      row.shift();
      return [step];
    }
    return row.length === STEPS_TO_BELIEVE ? [{ ...row[0]!, period: row[1]!.period }, row[1]!, step] : [];
  }
}
