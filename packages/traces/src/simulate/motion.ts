import { distance, type Point, type VenuePoint } from '@daoyin/geometry';
import type { ConnectorKind, Venue } from '@daoyin/venue';
import { floorOf } from './world';

/** Where the walker is at one time: the floor below is `z` metres above that of ordinal 0, `heading` in radians in the venue frame. */
export interface Pose extends VenuePoint {
  readonly z: number;
  readonly heading: number;
  /** Metres moved in space since the start. */
  readonly odometer: number;
  /** Length in metres of the steps that the walker makes now; absent where they stand or ride. */
  readonly stride?: number;
}

/** A walker's way: poses every 50 ms from `startMs` on. */
export interface Motion {
  readonly startMs: number;
  readonly poses: readonly Pose[];
}

export const TICK_MS = 50;
const TICK = TICK_MS / 1000;
/** The body turns into a new direction with this time constant, in seconds. */
const TURNING = 0.25;
const STAIR_RISE_MPS = 0.2;
const STAIR_STRIDE = 0.3;
const ESCALATOR_MPS = 0.5;
const LIFT_MPS = 1;
const LIFT_DOORS_S = 3;

/** The pose at a time, without its stride, linear between ticks; the first and last hold beyond the ends. */
export function poseAt({ startMs, poses }: Motion, atMs: number): Pose {
  const at = Math.min(poses.length - 1, Math.max(0, (atMs - startMs) / TICK_MS));
  const before = poses[Math.floor(at)]!;
  const after = poses[Math.ceil(at)]!;
  const t = at % 1;
  return {
    x: before.x + t * (after.x - before.x),
    y: before.y + t * (after.y - before.y),
    z: before.z + t * (after.z - before.z),
    level: t < 0.5 ? before.level : after.level,
    odometer: before.odometer + t * (after.odometer - before.odometer),
    heading: before.heading + t * turn(before.heading, after.heading),
  };
}

export function endMs({ startMs, poses }: Motion): number {
  return startMs + (poses.length - 1) * TICK_MS;
}

/** Records a walker who stands, walks and changes level. */
export interface Recorder {
  readonly seconds: () => number;
  readonly here: () => VenuePoint;
  readonly stand: (seconds: number) => void;
  /** Walks along points of this level at m/s. */
  readonly walk: (path: readonly Point[], speed: number) => void;
  /** Changes level; a lift comes after `waiting` seconds. */
  readonly change: (kind: ConnectorKind, to: VenuePoint, waiting: number) => void;
  readonly motion: (startMs: number) => Motion;
}

export function recordFrom(venue: Venue, start: VenuePoint, heading = 0): Recorder {
  const poses: Pose[] = [{ ...start, z: floorOf(venue, start), heading, odometer: 0 }];
  const last = (): Pose => poses.at(-1)!;

  /** One tick towards a place; `stride` where the walker walks there. */
  const tick = (to: Point & { readonly z: number }, level: string, stride?: number): void => {
    const { x, y, z, heading: before, odometer } = last();
    const moved = Math.hypot(to.x - x, to.y - y, to.z - z);
    const flat = Math.hypot(to.x - x, to.y - y);
    const direction = flat < 1e-6 ? before : Math.atan2(to.y - y, to.x - x);
    poses.push({
      ...to,
      level,
      heading: before + turn(before, direction) * (1 - Math.exp(-TICK / TURNING)),
      odometer: odometer + moved,
      ...(stride === undefined ? {} : { stride }),
    });
  };

  const stand = (seconds: number): void => {
    for (let i = 0; i < Math.round(seconds / TICK); i++) tick(last(), last().level);
  };

  const slide = (to: VenuePoint, seconds: number, stride?: number): void => {
    const from = last();
    const z = floorOf(venue, to);
    const ticks = Math.max(1, Math.round(seconds / TICK));
    for (let i = 1; i <= ticks; i++) {
      const t = i / ticks;
      const place = {
        x: from.x + t * (to.x - from.x),
        y: from.y + t * (to.y - from.y),
        z: from.z + t * (z - from.z),
      };
      tick(place, levelBetween(venue, from, to, place.z), stride);
    }
  };

  return {
    seconds: () => (poses.length - 1) * TICK,
    here: () => ({ x: last().x, y: last().y, level: last().level }),
    stand,
    walk(path, speed) {
      for (const point of path) {
        for (let left = distance(last(), point); left > 1e-6; left = distance(last(), point)) {
          const t = Math.min(1, (speed * TICK) / left);
          const { x, y, z, level } = last();
          tick({ x: x + t * (point.x - x), y: y + t * (point.y - y), z }, level, strideAt(speed));
        }
      }
    },
    change(kind, to, waiting) {
      const rise = Math.abs(floorOf(venue, to) - last().z);
      const run = distance(last(), to);
      if (kind === 'elevator') {
        stand(waiting + LIFT_DOORS_S);
        slide(to, rise / LIFT_MPS);
        stand(LIFT_DOORS_S);
      } else if (kind === 'escalator') slide(to, Math.hypot(rise, run) / ESCALATOR_MPS);
      else if (kind === 'stairs') slide(to, Math.max(rise / STAIR_RISE_MPS, run / 0.6), STAIR_STRIDE);
      else slide(to, Math.hypot(rise, run), strideAt(1));
    },
    motion: (startMs) => ({ startMs, poses }),
  };
}

/** Stride of a walker at m/s: 1.9 steps a second at 1.2 m/s, rising with the square root of the speed. */
function strideAt(speed: number): number {
  return speed / (1.9 * Math.sqrt(speed / 1.2));
}

/** The level whose floor is nearest at a height between two levels. */
function levelBetween(venue: Venue, from: VenuePoint, to: VenuePoint, z: number): string {
  const [a, b] = [floorOf(venue, from), floorOf(venue, to)];
  const between = venue.levels.filter(
    ({ shortName, elevation }) =>
      shortName === from.level ||
      shortName === to.level ||
      (elevation > Math.min(a, b) && elevation < Math.max(a, b)),
  );
  return between.reduce((best, level) =>
    Math.abs(level.elevation - z) < Math.abs(best.elevation - z) ? level : best,
  ).shortName;
}

/** The smallest turn from one heading to another, in (−π, π]. */
function turn(from: number, to: number): number {
  const difference = (to - from) % (2 * Math.PI);
  if (difference > Math.PI) return difference - 2 * Math.PI;
  return difference <= -Math.PI ? difference + 2 * Math.PI : difference;
}
