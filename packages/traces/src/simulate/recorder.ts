import { distance, type Point, type VenuePoint } from '@daoyin/geometry';
import type { ConnectorKind, Unit, Venue } from '@daoyin/venue';
import { CHANNEL } from './channel';
import { centreOf, connectionBetween, landingOf } from './connection';
import { type Motion, type Pose, TICK_MS, turnBetween } from './motion';
import { floorOf } from './world';

const TICK = TICK_MS / 1000;
/** The body turns into a new direction with this time constant, in seconds. */
const TURNING = 0.25;
/** Stairs: a tread of 0.28 m for a rise of 0.17 m. */
const TREAD = 0.28;
const RUN_FOR_RISE = 0.28 / 0.17;
const CLIMB_MPS = 0.2;
const STAIRS_MPS = 0.6;
const ESCALATOR_MPS = 0.5;
const RAMP_MPS = 1;
const LIFT_MPS = 1;
const INTO_LIFT_MPS = 0.8;
const LIFT_DOORS_S = 3;
const CABIN_WITHIN_M = 6;

/** A place in space over which the floor is `z` metres above that of ordinal 0. */
interface FloorPoint extends Point {
  readonly z: number;
}

/** Records a walker who stands, walks and changes level; `heading` in radians in the venue frame is where they look at first. */
export class Recorder {
  private readonly poses: Pose[];

  constructor(
    private readonly venue: Venue,
    start: VenuePoint,
    heading = 0,
  ) {
    this.poses = [{ ...start, z: floorOf(venue, start), heading, odometer: 0 }];
  }

  /** Seconds since the start. */
  get seconds(): number {
    return (this.poses.length - 1) * TICK;
  }

  get here(): VenuePoint {
    const { x, y, level } = this.last;
    return { x, y, level };
  }

  stand(seconds: number): void {
    for (let i = 0; i < Math.round(seconds / TICK); i++) this.tick(this.last, this.last.level);
  }

  /** Walks along points of this level at m/s. */
  walk(path: readonly Point[], speed: number): void {
    for (const point of path) {
      for (let left = distance(this.last, point); left > 1e-6; left = distance(this.last, point)) {
        const t = Math.min(1, (speed * TICK) / left);
        const { x, y, z, level } = this.last;
        this.tick({ x: x + t * (point.x - x), y: y + t * (point.y - y), z }, level, strideAt(speed));
      }
    }
  }

  /** Changes level by the nearest connector, of a kind where one is given; a lift comes after `waiting` seconds. */
  change(to: VenuePoint, waiting: number, by?: ConnectorKind): void {
    const { kind, enter } = connectionBetween(this.venue, this.last, to, by);
    const end = { x: to.x, y: to.y, z: floorOf(this.venue, to) };
    const [rise, run] = [Math.abs(end.z - this.last.z), distance(this.last, end)];
    if (kind === 'elevator') this.ride(end, cabin(enter, this.last), waiting);
    else if (kind === 'escalator') this.slide(end, Math.hypot(rise, run) / ESCALATOR_MPS);
    else if (kind === 'ramp') this.slide(end, Math.hypot(rise, run) / RAMP_MPS, strideAt(RAMP_MPS));
    else {
      const flight = (rise * RUN_FOR_RISE) / 2;
      if (enter !== undefined && run < flight) {
        this.climb({ ...landingOf(enter, this.last, flight), z: (this.last.z + end.z) / 2 });
      }
      this.climb(end);
    }
    this.poses[this.poses.length - 1] = { ...this.last, level: to.level };
  }

  /** What was recorded, of at most so many seconds. */
  motion(startMs: number, seconds = Infinity): Motion {
    return { startMs, poses: this.poses.slice(0, Math.round(seconds / TICK) + 1) };
  }

  private get last(): Pose {
    return this.poses.at(-1)!;
  }

  private ride(to: FloorPoint, inside: Point, waiting: number): void {
    this.stand(waiting);
    this.walk([inside], INTO_LIFT_MPS);
    this.stand(LIFT_DOORS_S);
    this.slide({ x: inside.x, y: inside.y, z: to.z }, Math.abs(to.z - this.last.z) / LIFT_MPS);
    this.stand(LIFT_DOORS_S);
    this.walk([to], INTO_LIFT_MPS);
  }

  private climb(to: FloorPoint): void {
    const [rise, run] = [Math.abs(to.z - this.last.z), distance(this.last, to)];
    this.slide(to, Math.max(rise / CLIMB_MPS, run / STAIRS_MPS), TREAD);
  }

  /** Straight to a place at another height in so many seconds, on foot where there is a stride. */
  private slide(to: FloorPoint, seconds: number, stride?: number): void {
    const from = this.last;
    const ticks = Math.max(1, Math.round(seconds / TICK));
    for (let i = 1; i <= ticks; i++) {
      const t = i / ticks;
      const z = from.z + t * (to.z - from.z);
      const place = { x: from.x + t * (to.x - from.x), y: from.y + t * (to.y - from.y), z };
      this.tick(place, levelBetween(this.venue, from.z, to.z, z), stride);
    }
  }

  /** One tick to a place; `stride` where the walker walks there. */
  private tick({ x, y, z }: FloorPoint, level: string, stride?: number): void {
    const before = this.last;
    const flat = Math.hypot(x - before.x, y - before.y);
    const direction = flat < 1e-6 ? before.heading : Math.atan2(y - before.y, x - before.x);
    this.poses.push({
      x,
      y,
      z,
      level,
      heading: before.heading + turnBetween(before.heading, direction) * (1 - Math.exp(-TICK / TURNING)),
      odometer: before.odometer + Math.hypot(flat, z - before.z),
      ...(stride !== undefined && { stride }),
    });
  }
}

/** Where one stands in the lift: the middle of its shaft, unless that is not here. */
function cabin(shaft: Unit | undefined, door: Point): Point {
  const middle = shaft === undefined ? door : centreOf(shaft);
  return distance(middle, door) <= CABIN_WITHIN_M ? middle : { x: door.x, y: door.y };
}

/** Stride of a walker at m/s: 1.9 steps a second at 1.2 m/s, rising with the square root of the speed. */
function strideAt(speed: number): number {
  return speed / (1.9 * Math.sqrt(speed / 1.2));
}

/** The storey, of those from one floor to another, in which the receiver is: it changes where the hand passes the slab. */
function levelBetween({ levels }: Venue, fromZ: number, toZ: number, z: number): string {
  const [low, high] = [Math.min(fromZ, toZ), Math.max(fromZ, toZ)];
  const storeys = levels.filter(({ elevation }) => elevation >= low && elevation <= high);
  return storeys.reduce((best, level) =>
    level.elevation > best.elevation && level.elevation <= z + CHANNEL.receiver.height ? level : best,
  ).shortName;
}
