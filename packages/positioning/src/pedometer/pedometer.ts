import type { InertialSample, Step } from '../types';
import { AttitudeFilter, wrapAngle } from './attitude';
import { type DetectedStep, StepDetector } from './step-detector';

/** Step length over step frequency in metres a hertz: the walk ratio that people keep at any pace (Sekiya and Nagasaki 1998). */
const WALK_RATIO = 0.39;
/** Weinberg's length: this factor times the fourth root of the vertical swing in m/s² (Analog Devices AN-602). */
const WEINBERG = 0.41;
const SHORTEST = 0.25;
const LONGEST = 1.1;
/** Headings of so much of the past are kept, for steps that are told late. */
const HEADINGS_KEPT_MS = 5000;

/** How far the steps' constant errors may go: of length from person to person, of heading by how the device is held. */
const SCALE_SD = 0.12;
const HEADING_SD = 0.45;

/**
 * A pedometer: raw inertial samples in time order in, steps out, each when it is certain. Pure and causal; any sampling rate from
 * 20 Hz. The heading of a step is the mean heading of the device over it: how the device points away from the way is left to the
 * estimator, and likewise the walker's own scale of length. Without a gyroscope or rotation vector there are no headings, so no steps.
 */
export class Pedometer {
  private readonly attitude = new AttitudeFilter();
  private readonly detector = new StepDetector();
  private readonly headings: { readonly atMs: number; readonly heading: number }[] = [];

  add(sample: InertialSample): readonly Step[] {
    if (!sample.xyz.every(Number.isFinite) || !Number.isFinite(sample.atMs)) return [];
    const { attitude } = this;
    attitude.add(sample);
    if (sample.kind !== 'accelerometer' || !attitude.up) return [];
    const { heading, up } = attitude;
    if (heading !== undefined) this.remember(sample.atMs, heading);
    const vertical = sample.xyz[0] * up[0] + sample.xyz[1] * up[1] + sample.xyz[2] * up[2];
    return this.detector.add(sample.atMs, vertical).flatMap((detected) => this.stepOf(detected) ?? []);
  }

  private remember(atMs: number, heading: number): void {
    const { headings } = this;
    if (atMs <= (headings.at(-1)?.atMs ?? Number.NEGATIVE_INFINITY)) return;
    headings.push({ atMs, heading });
    while (headings[0]!.atMs < atMs - HEADINGS_KEPT_MS) headings.shift();
  }

  private stepOf({ atMs, period, swing }: DetectedStep): Step | undefined {
    const heading = this.headingOver(atMs - 1000 * period, atMs);
    if (heading === undefined) return undefined;
    return {
      kind: 'step',
      atMs,
      length: stepLength(period, swing),
      heading,
      headingSd: this.attitude.absolute ? HEADING_SD : Math.PI,
      scaleSd: SCALE_SD,
    };
  }

  /** Circular mean: the device sways with each stride. */
  private headingOver(fromMs: number, toMs: number): number | undefined {
    let [cos, sin] = [0, 0];
    for (const { atMs, heading } of this.headings) {
      if (atMs <= fromMs || atMs > toMs) continue;
      cos += Math.cos(heading);
      sin += Math.sin(heading);
    }
    return cos === 0 && sin === 0 ? undefined : wrapAngle(Math.atan2(sin, cos));
  }
}

/** Step length in metres: the geometric mean of what the pace and what the swing tell. */
function stepLength(period: number, swing: number): number {
  const byPace = WALK_RATIO / period;
  const bySwing = WEINBERG * swing ** 0.25;
  return Math.min(LONGEST, Math.max(SHORTEST, Math.sqrt(byPace * bySwing)));
}
