import type { VenuePoint } from '@daoyin/geometry';
import type { Position } from '@daoyin/positioning';
import type { Destination, RouteQuery, RouteResult } from '@daoyin/routing';
import type { DoorHours, HallClock, Holiday } from '@daoyin/services';
import type { BeaconRegister, Labels, Venue } from '@daoyin/venue';

/** From where, how, and to any one of which places. */
export interface Errand {
  readonly query: Omit<RouteQuery, 'to'>;
  readonly destinations: readonly Destination[];
}

/** What of a hall opens and shuts by the clock. */
export interface Timetable {
  readonly clock: HallClock;
  readonly holidays: readonly Holiday[];
  readonly doors: readonly DoorHours[];
}

/** What the page asks of the guide worker. Readings are lines as `locate` reads them, already parsed. */
export type GuideRequest =
  | {
      readonly type: 'open';
      readonly venue: Venue | undefined;
      readonly register: BeaconRegister;
      /** The colour of each window's area in words, by the window's number. */
      readonly colours?: ReadonlyMap<string, Labels>;
      /** Without it nothing is shut by the clock. */
      readonly timetable?: Timetable | undefined;
      readonly estimator?: string | undefined;
      readonly seed: number;
    }
  | { readonly type: 'lines'; readonly lines: readonly unknown[] }
  /** A place that the walker told; it takes the time of the newest reading, else `atMs`. */
  | { readonly type: 'anchor'; readonly at: VenuePoint; readonly sigma: number; readonly atMs: number }
  /** The way to the destination that is reached soonest, such as the nearest of all toilets. */
  | ({ readonly type: 'route'; readonly id: number; readonly atMs: number } & Errand);

/** What the worker tells the page. */
export type GuideReport =
  | { readonly type: 'position'; readonly position: Position }
  | { readonly type: 'route'; readonly id: number; readonly result: RouteResult };
