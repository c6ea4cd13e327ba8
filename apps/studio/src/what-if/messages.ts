import type { WalksChange } from '@daoyin/routing';
import type { DayChange, Services, Ticket } from '@daoyin/services';
import type { FeatureId, Venue } from '@daoyin/venue';
import type { MovedWindow } from './moved';

/** One state of the building: its plan and what is shut. */
export interface Building {
  readonly venue: Venue;
  readonly closed: readonly FeatureId[];
}

export interface WhatIfRequest {
  readonly before: Building;
  readonly after: Building;
  readonly services: Services;
  /** The tickets of a past day; without them a simulated day of so many numbers. */
  readonly tickets: readonly Ticket[] | undefined;
  readonly numbers: number;
}

export interface WhatIfResult {
  readonly change: DayChange;
  readonly walks: readonly WalksChange[];
  readonly moved: readonly MovedWindow[];
  /** Mean seconds until the call: as it truly was, and in the replay without a change. Of a past day only. */
  readonly fidelity: { readonly truly: number; readonly replayed: number } | undefined;
}

export type WhatIfReport =
  | { readonly type: 'progress'; readonly done: number; readonly of: number }
  | { readonly type: 'no-entrance' }
  | { readonly type: 'done'; readonly result: WhatIfResult };
