import type { Hours, Labels, LocalTime } from '@daoyin/venue';
import type { Wait } from '../waiting';

/** A wait as far as a plan needs it, in seconds. */
export type QueueWait = Pick<Wait, 'median' | 'p90'>;

/** The wait of whoever comes before `until` (and after the span before); without `until`, from then on. */
export interface WaitSpan {
  readonly until?: LocalTime;
  readonly wait: QueueWait;
}

/** One place where a stop can be done. */
export interface JourneyPlace {
  /** What walking times know it by: a window's number, a feature id. */
  readonly key: string;
  readonly name: Labels;
  /** When it serves; without hours, always. */
  readonly hours?: Hours;
  /** The queue as it is expected, by time; without it nobody waits. */
  readonly waits?: readonly WaitSpan[];
}

/** One thing to do on a journey, at any one of its places. */
export interface JourneyStop {
  readonly id: string;
  readonly name: Labels;
  readonly places: readonly JourneyPlace[];
  /** The stops that must be done before, by id. */
  readonly after?: readonly string[];
  /** Seconds that being served takes. */
  readonly service?: number;
}

/** What a visitor wants done, from where and when. */
export interface Journey {
  /** The key of where the visitor is. */
  readonly from: string;
  /** Where the visitor wants to be afterwards, if anywhere. */
  readonly to?: string;
  readonly at: LocalTime;
  readonly stops: readonly JourneyStop[];
}

/** Seconds to walk between two places by their keys; undefined where no way leads. */
export type WalkingTime = (from: string, to: string) => number | undefined;

/** One stop of a plan. Durations in seconds, as they are expected (the median of each wait). */
export interface JourneyStep {
  readonly stop: string;
  readonly place: string;
  readonly walk: number;
  /** Until the place opens, or its queue is so much shorter that it pays to come later. */
  readonly idle: number;
  readonly wait?: QueueWait;
  readonly service: number;
  readonly arrivesAt: LocalTime;
  /** When the visitor joins the queue, `idle` after arriving. */
  readonly joinsAt: LocalTime;
  readonly calledAt: LocalTime;
  readonly doneAt: LocalTime;
  readonly why: JourneyReason;
}

/** Why a stop comes here, and at this place: what the best plan without this choice would cost more. */
export type JourneyReason =
  /** Nothing else can be done before it; `before` are the stops that need it. */
  | { readonly kind: 'needed'; readonly before: readonly string[] }
  /** It had to wait for these, and nothing else is free. */
  | { readonly kind: 'follows'; readonly after: readonly string[] }
  /** Less time in queues; `shortest` where this queue is the shortest of the stop's, `until` it grows or another's is shorter. */
  | {
      readonly kind: 'queue';
      readonly saves: number;
      readonly shortest: boolean;
      readonly until?: LocalTime;
    }
  /** It shuts, and would have to be waited for until it opens again. */
  | { readonly kind: 'closes'; readonly saves: number; readonly at: LocalTime }
  /** The other choice is not open yet. */
  | { readonly kind: 'opens'; readonly saves: number }
  /** Else another stop would not be done before `until`. */
  | { readonly kind: 'delays'; readonly saves: number; readonly stop: string; readonly until: LocalTime }
  | { readonly kind: 'walk'; readonly saves: number }
  /** Another choice would be as good. */
  | { readonly kind: 'equal' }
  /** There is no other choice. */
  | { readonly kind: 'only' };

/** The plan that is done first, and of those the one with the least walking. */
export interface JourneyPlan {
  readonly ok: true;
  readonly steps: readonly JourneyStep[];
  /** Seconds on one's feet, way to `to` included. */
  readonly walking: number;
  /** Seconds until all is done as it is expected, and with every wait at its 90 % mark; undefined where it then cannot be done. */
  readonly duration: number;
  readonly longDuration?: number;
  readonly doneAt: LocalTime;
}

export interface NoJourney {
  readonly ok: false;
  readonly error: {
    readonly kind:
      | 'duplicate-stop'
      | 'unknown-stop'
      | 'circle'
      | 'no-place'
      | 'never-open'
      | 'unreachable'
      | 'too-many';
    /** The stops that it is about. */
    readonly stops: readonly string[];
    readonly message: string;
    readonly reason: { readonly zh: string; readonly en: string };
  };
}

export type JourneyResult = JourneyPlan | NoJourney;
