import type { Listening } from '@daoyin/positioning';
import type { Beacon, BeaconRegister, Venue } from '@daoyin/venue';

/** What the map can show: radius in metres, audible beacons, probability of the right level, loss in metres by the worst single failure. */
export type Measure = 'error' | 'audible' | 'level' | 'loss';

export interface Shown {
  readonly level: number;
  readonly measure: Measure;
  readonly listening: Listening;
}

/** What a search is for: places for more beacons, beacons that could go, or what each one's death costs. */
export interface Search {
  readonly kind: 'add' | 'remove' | 'rank';
  readonly howMany: number;
  readonly listening: Listening;
}

export type AccuracyRequest =
  | { readonly type: 'open'; readonly venue: Venue; readonly register: BeaconRegister }
  /** Beacons that are other than they were, undefined for those that are gone; `sentMs` comes back with the map that knows of them. */
  | {
      readonly type: 'beacons';
      readonly changes: readonly (readonly [id: string, beacon: Beacon | undefined])[];
      readonly sentMs: number;
    }
  | { readonly type: 'show'; readonly shown: Shown | undefined }
  | { readonly type: 'search'; readonly search: Search }
  | { readonly type: 'cancel' };

/** A value for each square of a level: the grid's corner in metres, and the grid place of each value. */
export interface MapPicture {
  readonly shown: Shown;
  readonly minX: number;
  readonly minY: number;
  readonly metres: number;
  readonly columns: number;
  readonly rows: number;
  readonly places: Int32Array;
  readonly values: Float32Array;
  /** For `loss`: the beacon that would be missed, by square. */
  readonly culprits?: readonly (string | undefined)[];
}

/** What a level comes to: percentiles over its squares. */
export interface MapFigures {
  readonly median: number;
  readonly worst5: number;
  readonly worst: number;
}

export interface Chosen {
  readonly id: string;
  /** For `add`: the beacon itself. */
  readonly beacon?: Beacon;
  /** Mean 95 % error with this choice and those before it, and what it changed, in metres; for `rank` what its death costs. */
  readonly value: number;
  readonly change: number;
}

/** An area with too few audible beacons. */
export interface Sparse {
  readonly level: string;
  readonly x: number;
  readonly y: number;
  readonly area: number;
  readonly audible: number;
}

export type AccuracyReport =
  | { readonly type: 'building'; readonly done: number; readonly of: number }
  | {
      readonly type: 'map';
      readonly picture: MapPicture;
      readonly figures: MapFigures;
      readonly sentMs: number | undefined;
    }
  | { readonly type: 'sparse'; readonly areas: readonly Sparse[] }
  | { readonly type: 'searching'; readonly done: number; readonly of: number }
  | { readonly type: 'chosen'; readonly chosen: Chosen }
  | { readonly type: 'searched'; readonly whole: boolean };
