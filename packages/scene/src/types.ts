import type { Point, ScreenBox, VenuePoint } from '@daoyin/geometry';
import type { Route } from '@daoyin/routing';
import type { BeaconRegister, FeatureId, Venue } from '@daoyin/venue';

export type Theme = 'light' | 'dark' | 'contrast';
export type SceneLanguage = 'zh' | 'en';

/** Where the walker is: venue frame, `accuracy95` the radius in metres of the ring. Structural, so that the scene knows no estimator. */
export interface ScenePosition extends VenuePoint {
  readonly accuracy95: number;
}

/** CSS colours (`#rrggbb`) of what belongs to one area, by window number, section id or unit id. What is absent gets a colour of the palette. */
export interface AreaColours {
  readonly windows?: ReadonlyMap<string, string>;
  readonly sections?: ReadonlyMap<FeatureId, string>;
  readonly units?: ReadonlyMap<FeatureId, string>;
}

/** What a visitor touched; `at` is the venue point below the finger where one is known. */
export type SelectTarget =
  | { readonly kind: 'window'; readonly number: string; readonly at?: VenuePoint }
  | { readonly kind: 'feature'; readonly id: FeatureId; readonly at?: VenuePoint }
  | { readonly kind: 'point'; readonly at: VenuePoint };

/** CSS pixels at each edge that the app's own panels cover: nothing is framed below them. */
export interface Insets {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** What one frame cost: for benches and the debug page. */
export interface FrameStats {
  readonly calls: number;
  readonly triangles: number;
  readonly textures: number;
  readonly geometries: number;
  /** JavaScript of the frame in milliseconds, drawing calls included. */
  readonly scriptMs: number;
  /** Labels shown. */
  readonly labels: number;
}

export interface HallSceneProps {
  readonly venue: Venue;
  /** The storey shown alone; absent: all of them, one above the other, pulled apart. */
  readonly level?: string | undefined;
  readonly theme?: Theme;
  readonly language?: SceneLanguage;
  readonly areas?: AreaColours | undefined;
  readonly route?: Route | undefined;
  /** Metres of the route already walked, drawn paler. */
  readonly travelled?: number | undefined;
  readonly position?: ScenePosition | undefined;
  /** Heading of the walker in the venue frame, radians counter-clockwise from east. */
  readonly heading?: number | undefined;
  /** The position is the last one known, not a fresh one: drawn grey. */
  readonly stale?: boolean | undefined;
  /** Where the walker truly is, for debug pages. */
  readonly truth?: VenuePoint | undefined;
  readonly beacons?: BeaconRegister | undefined;
  readonly highlightWindow?: string | undefined;
  /** The kiosk's own place: "you are here". */
  readonly here?: VenuePoint | undefined;
  /** The direction that is up on the screen at first and after `resetView`: radians counter-clockwise from east. Default: the one that fills the screen. */
  readonly upHeading?: number | undefined;
  /** The camera goes with the position and turns with the heading, until the visitor takes the map. */
  readonly follow?: boolean;
  readonly insets?: Insets | undefined;
  /** Where the app's own controls lie on the picture, from its left upper corner: no name runs under them. */
  readonly covered?: readonly ScreenBox[] | undefined;
  readonly reducedMotion?: boolean;
  /** Factor on label sizes (large-text mode). */
  readonly labelScale?: number;
  readonly onSelect?: ((target: SelectTarget) => void) | undefined;
  readonly onLevelChange?: ((level: string) => void) | undefined;
  /** The visitor moved the map while it followed. */
  readonly onFollowInterrupted?: (() => void) | undefined;
  /** There is no WebGL here, or it was lost and does not come back: show the 2D plan. */
  readonly onUnavailable?: ((reason: string) => void) | undefined;
  readonly onFrame?: ((stats: FrameStats) => void) | undefined;
  /** Accessible name of the picture. */
  readonly label?: string;
  readonly className?: string;
}

/** Every gesture as a call, so that each has a button. Angles in radians. */
export interface HallSceneHandle {
  /** `span`: metres across the smaller side of the picture. */
  readonly flyTo: (point: VenuePoint, span?: number) => void;
  /** Shows the part of the route on the visible storeys. */
  readonly frameRoute: () => void;
  readonly frameLevel: () => void;
  /** Above 1 nearer. */
  readonly zoomBy: (factor: number) => void;
  readonly rotateBy: (angle: number) => void;
  readonly tiltBy: (angle: number) => void;
  /** Metres on the screen's axes: right and up. */
  readonly panBy: (right: number, up: number) => void;
  readonly resetNorth: () => void;
  readonly resetView: () => void;
  /** Direction that is up on the screen, radians counter-clockwise from east: for a compass. */
  readonly upHeading: () => number;
  /** CSS pixels in the canvas of a venue point, where it is in view. */
  readonly project: (point: VenuePoint) => { readonly left: number; readonly top: number } | undefined;
  readonly stats: () => FrameStats;
}

/** A place on one storey with a height above its floor. */
export interface Spot extends Point {
  readonly level: string;
  readonly height: number;
}
