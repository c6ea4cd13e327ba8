import { AccuracyMap, evenAim, judge, prospectOf } from '@daoyin/positioning';
import { createRouter, type WalkIn, type WalksChange, walksChange, walksIn } from '@daoyin/routing';
import { closedAt, type HallDocument, type LocalTime } from '@daoyin/venue';

/** What publishing would do: mean 95 % error of who walks with steps, in metres, and the ways in. Absent where nothing of it changes. */
export interface Effect {
  readonly accuracy?: { readonly before: number; readonly after: number };
  readonly walks?: readonly WalksChange[];
}

export interface EffectRequest {
  readonly before: HallDocument;
  readonly after: HallDocument;
  /** What differs. */
  readonly beacons: boolean;
  readonly plan: boolean;
  readonly at: LocalTime;
}

export type EffectReport =
  | { readonly type: 'progress'; readonly done: number; readonly of: number }
  | { readonly type: 'done'; readonly effect: Effect };

const SQUARE_M = 3;
const WAYS_BETWEEN_REPORTS = 25;

/** Works out the effect of a change, step by step; the last report is the effect. */
export function* effectOf(request: EffectRequest): Generator<EffectReport> {
  const { before, after, beacons, plan, at } = request;
  yield { type: 'progress', done: 0, of: 1 };
  const accuracy =
    beacons || plan ? { accuracy: { before: meanError(before), after: meanError(after) } } : {};
  if (!plan) return yield { type: 'done', effect: accuracy };
  const [old, fresh] = [yield* waysOf(before, at), yield* waysOf(after, at)];
  yield { type: 'done', effect: { ...accuracy, walks: walksChange(old, fresh) } };
}

function meanError({ venue, register }: HallDocument): number {
  const prospect = prospectOf(venue, register.calibration, SQUARE_M);
  return judge(new AccuracyMap(prospect, register.beacons), evenAim(prospect, 'steps'));
}

function* waysOf(
  { venue, closures }: HallDocument,
  at: LocalTime,
): Generator<EffectReport, readonly WalkIn[]> {
  const router = createRouter(venue, { prepare: [] });
  const of = 2 * router.entrances().length * venue.windows.length;
  const ways: WalkIn[] = [];
  for (const way of walksIn(router, { closed: [...closedAt(closures, at)] })) {
    ways.push(way);
    if (ways.length % WAYS_BETWEEN_REPORTS === 0) yield { type: 'progress', done: ways.length, of };
  }
  return ways;
}
