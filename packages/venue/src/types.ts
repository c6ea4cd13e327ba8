import type { LngLat, MultiPolygon, Point, Polyline, VenuePoint } from '@daoyin/geometry';

/** Text by language tag, as IMDF's LABELS: `{"zh-Hans": "窗口", "en": "Window"}`. */
export type Labels = Readonly<Record<string, string>>;

/** A feature's id in its archive (a UUID in a valid one). */
export type FeatureId = string;

/** One storey, or an outdoor area. */
export interface Level {
  readonly id: FeatureId;
  /** The IMDF `short_name`: what the lift button says. Unique in a venue; every `VenuePoint.level` is one of these. */
  readonly shortName: string;
  /** The `short_name` in every language of the archive: what `levelNamed` also understands. */
  readonly shortNames?: Labels;
  readonly name: Labels;
  readonly ordinal: number;
  /** Height of the floor above that of ordinal 0, in metres. IMDF has no word for it: `ordinal × storeyHeight`. */
  readonly elevation: number;
  readonly outdoor: boolean;
  readonly outline: MultiPolygon;
  readonly buildingIds: readonly FeatureId[];
}

/** What the features of a level share. */
interface OnLevel {
  readonly id: FeatureId;
  readonly level: string;
  readonly name: Labels;
}

/** A space: room, walkway, lift shaft, stairs, atrium … `category` as in the archive, lower case. */
export interface Unit extends OnLevel {
  readonly category: string;
  /** `employeesonly`, `restricted` or another IMDF restriction. */
  readonly restriction?: string;
  readonly accessibility: readonly string[];
  readonly area: MultiPolygon;
  readonly displayPoint?: Point;
}

/** A door or passage: a line on the edge between units. */
export interface Opening extends OnLevel {
  readonly category: string;
  readonly accessibility: readonly string[];
  readonly accessControl: readonly string[];
  /** `door.type` of IMDF: `swinging`, `sliding`, `revolving`, `open` … */
  readonly doorType?: string;
  readonly automatic?: boolean;
  readonly line: Polyline;
  /** When it can be passed, in OpenStreetMap `opening_hours` syntax: of the `traversal` relationships over it. */
  readonly hours?: string;
}

/** What stands on the floor and cannot be walked through: desk, wall, furniture, vegetation … */
export interface Fixture extends OnLevel {
  readonly category: string;
  readonly area: MultiPolygon;
  readonly anchorId?: FeatureId;
}

/** A self-service machine or stand (IMDF kiosk). */
export interface Kiosk extends OnLevel {
  readonly area: MultiPolygon;
  readonly anchorId?: FeatureId;
}

/** A named zone that does not enclose: the tax hall's zones, the comprehensive area (IMDF section). */
export interface Section extends OnLevel {
  readonly category: string;
  readonly area: MultiPolygon;
}

/** A point of service: toilet, seat, information, ticket machine … */
export interface Amenity extends OnLevel {
  readonly category: string;
  readonly accessibility: readonly string[];
  readonly point: Point;
  readonly unitIds: readonly FeatureId[];
  readonly hours?: string;
}

/** Where somebody stands to be served. */
export interface Anchor {
  readonly id: FeatureId;
  readonly unitId?: FeatureId;
  readonly at: VenuePoint;
}

/** Who serves at an anchor. */
export interface Occupant {
  readonly id: FeatureId;
  readonly name: Labels;
  readonly category: string;
  readonly anchorId: FeatureId;
  /** OpenStreetMap `opening_hours` syntax. */
  readonly hours?: string;
}

/** A line drawn on the floor: kerb, edge, marking (IMDF detail). */
export interface Detail {
  readonly id: FeatureId;
  readonly level: string;
  readonly line: Polyline;
}

export type ConnectorKind = 'elevator' | 'escalator' | 'stairs' | 'ramp';

/** One vertical connection: the units, from storey to storey, through which a walker changes level. */
export interface Connector {
  readonly id: FeatureId;
  readonly kind: ConnectorKind;
  /** The units joined, by rising ordinal; two of one level are never neighbours in the list. */
  readonly unitIds: readonly FeatureId[];
  /** `up` or `down` where it carries one way only, in the order of `unitIds`. */
  readonly direction: 'both' | 'up' | 'down';
  readonly hours?: string;
  /** The relationships that it was read from: several where a lift shaft was given storey by storey. */
  readonly relationshipIds?: readonly FeatureId[];
  /** True where the archive has no relationship and the connector follows from shafts that stand over each other. */
  readonly assumed: boolean;
}

/** A numbered service window: the occupant, its fixture, and where the visitor stands. */
export interface ServiceWindow {
  /** What the sign says, such as `32` or `A12`; unique in a venue. */
  readonly number: string;
  readonly occupantId: FeatureId;
  readonly fixtureId?: FeatureId;
  readonly name: Labels;
  readonly at: VenuePoint;
  readonly hours?: string;
}

/** A moment on a venue's wall clock; month 1–12. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

/** Opening hours that somebody has read, ready to be asked. */
export interface Hours {
  readonly isOpen: (at: LocalTime) => boolean;
  /** When it next opens or closes; undefined where it never does within a year. */
  readonly nextChange: (at: LocalTime) => LocalTime | undefined;
}

/** The building as one immutable document, all geometry in the venue frame. */
export interface Venue {
  readonly id: FeatureId;
  readonly name: Labels;
  readonly origin: LngLat;
  /** By rising ordinal. */
  readonly levels: readonly Level[];
  readonly units: readonly Unit[];
  readonly openings: readonly Opening[];
  readonly fixtures: readonly Fixture[];
  readonly kiosks: readonly Kiosk[];
  readonly sections: readonly Section[];
  readonly amenities: readonly Amenity[];
  readonly anchors: readonly Anchor[];
  readonly occupants: readonly Occupant[];
  readonly details: readonly Detail[];
  readonly connectors: readonly Connector[];
  /** In the order of their numbers. */
  readonly windows: readonly ServiceWindow[];
}

export type Severity = 'error' | 'warning' | 'assumption';

/** One finding about an archive, a register or a document; `kind` is stable, `message` is for a person. */
export interface Issue {
  readonly severity: Severity;
  readonly kind: string;
  readonly message: string;
  /** The file and the feature that it is about, where there is one. */
  readonly file?: string;
  readonly featureId?: FeatureId;
  readonly at?: VenuePoint;
}

/** The files of a floor plan folder by name (`unit.geojson` …), as bytes or text. */
export type ArchiveFiles = ReadonlyMap<string, Uint8Array | string>;

export type VenueResult =
  | { readonly ok: true; readonly venue: Venue; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** One beacon of the register, as in `beacons.json`. Position in the venue frame, `height` in metres above its floor. */
export interface Beacon {
  readonly id: string;
  readonly uuid?: string;
  readonly major?: number;
  readonly minor?: number;
  readonly eddystone?: { readonly namespace: string; readonly instance: string };
  readonly address?: string;
  /** Absent where nobody knows it yet (`calibrate` can learn it). */
  readonly at?: VenuePoint;
  /** The level's short name, only where it is known and the position is not; else it is in `at`. */
  readonly level?: string;
  readonly height: number;
  /** RSSI at 1 m. */
  readonly measuredPowerDbm: number;
  readonly intervalMs?: number;
  readonly status: 'active' | 'retired';
  readonly installedOn?: string;
  readonly note?: string;
  /** Calibration: what the beacon is stronger than its `measuredPowerDbm`. */
  readonly gainDb?: number;
  readonly pathLossExponent?: number;
}

/** The beacons of a venue, by id and by identity. */
export interface BeaconRegister {
  readonly venue: string;
  readonly beacons: readonly Beacon[];
  /** What `calibrate` learnt for the whole venue (radio map, channel), as it stands in the file; the positioning package decodes it. */
  readonly calibration?: unknown;
}

export type BeaconRegisterResult =
  | { readonly ok: true; readonly register: BeaconRegister; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };
