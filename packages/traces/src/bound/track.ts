import { distance, type VenuePoint } from '@daoyin/geometry';
import { type TruthPoint, truthAt } from '../score/truth';
import { turnBetween } from '../simulate/motion';

/** Where the walker truly is at a whole second, and how they came there since the second before. */
export interface Knot extends VenuePoint {
  readonly atMs: number;
  /** Half a second before: the middle of what is heard until now. */
  readonly middle: VenuePoint;
  /** Radians in the venue frame: where they walk, or walked last. */
  readonly heading: number;
  /** Metres since the knot before, and since the start. */
  readonly moved: number;
  readonly odometer: number;
}

const MOVING_M = 0.1;

/** The true track at whole seconds; runs of seconds that the truth covers, since it may have gaps. */
export function tracksOf(truth: readonly TruthPoint[]): readonly (readonly Knot[])[] {
  const tracks: Knot[][] = [];
  let track: Knot[] | undefined;
  const [first, last] = [truth[0]?.atMs ?? 0, truth.at(-1)?.atMs ?? -1];
  for (let atMs = Math.ceil(first / 1000) * 1000; atMs <= last; atMs += 1000) {
    const at = truthAt(truth, atMs);
    const middle = truthAt(truth, atMs - 500);
    const before = track?.at(-1);
    if (at === undefined || (before !== undefined && middle === undefined)) {
      track = undefined;
      continue;
    }
    if (track === undefined) {
      track = [];
      tracks.push(track);
    }
    track.push(knotAt(at, middle ?? at, before, truthAt(truth, atMs + 1000)));
  }
  return tracks.filter(({ length }) => length > 1);
}

function knotAt(
  at: TruthPoint,
  middle: VenuePoint,
  before: Knot | undefined,
  after: TruthPoint | undefined,
): Knot {
  const { x, y, level, atMs } = at;
  const moved = before === undefined ? 0 : distance(before, at);
  const from = before === undefined ? at : before;
  const to = before === undefined ? (after ?? at) : at;
  const moving = distance(from, to) > MOVING_M;
  const heading = moving ? Math.atan2(to.y - from.y, to.x - from.x) : (before?.heading ?? 0);
  return { x, y, level, atMs, middle, heading, moved, odometer: (before?.odometer ?? 0) + moved };
}

/** Whether the walker walks at a knot. */
export function isMoving({ moved }: Knot): boolean {
  return moved > MOVING_M;
}

/** Radians turned between two knots. */
export function turned(from: Knot, to: Knot): number {
  return turnBetween(from.heading, to.heading);
}
