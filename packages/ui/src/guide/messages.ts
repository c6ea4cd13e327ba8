import type { VenuePoint } from '@daoyin/geometry';
import type { BeaconEvidence, BeaconVerdict, Position } from '@daoyin/positioning';
import type { Forecast } from '@daoyin/protocol';
import type { Destination, NoRoute, RouteQuery, RouteResult } from '@daoyin/routing';
import type { DoorHours, HallClock, Holiday, NoJourney, WordedPlan } from '@daoyin/services';
import type { BeaconRegister, Closure, Labels, Venue } from '@daoyin/venue';

/** From where, how, and to any one of which places. */
export interface Errand {
  readonly query: Omit<RouteQuery, 'to'>;
  readonly destinations: readonly Destination[];
}

/** One thing to do, at any of its windows, after the stops that it needs. */
export interface Stop {
  readonly id: string;
  readonly name: Labels;
  readonly windows: readonly string[];
  readonly after: readonly string[];
}

/** Several stops from where somebody is; `forecast` has the queues as the server expected them when it was last heard. */
export interface StopsWanted {
  readonly query: Omit<RouteQuery, 'to' | 'at'>;
  readonly stops: readonly Stop[];
  readonly forecast?: Forecast | undefined;
}

export type StopsPlan = WordedPlan | NoJourney | NoRoute;

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
      /** What is shut for a time. */
      readonly closures?: readonly Closure[] | undefined;
      readonly estimator?: string | undefined;
      readonly seed: number;
      /** Whether the walk is listened to for what it says of the beacons. */
      readonly witness?: boolean;
    }
  /** What is known of the beacons; it counts until the first reading. */
  | { readonly type: 'trust'; readonly verdicts: readonly BeaconVerdict[] }
  /** What the walk says of one beacon; `draw` (0 … 1) says of which. */
  | { readonly type: 'evidence'; readonly id: number; readonly draw: number }
  | { readonly type: 'lines'; readonly lines: readonly unknown[] }
  /** A place that the walker told; it takes the time of the newest reading, else `atMs`. */
  | { readonly type: 'anchor'; readonly at: VenuePoint; readonly sigma: number; readonly atMs: number }
  /** Ways may be asked for soon: what the first of them would wait for is made now. */
  | { readonly type: 'prepare' }
  /** The way to the destination that is reached soonest, such as the nearest of all toilets. */
  | ({ readonly type: 'route'; readonly id: number; readonly atMs: number } & Errand)
  /** The order and the windows of several stops that are done first. */
  | ({ readonly type: 'plan'; readonly id: number; readonly atMs: number } & StopsWanted);

/** What the worker tells the page. */
export type GuideReport =
  | { readonly type: 'position'; readonly position: Position }
  | { readonly type: 'route'; readonly id: number; readonly result: RouteResult }
  | { readonly type: 'plan'; readonly id: number; readonly result: StopsPlan }
  | { readonly type: 'evidence'; readonly id: number; readonly evidence: BeaconEvidence | undefined };
