import type { Step } from '../types';

const STEPS_KEPT = 64;
const STEPS_LAST_MS = 600_000;
/** A walker whose next step is this many step periods late stands. */
const LATE = 1.6;
const LONGEST_PERIOD_MS = 1200;
/** Who climbs stairs takes a step of their plan in two to three seconds. */
const LONGEST_STRIDE_MS = 3500;

/** A displacement in the frame of the step headings, in metres. */
export interface Displacement {
  readonly x: number;
  readonly y: number;
}

/** The way by steps alone. A step comes at its end: between steps the way is interpolated, and run on while the next one is due. */
export class DeadReckoning {
  private readonly steps: Step[] = [];
  private periodMs = 600;

  add(step: Step): void {
    const last = this.steps.at(-1);
    const elapsed = last ? step.atMs - last.atMs : Number.POSITIVE_INFINITY;
    if (elapsed < 1500) this.periodMs = 0.7 * this.periodMs + 0.3 * Math.max(300, elapsed);
    this.steps.push(step);
    if (this.steps.length > STEPS_KEPT) this.steps.shift();
  }

  /** Heading of the last step, as reported. */
  get heading(): number {
    return this.steps.at(-1)?.heading ?? 0;
  }

  /** Whether steps come at all, so that their absence means standing. */
  known(atMs: number): boolean {
    const last = this.steps.at(-1);
    return last !== undefined && atMs - last.atMs < STEPS_LAST_MS;
  }

  walking(atMs: number): boolean {
    const last = this.steps.at(-1);
    return last !== undefined && atMs - last.atMs < LATE * this.periodMs;
  }

  /** Whether the last step was one of several, slow ones of stairs too: a step alone is often none, but a hand that moves. */
  striding(atMs: number): boolean {
    const [before, last] = this.steps.slice(-2);
    if (before === undefined || last === undefined) return false;
    const stride = last.atMs - before.atMs;
    return stride < LONGEST_STRIDE_MS && atMs - last.atMs < LATE * Math.max(stride, this.periodMs);
  }

  /** The way between two times, as far as known at `nowMs`. */
  between(fromMs: number, toMs: number, nowMs: number): Displacement {
    const from = this.at(fromMs, nowMs);
    const to = this.at(toMs, nowMs);
    return { x: to.x - from.x, y: to.y - from.y };
  }

  private at(atMs: number, nowMs: number): Displacement {
    let [x, y] = [0, 0];
    let previousMs = Number.NEGATIVE_INFINITY;
    for (const { atMs: endMs, length, heading } of this.steps) {
      const period = Math.min(LONGEST_PERIOD_MS, Math.max(300, endMs - previousMs), 1.5 * this.periodMs);
      const share = Math.min(1, Math.max(0, (atMs - endMs + period) / period));
      x += share * length * Math.cos(heading);
      y += share * length * Math.sin(heading);
      previousMs = endMs;
    }
    const last = this.steps.at(-1);
    if (last && atMs > last.atMs && this.walking(nowMs)) {
      const share = Math.min(1, (atMs - last.atMs) / this.periodMs);
      x += share * last.length * Math.cos(last.heading);
      y += share * last.length * Math.sin(last.heading);
    }
    return { x, y };
  }
}
