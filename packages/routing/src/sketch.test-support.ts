import type { Point, Polygon } from '@daoyin/geometry';
import type { Connector, Fixture, Opening, Unit, Venue } from '@daoyin/venue';

/** A small building for tests: levels by name from below, and features by short words. */
export interface Sketch {
  readonly levels?: readonly string[];
  readonly units?: readonly (Partial<Unit> & { readonly id: string; readonly area: Unit['area'] })[];
  readonly openings?: readonly (Partial<Opening> & { readonly id: string; readonly line: Opening['line'] })[];
  readonly fixtures?: readonly (Partial<Fixture> & { readonly id: string; readonly area: Fixture['area'] })[];
  readonly connectors?: readonly (Partial<Connector> & Pick<Connector, 'id' | 'kind' | 'unitIds'>)[];
  /** Windows by number: where the visitor stands. */
  readonly windows?: Readonly<
    Record<string, { readonly x: number; readonly y: number; readonly level?: string }>
  >;
}

export function rect(minX: number, minY: number, maxX: number, maxY: number): Polygon[] {
  return [{ outer: ringOf(minX, minY, maxX, maxY), holes: [] }];
}

export function ringOf(minX: number, minY: number, maxX: number, maxY: number): Point[] {
  return [
    { x: minX, y: minY },
    { x: maxX, y: minY },
    { x: maxX, y: maxY },
    { x: minX, y: maxY },
  ];
}

export function line(x1: number, y1: number, x2: number, y2: number): Point[] {
  return [
    { x: x1, y: y1 },
    { x: x2, y: y2 },
  ];
}

export function venueOf({
  levels = ['1F'],
  units = [],
  openings = [],
  fixtures = [],
  connectors = [],
  windows = {},
}: Sketch): Venue {
  const shared = { level: levels[0]!, name: {}, accessibility: [] };
  const standing = Object.entries(windows).map(([number, { level = levels[0]!, x, y }]) => ({
    number,
    at: { x, y, level },
  }));
  return {
    id: 'venue',
    name: { en: 'Test hall' },
    origin: [113, 22],
    levels: levels.map((shortName, ordinal) => ({
      id: `level ${shortName}`,
      shortName,
      name: {},
      ordinal,
      elevation: 4.5 * ordinal,
      outdoor: false,
      outline: rect(0, 0, 20, 20),
      buildingIds: [],
    })),
    units: units.map((unit) => ({ ...shared, category: 'room', ...unit })),
    openings: openings.map((opening) => ({
      ...shared,
      category: 'pedestrian',
      accessControl: [],
      ...opening,
    })),
    fixtures: fixtures.map((fixture) => ({ ...shared, category: 'desk', ...fixture })),
    kiosks: [],
    sections: [],
    amenities: [],
    anchors: standing.map(({ number, at }) => ({ id: `anchor ${number}`, at })),
    occupants: standing.map(({ number }) => ({
      id: `occupant ${number}`,
      name: { en: `Window ${number}` },
      category: 'governmentoffice',
      anchorId: `anchor ${number}`,
    })),
    details: [],
    connectors: connectors.map((connector) => ({ direction: 'both', assumed: false, ...connector })),
    windows: standing.map(({ number, at }) => ({ number, occupantId: `occupant ${number}`, name: {}, at })),
  };
}
