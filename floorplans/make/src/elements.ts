import type { MultiPolygon, Point, Ring } from '@daoyin/geometry';

/** A name in the two languages of the hall. */
export interface Name {
  readonly zh: string;
  readonly en: string;
}

export const name = (zh: string, en: string): Name => ({ zh, en });

/** The things of one storey in the venue frame, in metres. `key` is unique in its storey and kind; ids are made of it. */
export type Element =
  | UnitElement
  | OpeningElement
  | FixtureElement
  | KioskElement
  | SectionElement
  | AmenityElement
  | WindowElement
  | OccupantElement
  | DetailElement;

export interface UnitElement {
  readonly kind: 'unit';
  readonly key: string;
  readonly category: string;
  readonly area: MultiPolygon;
  readonly name?: Name;
  readonly restriction?: 'employeesonly' | 'restricted';
  readonly accessibility?: readonly string[];
}

export interface Door {
  readonly type: 'sliding' | 'swinging' | 'open' | 'shutter';
  readonly automatic: boolean;
  readonly material: 'glass' | 'wood' | 'metal' | 'gate' | null;
}

export interface OpeningElement {
  readonly kind: 'opening';
  readonly key: string;
  readonly category: string;
  readonly line: readonly [Point, Point];
  readonly door?: Door;
  readonly name?: Name;
  readonly accessibility?: readonly string[];
  readonly accessControl?: readonly string[];
}

export interface FixtureElement {
  readonly kind: 'fixture';
  readonly key: string;
  readonly category: string;
  readonly ring: Ring;
  readonly name?: Name;
}

/** A machine that a visitor serves himself at, and where he stands. */
export interface KioskElement {
  readonly kind: 'kiosk';
  readonly key: string;
  readonly ring: Ring;
  readonly name: Name;
  readonly stand: Point;
}

export interface SectionElement {
  readonly kind: 'section';
  readonly key: string;
  readonly category: string;
  readonly ring: Ring;
  readonly name: Name;
  /** Whether it is a geofence too: being there means something by itself. */
  readonly fenced?: boolean;
}

export interface AmenityElement {
  readonly kind: 'amenity';
  readonly key: string;
  readonly category: string;
  readonly point: Point;
  readonly name: Name;
  readonly accessibility?: readonly string[];
}

/** A numbered service window: its piece of the desk, and where the visitor stands. */
export interface WindowElement {
  readonly kind: 'window';
  readonly number: number;
  readonly desk: Ring;
  readonly stand: Point;
}

/** A shop or office that visitors go to, at the place where it is entered. */
export interface OccupantElement {
  readonly kind: 'occupant';
  readonly key: string;
  readonly category: string;
  readonly name: Name;
  readonly stand: Point;
  readonly hours: string;
}

/** A line on the floor: tactile paving, a waiting line. */
export interface DetailElement {
  readonly kind: 'detail';
  readonly key: string;
  readonly line: readonly Point[];
}

/** A vertical connection: the storeys' units by key, from the lowest. */
export interface ConnectorPlan {
  readonly key: string;
  readonly kind: 'elevator' | 'escalator' | 'stairs';
  readonly direction: 'both' | 'up' | 'down';
  /** Pairs of level and unit key, by rising storey. */
  readonly units: readonly (readonly [level: string, unitKey: string])[];
}

export interface StoreyPlan {
  readonly level: string;
  readonly ordinal: number;
  readonly name: Name;
  readonly outline: Ring;
  readonly concourse: Name;
  /** Where the structural grid stands in public space. */
  readonly columns: readonly Point[];
  readonly elements: readonly Element[];
}
