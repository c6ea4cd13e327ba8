import type { VenuePoint } from '@daoyin/geometry';
import type { CalibrationVerdict, ProposedWalk } from '@daoyin/positioning';
import type { BeaconRegister, Venue } from '@daoyin/venue';

/** One folder of a survey as it was recorded: lines of readings and lines of truth. */
export interface WalkFiles {
  readonly name: string;
  readonly readings: string;
  readonly truth: string;
}

export interface LoadedWalk {
  readonly name: string;
  readonly seconds: number;
  readonly badLines: number;
}

/** A square of 6 m in which survey walks were located: the predicted 95 % radius and the one that was reached, in metres. */
export interface MeasuredPlace {
  readonly level: string;
  readonly x: number;
  readonly y: number;
  readonly seconds: number;
  readonly predicted: number;
  readonly reached: number;
}

export type SurveyRequest =
  | { readonly type: 'open'; readonly venue: Venue; readonly register: BeaconRegister }
  | { readonly type: 'walks'; readonly files: readonly WalkFiles[] }
  | { readonly type: 'next'; readonly from: VenuePoint; readonly metres: number; readonly level?: string }
  | { readonly type: 'begin'; readonly name: string; readonly from: VenuePoint }
  /** What a receiver or this device heard, as lines that `locate` reads. */
  | { readonly type: 'heard'; readonly lines: readonly unknown[] }
  /** The surveyor stands there at that time. */
  | { readonly type: 'stand'; readonly at: VenuePoint; readonly atMs: number }
  | { readonly type: 'finish' }
  | { readonly type: 'discard' }
  | { readonly type: 'measure' }
  | { readonly type: 'learn' };

/** A walk in progress. Metres, seconds. */
export interface LiveState {
  readonly name: string;
  readonly readings: number;
  readonly beacons: number;
  readonly seconds: number;
  readonly badLines: number;
  /** Where the surveyor stood, and the ways between. */
  readonly stands: readonly VenuePoint[];
  readonly ways: readonly (readonly VenuePoint[])[];
  /** The next stop with the way there; undefined where no more is gained. */
  readonly next: ProposedWalk | undefined;
  /** Where the estimator puts the surveyor. */
  readonly position: (VenuePoint & { readonly accuracy95?: number }) | undefined;
  /** How far the estimator was off on the way so far, and what was predicted there. */
  readonly measured:
    | { readonly seconds: number; readonly reached: number; readonly predicted: number }
    | undefined;
}

/** What is unknown at each square of a level of what a survey can find, 1 where nobody was near. */
export interface CoveragePicture {
  readonly level: number;
  readonly minX: number;
  readonly minY: number;
  readonly metres: number;
  readonly columns: number;
  readonly rows: number;
  readonly places: Int32Array;
  readonly unknown: Float32Array;
}

export type SurveyReport =
  | { readonly type: 'loaded'; readonly walks: readonly LoadedWalk[] }
  | {
      readonly type: 'coverage';
      readonly pictures: readonly CoveragePicture[];
      /** Mean 95 % error without any survey and with this one, in metres. */
      readonly unsurveyed: number;
      readonly surveyed: number;
    }
  | { readonly type: 'next'; readonly walk: ProposedWalk }
  | { readonly type: 'live'; readonly live: LiveState | undefined }
  /** A walk that is done, as the lines of its two files. */
  | { readonly type: 'recorded'; readonly files: WalkFiles }
  | { readonly type: 'locating'; readonly done: number; readonly of: number }
  | { readonly type: 'measured'; readonly places: readonly MeasuredPlace[] }
  | {
      readonly type: 'learnt';
      readonly heldOut: string;
      /** Undefined where the held-out walk is too short to judge by. */
      readonly verdict: CalibrationVerdict | undefined;
      /** Learnt from all walks, the held-out one too. */
      readonly register: BeaconRegister;
    }
  | { readonly type: 'no-walks' };
