import type { VenuePoint } from '@daoyin/geometry';
import type { BeaconRegister, FeatureId, Labels, Venue } from '../types';

/**
 * Something that cannot be used for a time: a lift under repair, a door during works. `from` and `until` are times of the
 * venue's wall clock as `2026-03-01T08:00`; absent, it has no beginning or no end.
 */
export interface Closure {
  readonly id: FeatureId;
  /** Units, openings or connectors that are shut. */
  readonly featureIds: readonly FeatureId[];
  readonly from?: string;
  readonly until?: string;
  /** When it is shut within that time, in OpenStreetMap `opening_hours` syntax; absent: all of it. */
  readonly hours?: string;
  readonly reason: Labels;
  /** Where its sign is drawn. */
  readonly at?: VenuePoint;
}

/**
 * All that the studio edits, as one immutable value. `catalogue` is what `services.json` holds, decoded by the services
 * package; here it is records with keys and no more.
 */
export interface HallDocument<Catalogue extends object | null = object | null> {
  readonly venue: Venue;
  readonly register: BeaconRegister;
  readonly closures: readonly Closure[];
  readonly catalogue: Catalogue;
}

/** An edit: gives the document as it is afterwards, or the very same one where there is nothing to do. It never throws. */
export type Action = <D extends HallDocument>(document: D) => D;

/** Several actions as one. */
export function sequence(...actions: readonly Action[]): Action {
  return (document) => actions.reduce((current, action) => action(current), document);
}
