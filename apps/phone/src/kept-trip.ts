import type { VenuePoint } from '@daoyin/geometry';
import type { Trip } from './state';

/** What a phone keeps of a walk that goes on, so that a page that was killed goes on with it. It never leaves the phone. */
export interface KeptTrip {
  readonly trip: Pick<Trip, 'goal' | 'ticket' | 'journey' | 'session'>;
  /** Where the walker was; absent where that is too long ago to be true. */
  readonly at?: VenuePoint;
}

const KEY = 'daoyin-phone-trip';
/** Nobody walks to a window for longer. */
const KEPT_MS = 2 * 3_600_000;
/** Who was somewhere so long ago may be anywhere: in a lift a storey is a matter of seconds. */
const PLACE_KEPT_MS = 60_000;

interface Stored extends KeptTrip {
  readonly atMs: number;
}

/** Where it is kept: a browser that was told to keep nothing throws as soon as it is asked for. */
type Store = () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Keeps the trip; without anything to go to, forgets it. */
export function keepTrip(store: Store, kept: KeptTrip, nowMs: number): void {
  const { goal, ticket, journey } = kept.trip;
  try {
    if (goal === undefined && ticket === undefined && journey === undefined) store().removeItem(KEY);
    else store().setItem(KEY, JSON.stringify({ ...kept, atMs: nowMs } satisfies Stored));
  } catch {
    return; // a browser that keeps nothing starts anew
  }
}

/** What was kept and may still be wanted; undefined for what is old or not understood. */
export function keptTrip(store: Store, nowMs: number): KeptTrip | undefined {
  try {
    const stored = JSON.parse(store().getItem(KEY) ?? 'null') as Stored | null;
    if (stored === null || typeof stored.trip !== 'object') return undefined;
    const age = nowMs - stored.atMs;
    if (!(age >= 0 && age < KEPT_MS)) return undefined;
    return age < PLACE_KEPT_MS && stored.at ? { trip: stored.trip, at: stored.at } : { trip: stored.trip };
  } catch {
    return undefined;
  }
}
