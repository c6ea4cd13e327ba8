import type { VenuePoint } from '@daoyin/geometry';

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
    heading: before.heading + t * turnBetween(before.heading, after.heading),
  };
}

export function endMs({ startMs, poses }: Motion): number {
  return startMs + (poses.length - 1) * TICK_MS;
}

/** The smallest turn from one heading to another, in (−π, π]. */
export function turnBetween(from: number, to: number): number {
  const difference = (to - from) % (2 * Math.PI);
  if (difference > Math.PI) return difference - 2 * Math.PI;
  return difference <= -Math.PI ? difference + 2 * Math.PI : difference;
}
