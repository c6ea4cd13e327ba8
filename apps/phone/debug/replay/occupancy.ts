import {
  boundsOf,
  orientPolygon,
  type Point,
  polygonContains,
  type Ring,
  signedArea,
} from '@daoyin/geometry';
import type { RecordedWalk } from '@daoyin/protocol';
import type { BeaconRegister, Venue } from '@daoyin/venue';

/** A plan for a walk that was recorded without one: one level, where a person can stand as far as anybody knows. */
export function venueOfWalk(walk: RecordedWalk, register: BeaconRegister): Venue {
  if (walk.venue !== null) return walk.venue;
  const shortName =
    walk.truth[0]?.level ?? register.beacons.find(({ at }) => at !== undefined)?.at?.level ?? '1F';
  const known = [...walk.truth, ...register.beacons.flatMap(({ at }) => at ?? [])];
  const area =
    walk.occupancy === null
      ? [{ outer: rectangleAround(known, 1), holes: [] }]
      : outlineOfCells(walk.occupancy.points, walk.occupancy.cell);
  const level = {
    id: 'level',
    shortName,
    name: {},
    ordinal: 0,
    elevation: 0,
    outdoor: false,
    outline: area,
    buildingIds: [],
  };
  const unit = { id: 'floor', level: shortName, name: {}, category: 'walkway', accessibility: [], area };
  const nothing = {
    openings: [],
    fixtures: [],
    kiosks: [],
    sections: [],
    amenities: [],
    anchors: [],
    occupants: [],
  };
  return {
    ...nothing,
    id: 'recorded',
    name: { en: walk.name },
    origin: [0, 0],
    levels: [level],
    units: [unit],
    details: [],
    connectors: [],
    windows: [],
  };
}

function rectangleAround(points: readonly Point[], margin: number): Ring {
  const { minX, minY, maxX, maxY } = boundsOf(points);
  const [left, bottom, right, top] = [minX - margin, minY - margin, maxX + margin, maxY + margin];
  return [
    { x: left, y: bottom },
    { x: right, y: bottom },
    { x: right, y: top },
    { x: left, y: top },
  ];
}

/**
 * The outline of square cells given by their centres: the edges that only one cell has, joined end to end. Rings that turn
 * counter-clockwise are areas, the others are their holes.
 */
function outlineOfCells(centres: readonly (readonly [number, number])[], cell: number) {
  const edges = new Map<string, readonly [string, string]>();
  const corner = (column: number, row: number) => `${column},${row}`;
  for (const [x, y] of centres) {
    const [column, row] = [Math.round(x / cell), Math.round(y / cell)];
    const corners = [
      corner(column, row),
      corner(column + 1, row),
      corner(column + 1, row + 1),
      corner(column, row + 1),
    ];
    corners.forEach((from, at) => {
      const to = corners[(at + 1) % 4]!;
      if (!edges.delete(`${to} ${from}`)) edges.set(`${from} ${to}`, [from, to]);
    });
  }
  const rings = joined([...edges.values()]).map((names) =>
    names.map((name) => {
      const [column, row] = name.split(',').map(Number);
      return { x: (column! - 0.5) * cell, y: (row! - 0.5) * cell };
    }),
  );
  const holes = rings.filter((ring) => signedArea(ring) < 0);
  return rings
    .filter((ring) => signedArea(ring) > 0)
    .map((outer) =>
      orientPolygon(
        outer,
        holes.filter((hole) => polygonContains({ outer, holes: [] }, hole[0]!)),
      ),
    );
}

function joined(edges: readonly (readonly [string, string])[]): string[][] {
  const leaving = new Map<string, string[]>();
  for (const [from, to] of edges) leaving.set(from, [...(leaving.get(from) ?? []), to]);
  const rings: string[][] = [];
  for (const start of leaving.keys()) {
    for (let next = leaving.get(start)!.pop(); next !== undefined; next = leaving.get(start)!.pop()) {
      const ring = [start];
      while (next !== undefined && next !== start) {
        ring.push(next);
        next = leaving.get(next)?.pop();
      }
      rings.push(ring);
    }
  }
  return rings;
}
