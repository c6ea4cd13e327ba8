import type { ScreenBox, VenuePoint } from '@daoyin/geometry';
import type { Route } from '@daoyin/routing';
import type { SelectTarget } from '@daoyin/scene';
import type { BeaconRegister, Venue } from '@daoyin/venue';
import type { AreaPaint } from './areas';

/** A position to draw: venue frame, radius in metres of the ring that holds the truth in 95 % of seconds. */
export interface ShownPosition extends VenuePoint {
  readonly accuracy95: number;
}

/** CSS pixels at each edge that panels cover. */
export interface MapInsets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** What both the flat plan and the hall in 3D are told. */
export interface HallMapProps {
  readonly venue: Venue;
  readonly paint: AreaPaint;
  readonly level: string;
  readonly route?: Route | undefined;
  /** Metres of the route already walked. */
  readonly travelled?: number | undefined;
  readonly position?: ShownPosition | undefined;
  /** Direction of walking, radians counter-clockwise from east. */
  readonly heading?: number | undefined;
  /** The position is the last one known, not a fresh one. */
  readonly stale?: boolean | undefined;
  readonly truth?: VenuePoint | undefined;
  readonly here?: VenuePoint | undefined;
  readonly highlightWindow?: string | undefined;
  readonly beacons?: BeaconRegister | undefined;
  readonly follow?: boolean | undefined;
  /** What is up on the screen: radians counter-clockwise from east. */
  readonly upHeading?: number | undefined;
  /** A place to look at, such as the step that was chosen from the list. */
  readonly focus?: VenuePoint | undefined;
  readonly insets?: MapInsets | undefined;
  /** Where controls lie on the picture: no name runs under them. */
  readonly covered?: readonly ScreenBox[] | undefined;
  readonly onSelect?: ((target: SelectTarget) => void) | undefined;
  readonly onLevelChange?: ((level: string) => void) | undefined;
  readonly onFollowInterrupted?: (() => void) | undefined;
}

/** What the map's buttons do, flat or not. */
export interface MapHandle {
  readonly zoomBy: (factor: number) => void;
  /** Radians, counter-clockwise on the screen. */
  readonly rotateBy: (angle: number) => void;
  readonly frameLevel: () => void;
  readonly frameRoute: () => void;
  readonly resetView: () => void;
}
