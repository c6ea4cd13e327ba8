import { normal, type Random } from '@daoyin/geometry';
import { CHANNEL, type Effects } from './channel';
import { type Motion, type Pose, TICK_MS } from './motion';

/** A pedestrian step in the contract's line format. */
export interface StepLine {
  readonly atMs: number;
  readonly step: { readonly length: number; readonly heading: number };
}

/**
 * The steps that a phone's pedometer gives for a motion: a scale for the person and one for each step, 2 % missed, false ones at
 * rest, and a heading with a constant misalignment, a drift and a random walk.
 */
export function stepsOf(
  motion: Motion,
  random: Random,
  effect: Effects['steps'] = CHANNEL.steps,
): readonly StepLine[] {
  const { personScaleSd, stepScaleSd, missedShare, falsePerSecond } = effect;
  const person = 1 + normal(random) * personScaleSd;
  const bias = headingBias(effect, random);
  const lines: StepLine[] = [];
  let started: Pose | undefined;
  let strides = 0;
  for (const [i, pose] of motion.poses.entries()) {
    const atMs = motion.startMs + i * TICK_MS;
    const error = bias();
    const add = (length: number, heading: number): void => {
      lines.push({ atMs, step: { length: round(length, 3), heading: round(wrap(heading + error), 4) } });
    };
    const before = motion.poses[i - 1];
    if (pose.stride === undefined || before === undefined) {
      if (before !== undefined && pose.odometer > before.odometer) started = undefined;
      if (random() < (falsePerSecond * TICK_MS) / 1000)
        add(0.3 + 0.5 * random(), pose.heading + normal(random));
      continue;
    }
    started ??= before;
    strides += Math.hypot(pose.x - before.x, pose.y - before.y) / pose.stride;
    if (strides < 1) continue;
    strides -= 1;
    if (random() >= missedShare) {
      const moved = Math.hypot(pose.x - started.x, pose.y - started.y);
      const heading = moved < 0.01 ? pose.heading : Math.atan2(pose.y - started.y, pose.x - started.x);
      add(Math.max(moved, 0.01) * person * (1 + normal(random) * stepScaleSd), heading);
    }
    started = pose;
  }
  return lines;
}

/** Each call, once a tick, gives the heading error: misalignment + drift + random walk, in radians. */
function headingBias(
  { misalignmentSd, driftSd, randomWalk }: Effects['steps'],
  random: Random,
): () => number {
  let error = misalignmentSd * normal(random);
  const drift = driftSd * normal(random) * (TICK_MS / 1000);
  const walk = randomWalk * Math.sqrt(TICK_MS / 1000);
  return () => {
    error += drift + walk * normal(random);
    return error;
  };
}

function wrap(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}

export function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
