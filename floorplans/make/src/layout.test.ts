import {
  boundsOfAreas,
  distance,
  distanceToBoundary,
  multiPolygonContains,
  type Point,
  polygonArea,
  ringContains,
} from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { hall } from './sample-hall.test-support';
import { intersect, offset, subtract } from './shapes';
import { VOID } from './storeys/frame';

const { venue, register } = hall;
const obstacles = [...venue.fixtures, ...venue.kiosks].map((thing) => ({
  ...thing,
  bounds: boundsOfAreas(thing.area),
}));
type Obstacle = (typeof obstacles)[number];
const areNear = (a: Obstacle, b: Obstacle): boolean =>
  a.level === b.level &&
  a.bounds.minX < b.bounds.maxX &&
  b.bounds.minX < a.bounds.maxX &&
  a.bounds.minY < b.bounds.maxY &&
  b.bounds.minY < a.bounds.maxY;
const unitAt = (level: string, point: Point) =>
  venue.units.find((unit) => unit.level === level && multiPolygonContains(unit.area, point));
const clearance = (level: string, point: Point): number =>
  Math.min(
    ...unitAt(level, point)!.area.map((polygon) => distanceToBoundary(polygon, point)),
    ...obstacles
      .filter((other) => other.level === level)
      .flatMap(({ area }) => area.map((polygon) => distanceToBoundary(polygon, point))),
  );

describe('visitors', () => {
  it('stand at a window or machine with 0.45 m to every side', () => {
    const tight = venue.anchors.filter(({ at }) => clearance(at.level, at) < 0.45);
    expect(tight.map(({ at }) => at)).toEqual([]);
  });

  it('stand 0.6 to 0.8 m before the desk of their window', () => {
    for (const { at, fixtureId } of venue.windows) {
      const desk = venue.fixtures.find(({ id }) => id === fixtureId)!;
      const gap = distanceToBoundary(desk.area[0]!, at);
      expect(gap).toBeGreaterThan(0.6);
      expect(gap).toBeLessThan(0.8);
    }
  });

  it('reach every window on ways 2.4 m wide', () => {
    for (const { shortName: level } of venue.levels) {
      const floor = venue.units.find(
        (unit) => unit.level === level && unit.category === 'walkway' && !unit.restriction,
      )!;
      const free = subtract(
        floor.area,
        obstacles.filter((other) => other.level === level).map(({ area }) => area),
      );
      const wide = [...offset(free, -1.2)].sort((a, b) => polygonArea(b) - polygonArea(a))[0]!;
      for (const { at, number } of venue.windows.filter((window) => window.at.level === level)) {
        expect(distanceToBoundary(wide, at), `window ${number}`).toBeLessThan(1.3);
      }
    }
  });
});

describe('things', () => {
  it('stand in one room each, and in nothing else', () => {
    for (const thing of obstacles) {
      const [polygon] = thing.area;
      const room = venue.units.find(
        (unit) =>
          unit.level === thing.level &&
          subtract([polygon!], [unit.area]).reduce((sum, p) => sum + polygonArea(p), 0) < 0.002,
      );
      expect(room, `${thing.level} ${thing.name.en} at ${JSON.stringify(polygon!.outer[0])}`).toBeDefined();
    }
  });

  it('do not overlap', () => {
    obstacles.forEach((a, i) => {
      for (const b of obstacles.slice(i + 1)) {
        if (!areNear(a, b)) continue;
        const common = intersect(a.area, b.area).reduce((sum, polygon) => sum + polygonArea(polygon), 0);
        expect(common, `${a.level} ${a.name.en} and ${b.name.en}`).toBeLessThan(0.002);
      }
    });
  });

  it('leave every door free: 0.9 m before and behind it, and half of that at a staff gate in a counter', () => {
    for (const { line, level, name, category } of venue.openings) {
      const free = category === 'service' ? 0.45 : 0.9;
      const [a, b] = [line[0]!, line.at(-1)!];
      const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
      const near = obstacles.filter(
        (other) =>
          other.level === level &&
          other.area.some(
            (polygon) => distanceToBoundary(polygon, middle) < free || ringContains(polygon.outer, middle),
          ),
      );
      expect(
        near.map((other) => other.name.en),
        `${level} ${name.en ?? ''} ${JSON.stringify(middle)}`,
      ).toEqual([]);
    }
  });
});

describe('doors', () => {
  const width = ({ line }: (typeof venue.openings)[number]) => distance(line[0]!, line.at(-1)!);

  it('for the public are at least 1.2 m wide, and 2.4 m at a gate', () => {
    const open = venue.openings.filter(({ category }) => category !== 'service');
    expect(open.filter((opening) => width(opening) < 1.199)).toEqual([]);
    const gates = open.filter(({ category }) => category === 'pedestrian.principal');
    expect(gates).toHaveLength(5);
    expect(gates.filter((gate) => width(gate) < 2.39 || !gate.automatic)).toEqual([]);
  });

  it('of every staff zone exist', () => {
    for (const unit of venue.units.filter(({ restriction }) => restriction)) {
      const doors = venue.openings.filter(
        (opening) =>
          opening.level === unit.level &&
          unit.area.some(
            (polygon) =>
              distanceToBoundary(polygon, opening.line[0]!) < 0.02 &&
              distanceToBoundary(polygon, opening.line.at(-1)!) < 0.02,
          ),
      );
      expect(doors.length, `${unit.level} ${unit.name.en}`).toBeGreaterThan(0);
    }
  });
});

describe('beacons', () => {
  const places = register.beacons.map(({ at }) => at!);

  it('hang in rooms, 0.3 m from every wall, and not over the atrium', () => {
    for (const place of places) {
      const unit = unitAt(place.level, place)!;
      expect(unit.area.every((polygon) => distanceToBoundary(polygon, place) >= 0.3)).toBe(true);
      expect(ringContains(VOID, place)).toBe(false);
    }
  });

  it('are apart from each other, and near everybody who waits', () => {
    for (const [i, place] of places.entries()) {
      const others = places.filter((other, j) => j !== i && other.level === place.level);
      expect(Math.min(...others.map((other) => distance(other, place)))).toBeGreaterThan(2.5);
    }
    for (const { at } of venue.anchors) {
      const same = places.filter(({ level }) => level === at.level);
      expect(same.filter((place) => distance(place, at) < 9).length).toBeGreaterThanOrEqual(4);
    }
  });
});
