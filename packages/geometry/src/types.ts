/** WGS84 longitude and latitude in degrees. Only in IMDF files and imports. */
export type LngLat = readonly [lng: number, lat: number];

/** A point of the plane of one level, in the venue frame: metres, x east, y north of the venue's `display_point`. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A point of the venue: metres in the venue frame and the `short_name` of its level. */
export interface VenuePoint extends Point {
  readonly level: string;
}

/** A point of the scene: metres, y up, right-handed: (x, elevation, −y of the venue). */
export interface ScenePoint {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** A point of the screen in CSS pixels. */
export interface ScreenPoint {
  readonly left: number;
  readonly top: number;
}

/** A closed ring in the venue frame; the first point is not repeated at the end. */
export type Ring = readonly Point[];

/** An area: a counter-clockwise outer ring and clockwise holes. */
export interface Polygon {
  readonly outer: Ring;
  readonly holes: readonly Ring[];
}

/** Several areas that are one thing, as GeoJSON's MultiPolygon. */
export type MultiPolygon = readonly Polygon[];

/** A line in the venue frame: at least two points. */
export type Polyline = readonly Point[];

export interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}
