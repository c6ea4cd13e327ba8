import type { Point, VenuePoint } from '@daoyin/geometry';
import type { ConnectorKind, FeatureId, LocalTime } from '@daoyin/venue';

export type ProfileName = 'walk' | 'step-free' | 'slow' | 'pram';

export type Destination = VenuePoint | { readonly window: string } | { readonly featureId: FeatureId };

export interface RouteQuery {
  readonly from: VenuePoint;
  readonly to: Destination;
  readonly profile: ProfileName;
  /** What is shut now: units, openings or connectors by feature id. */
  readonly closed?: readonly FeatureId[];
  /** Staff may pass restricted areas. */
  readonly staff?: boolean;
  /** When, on the venue's wall clock: what has hours is shut outside of them. Without it nothing is shut by its hours. */
  readonly at?: LocalTime;
}

/** One thing that keeps a walker from a goal, and why. */
export interface Obstacle {
  readonly featureId: FeatureId;
  /**
   * `closed` by somebody, `hours` by the clock, `staff` for staff only, `steps` that this walker cannot climb or ride, `narrow`
   * for this walker.
   */
  readonly kind: 'closed' | 'hours' | 'staff' | 'steps' | 'narrow';
  /** When it opens next, where its hours say so. */
  readonly opens?: LocalTime;
}

/** One leg on one level, or one ride or climb between two. */
export type RouteLeg =
  | {
      readonly kind: 'walk';
      readonly level: string;
      readonly path: readonly Point[];
      readonly length: number;
      readonly duration: number;
    }
  | {
      readonly kind: 'connector';
      readonly connectorId: FeatureId;
      readonly connector: ConnectorKind;
      readonly from: VenuePoint;
      readonly to: VenuePoint;
      /** The middle of the lift or stairs, on the storey where one gets in. */
      readonly inside?: Point;
      readonly length: number;
      readonly duration: number;
    };

/** A shortest way: length in metres, duration in seconds. `path` is all points with their level, in order. */
export interface Route {
  readonly ok: true;
  readonly length: number;
  readonly duration: number;
  readonly path: readonly VenuePoint[];
  readonly legs: readonly RouteLeg[];
  readonly manoeuvres: readonly Manoeuvre[];
  readonly destination: {
    readonly at: VenuePoint;
    readonly window?: string;
    readonly featureId?: FeatureId;
    readonly side?: 'left' | 'right' | 'ahead';
  };
  /** Said where the start or the goal had to be moved to the nearest walkable point, with the distance in metres. */
  readonly moved?: { readonly start?: number; readonly goal?: number };
}

export interface NoRoute {
  readonly ok: false;
  readonly error: {
    readonly kind:
      | 'unreachable'
      | 'unknown-window'
      | 'unknown-feature'
      | 'unknown-level'
      | 'not-walkable'
      | 'bad-query';
    /** What blocks, or what is wrong, with the value; English, for logs. */
    readonly message?: string;
    readonly blockedBy?: readonly FeatureId[];
    /** Each thing that blocks: all of them gone, there is a way. */
    readonly obstacles?: readonly Obstacle[];
    /** What a visitor is told: what blocks, and what would open the way. */
    readonly reason?: Readonly<Record<Language, string>>;
  };
}

export type RouteResult = Route | NoRoute;

export type TurnDirection =
  | 'straight'
  | 'slight-left'
  | 'left'
  | 'sharp-left'
  | 'slight-right'
  | 'right'
  | 'sharp-right'
  | 'back';

/** Something that one can see from a manoeuvre. `text` is what the sign says, where it says something. */
export interface Landmark {
  readonly kind: string;
  readonly featureId: FeatureId;
  readonly name?: Readonly<Record<string, string>>;
  readonly window?: string;
  /** The first and the last window of an island of counters. */
  readonly windows?: readonly [first: string, last: string];
  /** The colour of the area that a window is in, where the hall has such colours. */
  readonly colour?: Readonly<Record<string, string>>;
}

/** One thing to do, `distance` metres along the route from its start. Worded by `phrase`, never here. */
export type Manoeuvre =
  | {
      readonly kind: 'depart';
      readonly distance: number;
      readonly at: VenuePoint;
      readonly headingRad: number;
      /** There is nowhere to go: the start is the goal. */
      readonly here?: true;
      /** What one walks towards. */
      readonly landmark?: Landmark;
      /** The window or machine that one stands before, and the way to go as one faces it. */
      readonly facing?: Landmark;
      readonly direction?: TurnDirection;
    }
  | {
      readonly kind: 'turn';
      readonly distance: number;
      readonly at: VenuePoint;
      readonly direction: TurnDirection;
      readonly landmark?: Landmark;
      /** What one comes out of, where the turn is the first thing after a ride. */
      readonly after?: ConnectorKind;
    }
  | {
      readonly kind: 'take-connector';
      readonly distance: number;
      readonly at: VenuePoint;
      readonly connector: ConnectorKind;
      readonly connectorId: FeatureId;
      readonly toLevel: string;
      readonly up: boolean;
      /** The side on which one leaves, seen as one went in. */
      readonly exit?: TurnDirection;
      /** The lift or stair itself, where it has a name. */
      readonly landmark?: Landmark;
      /** Straight on from a ride of the same kind. */
      readonly continues?: boolean;
      /** Metres on one's feet until the last storey: none in a lift. */
      readonly length?: number;
    }
  | {
      readonly kind: 'arrive';
      readonly distance: number;
      readonly at: VenuePoint;
      readonly side: 'left' | 'right' | 'ahead';
      /** The way one faces on arriving. */
      readonly headingRad?: number;
      readonly landmark?: Landmark;
    };

/** Where a walker is on a route. */
export interface Progress {
  /** Metres along the route, and left. */
  readonly travelled: number;
  readonly distanceLeft: number;
  readonly durationLeft: number;
  /** The walker has left the route: for 3 s, or by 8 m, or walks away from it, or went 8 m back; time to ask for another. */
  readonly offRoute: boolean;
  readonly arrived: boolean;
  /** The walker's place on the route. */
  readonly snapped: VenuePoint;
  /** Index into `Route.manoeuvres` of the next one, and metres to it. */
  readonly next: number;
  readonly distanceToNext: number;
  /** When this was. */
  readonly atMs?: number;
  /** Metres from the route; Infinity on a storey that it does not touch. */
  readonly deviation?: number;
  /** When the walker was first found beside the route, while that lasts. */
  readonly besideSinceMs?: number;
  /** The farthest that the walker got, in metres along the route. */
  readonly farthest?: number;
  /** Where the walker was of late, in metres from the route and along it, and since when they walk away from it. */
  readonly course?: { readonly deviation: number; readonly along: number; readonly awaySinceMs?: number };
}

/** What `progressOf` needs of a position; a positioning `Position` is one. `accuracy95` in metres. */
export interface TrackedPosition extends VenuePoint {
  readonly atMs: number;
  readonly accuracy95?: number;
}

/** A manoeuvre in words: for the eye and for a voice. */
export interface Phrase {
  readonly text: string;
  readonly speech: string;
}

/** What a phrase depends on besides its manoeuvre. */
export interface PhraseContext {
  /** Metres to walk until the manoeuvre: since the one before (a list of steps), or from where the walker is. */
  readonly ahead?: number;
  /** The walker is on the way and hears it now. */
  readonly live?: boolean;
}

export type Language = 'zh' | 'en';
