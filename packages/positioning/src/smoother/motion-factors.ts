import { distance, type Point } from '@daoyin/geometry';
import type { Conveyor } from './conveyors';
import type { Information } from './information';
import { AMPLITUDE, BIAS, BODY, type Knot, PER_KNOT, SCALE, SHARED, SIDE, type Window } from './window';

const BODY_LENGTH_SD_DB = 1.5;
/** How far the body's vector strays from the heading of the steps, and from the way where there are no steps. */

const BODY_BY_STEPS_SD_DB = 1.2;
const BODY_BY_WAY_SD_DB = 4;
const BODY_TURN_SD_DB = 0.8;
const BODY_STOPPING_SD_DB = 4;
const BODY_ANYWHERE_SD_DB = 3.5;

const ALONG_SHARE = 0.1;
const ACROSS_SHARE = 0.06;
/** Missed and false steps, and shuffling, in metres a knot. */
const UNSTEPPED_SD = 0.1;
const SLIP = 2.5;
const CARRIED_SPEED = 0.6;
const STANDS_WITHIN = 0.05;

const FREE_SPEED_SD = 2;
const FREE_ACCELERATION_SD = 0.3;
const HARDLY_MOVING_SPEED = 0.25;

/** What is known of walking: the way between knots by steps or by inertia, and where the body faces. */
export class MotionFactors {
  private readonly states = new Int32Array(6);
  private readonly jacobian = new Float64Array(6);
  private information: Information | undefined;
  private total = 0;

  /** Adds the factors between the knots from `first` on and gives their cost; with `information` absent, the cost alone. */
  add(window: Window, first: number, information: Information | undefined): number {
    this.information = information;
    this.total = 0;
    const { knots, shared } = window;
    for (let k = first; k < knots.length; k++) {
      const knot = knots[k]!;
      const at = SHARED + PER_KNOT * k;
      this.body(knot, at, shared);
      if (k === first) continue;
      const last = knots[k - 1]!;
      if (knot.gait === 'free') {
        this.inertia(knot, last, k - 1 > first ? knots[k - 2]! : undefined, at);
        this.bodyAlongWay(knot, last, at, shared[AMPLITUDE]!);
      } else this.bySteps(knot, last, at, shared);
      if (knot.gait !== 'steps') this.turning(knot, last, at);
    }
    return this.total;
  }

  private put(index: number, state: number, derivative: number): void {
    this.states[index] = state;
    this.jacobian[index] = derivative;
  }

  private factor(count: number, residual: number, sd: number): void {
    this.total += 0.5 * (residual / sd) ** 2;
    this.information?.addFactor(this.states, this.jacobian, count, residual, sd);
  }

  /** The body's vector has a known length; while stepping it points along the heading. */
  private body(knot: Knot, at: number, shared: Float64Array): void {
    const amplitude = shared[AMPLITUDE]!;
    const side = shared[SIDE]!;
    const { bodyX, bodyY } = knot;
    const length = Math.sqrt(bodyX ** 2 + bodyY ** 2);
    if (length > 0.5) {
      this.put(0, at + BODY, bodyX / length);
      this.put(1, at + BODY + 1, bodyY / length);
      this.put(2, AMPLITUDE, -1);
      this.factor(3, amplitude - length, BODY_LENGTH_SD_DB);
    }
    if (knot.gait === 'steps') {
      const cos = Math.cos(knot.heading + shared[BIAS]!);
      const sin = Math.sin(knot.heading + shared[BIAS]!);
      const ahead = amplitude * cos - side * sin;
      const aside = amplitude * sin + side * cos;
      this.put(0, at + BODY, 1);
      this.put(1, BIAS, aside);
      this.put(2, AMPLITUDE, -cos);
      this.put(3, SIDE, sin);
      this.factor(4, ahead - bodyX, BODY_BY_STEPS_SD_DB);
      this.put(0, at + BODY + 1, 1);
      this.put(1, BIAS, -ahead);
      this.put(2, AMPLITUDE, -sin);
      this.put(3, SIDE, -cos);
      this.factor(4, aside - bodyY, BODY_BY_STEPS_SD_DB);
      return;
    }
    this.put(0, at + BODY, 1);
    this.factor(1, -bodyX, BODY_ANYWHERE_SD_DB);
    this.put(0, at + BODY + 1, 1);
    this.factor(1, -bodyY, BODY_ANYWHERE_SD_DB);
  }

  /** The way by steps: turned by the heading bias, scaled; longer tails than normal, since steps are missed. */
  private bySteps(knot: Knot, last: Knot, at: number, shared: Float64Array): void {
    const cos = Math.cos(shared[BIAS]!);
    const sin = Math.sin(shared[BIAS]!);
    const wayX = knot.dx * cos - knot.dy * sin;
    const wayY = knot.dx * sin + knot.dy * cos;
    const length = Math.sqrt(wayX ** 2 + wayY ** 2);
    const carried = knot.conveyor ? CARRIED_SPEED * knot.seconds : 0;
    const stands = length < STANDS_WITHIN;
    const run = stands ? runDirection(knot.conveyor) : undefined;
    const ux = run ? run.x : wayX / length;
    const uy = run ? run.y : wayY / length;
    const missX = knot.x - last.x - shared[SCALE]! * wayX;
    const missY = knot.y - last.y - shared[SCALE]! * wayY;
    const along = Math.sqrt((ALONG_SHARE * length) ** 2 + UNSTEPPED_SD ** 2 + carried ** 2);
    const aside = stands && knot.conveyor?.run ? UNSTEPPED_SD : Math.sqrt(UNSTEPPED_SD ** 2 + carried ** 2);
    const slip = Math.sqrt(1 + (missX ** 2 + missY ** 2) / (along * SLIP) ** 2);
    const before = at - PER_KNOT;
    this.put(0, at, ux);
    this.put(1, at + 1, uy);
    this.put(2, before, -ux);
    this.put(3, before + 1, -uy);
    this.put(4, SCALE, -length);
    this.factor(5, -(missX * ux + missY * uy), slip * along);
    this.put(0, at, -uy);
    this.put(1, at + 1, ux);
    this.put(2, before, uy);
    this.put(3, before + 1, -ux);
    this.put(4, BIAS, -shared[SCALE]! * length);
    this.factor(
      5,
      missX * uy - missY * ux,
      slip * Math.sqrt((ACROSS_SHARE * length) ** 2 + (0.7 * aside) ** 2),
    );
  }

  /** Without steps: a speed that a walker can have, and one that changes slowly. */
  private inertia(knot: Knot, last: Knot, earlier: Knot | undefined, at: number): void {
    const { seconds } = knot;
    const before = at - PER_KNOT;
    for (let axis = 0; axis < 2; axis++) {
      const now = axis === 0 ? knot.x : knot.y;
      const then = axis === 0 ? last.x : last.y;
      this.put(0, at + axis, 1);
      this.put(1, before + axis, -1);
      this.factor(2, then - now, FREE_SPEED_SD * seconds + 0.02);
      if (!earlier) continue;
      const ratio = seconds / Math.max(0.2, last.seconds);
      this.put(1, before + axis, -1 - ratio);
      this.put(2, before - PER_KNOT + axis, ratio);
      const run = ratio * (then - (axis === 0 ? earlier.x : earlier.y));
      this.factor(3, then + run - now, FREE_ACCELERATION_SD * seconds + 0.02);
    }
  }

  /** Walkers face where they go. */
  private bodyAlongWay(knot: Knot, last: Knot, at: number, amplitude: number): void {
    const { seconds } = knot;
    const vx = (knot.x - last.x) / seconds;
    const vy = (knot.y - last.y) / seconds;
    const speed = Math.sqrt(vx ** 2 + vy ** 2 + HARDLY_MOVING_SPEED ** 2);
    const before = at - PER_KNOT;
    const xx = (amplitude * (1 / speed - vx ** 2 / speed ** 3)) / seconds;
    const xy = (-amplitude * vx * vy) / speed ** 3 / seconds;
    const yy = (amplitude * (1 / speed - vy ** 2 / speed ** 3)) / seconds;
    this.put(0, at + BODY, 1);
    this.put(1, at, -xx);
    this.put(2, at + 1, -xy);
    this.put(3, before, xx);
    this.put(4, before + 1, xy);
    this.factor(5, (amplitude * vx) / speed - knot.bodyX, BODY_BY_WAY_SD_DB);
    this.put(0, at + BODY + 1, 1);
    this.put(1, at, -xy);
    this.put(2, at + 1, -yy);
    this.put(3, before, xy);
    this.put(4, before + 1, yy);
    this.factor(5, (amplitude * vy) / speed - knot.bodyY, BODY_BY_WAY_SD_DB);
  }

  private turning(knot: Knot, last: Knot, at: number): void {
    const sd = knot.gait === 'still' && last.gait === 'steps' ? BODY_STOPPING_SD_DB : BODY_TURN_SD_DB;
    const before = at - PER_KNOT;
    this.put(0, at + BODY, 1);
    this.put(1, before + BODY, -1);
    this.factor(2, last.bodyX - knot.bodyX, sd);
    this.put(0, at + BODY + 1, 1);
    this.put(1, before + BODY + 1, -1);
    this.factor(2, last.bodyY - knot.bodyY, sd);
  }
}

const ANY_DIRECTION: Point = { x: 1, y: 0 };

/** Who stands on a conveyor is carried along its run, or not at all: a unit vector, of any direction where the run is unknown. */
function runDirection(conveyor: Conveyor | undefined): Point {
  const run = conveyor?.run;
  if (!run) return ANY_DIRECTION;
  const length = distance(...run);
  return { x: (run[1].x - run[0].x) / length, y: (run[1].y - run[0].y) / length };
}
