import { alightsAt, type Carried } from './conveyors';
import type { DeadReckoning, Displacement } from './dead-reckoning';
import { BIAS, type Gait, type Knot, SCALE, type Window } from './window';

/** How the walker gets from knot to knot of a window: by steps where they come, else by inertia. `nowMs` is how far the steps are known. */
export class GaitTrack {
  constructor(
    private readonly window: Window,
    private readonly steps: DeadReckoning,
    private readonly carried: Carried,
  ) {}

  gait(nowMs: number): Gait {
    if (!this.steps.known(nowMs)) return 'free';
    return this.steps.walking(nowMs) ? 'steps' : 'still';
  }

  /** Adds a knot at a place of the level (a number of the index). */
  add(atMs: number, at: Displacement, nowMs: number, level: number): void {
    const last = this.window.newest;
    const gait = this.gait(nowMs);
    const seconds = last ? Math.max(0.2, (atMs - last.atMs) / 1000) : 1;
    const way = last ? this.steps.between(last.atMs, atMs, nowMs) : { x: 0, y: 0 };
    this.window.knots.push({
      atMs,
      x: at.x,
      y: at.y,
      bodyX: last?.bodyX ?? 0,
      bodyY: last?.bodyY ?? 0,
      gait,
      heading: this.steps.heading,
      dx: way.x,
      dy: way.y,
      seconds,
      conveyor: gait !== 'free' && last ? this.carried(last.x, last.y, level) : undefined,
    });
  }

  /** Where the walker alights who stood on a conveyor until the newest knot, and now takes steps again. */
  alightsAt(nowMs: number): Displacement | undefined {
    const { knots, newest } = this.window;
    const run = newest?.conveyor?.run;
    if (!newest || !run || newest.gait !== 'still' || this.gait(nowMs) !== 'steps') return undefined;
    const stood = knots.findLastIndex(({ gait }) => gait !== 'still') + 1;
    return alightsAt(run, knots[stood]!, newest);
  }

  /** The way to the newest knot was partly a guess of the step under way: now it is known. */
  refreshLastWay(nowMs: number): void {
    const [before, newest] = this.window.knots.slice(-2);
    if (!before || !newest || newest.gait === 'free') return;
    const way = this.steps.between(before.atMs, newest.atMs, nowMs);
    newest.dx = way.x;
    newest.dy = way.y;
  }

  /** Where the walker is at a later time than the knot's. */
  reckoned(knot: Knot, atMs: number, nowMs: number): Displacement {
    const { knots, shared } = this.window;
    if (knot.gait !== 'free' || this.steps.known(atMs)) {
      const way = this.steps.between(knot.atMs, atMs, nowMs);
      const [cos, sin] = [Math.cos(shared[BIAS]!) * shared[SCALE]!, Math.sin(shared[BIAS]!) * shared[SCALE]!];
      return { x: knot.x + way.x * cos - way.y * sin, y: knot.y + way.x * sin + way.y * cos };
    }
    const before = knots.at(-2);
    if (!before) return knot;
    const ratio = Math.min(1.5, (atMs - knot.atMs) / Math.max(200, knot.atMs - before.atMs));
    return { x: knot.x + ratio * (knot.x - before.x), y: knot.y + ratio * (knot.y - before.y) };
  }
}
