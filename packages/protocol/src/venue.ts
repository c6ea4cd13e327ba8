import type { HallClock, Services } from '@daoyin/services';
import type { BeaconRegister, Closure, Venue } from '@daoyin/venue';

/** The published version of a venue as pages load it: decoded once by the server, in the venue frame. */
export interface VenueBundle {
  /** Changes whenever anything in it changes. */
  readonly version: string;
  readonly venue: Venue;
  readonly register: BeaconRegister;
  readonly services: Services | null;
  /** What is shut for a time. */
  readonly closures?: readonly Closure[];
  /** What opens and shuts by the clock; absent where nothing does, as in a demonstration at any hour. */
  readonly clock?: HallClock;
}

/** The demonstration's visitor, where the server runs one. */
export interface Demonstration {
  readonly session: string;
  readonly ticket: string;
  readonly profile: 'walk' | 'step-free';
}

/** A recorded walk for the debug player; lines as `locate` reads them. */
export interface RecordedWalk {
  readonly name: string;
  readonly beacons: unknown;
  readonly venue: Venue | null;
  /** Cells [x, y] where a person can stand, and their size in metres, where the recording has them. */
  readonly occupancy: {
    readonly cell: number;
    readonly points: readonly (readonly [number, number])[];
  } | null;
  readonly lines: readonly unknown[];
  readonly truth: readonly {
    readonly atMs: number;
    readonly x: number;
    readonly y: number;
    readonly level: string;
  }[];
}
