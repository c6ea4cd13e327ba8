import { polygonArea } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import { totalArea } from '../../archive/boolean';
import { arc, box, circle, type Groups, line, lines, ROOM, ring, text, wall } from './dxf.test-support';
import { imported } from './imported.test-support';

test('a wall that is one line keeps two rooms apart and is a thin wall', () => {
  const hall = imported({
    header: { $INSUNITS: [70, 6] },
    entities: [
      box('A-WALL', [0, 0], [10, 5]),
      line('A-WALL', [4, 0], [4, 5]),
      ...[arc('A-DOOR', [4, 2], 1, 90, 180)],
    ],
  });
  expect(hall.venue.units.map(({ area }) => Math.round(totalArea(area))).sort()).toEqual([20, 30]);
  expect(hall.venue.fixtures.some(({ category }) => category === 'wall')).toBe(true);
  expect(hall.venue.openings).toHaveLength(1);
});

test('lines whose ends miss each other by less than 10 cm meet', () => {
  const walls = [
    lines('墙体', [0, 0], [10, 0]),
    lines('墙体', [10.06, 0.03], [10.02, 5]),
    lines('墙体', [9.95, 5.02], [0, 5], [0, 0.07]),
  ];
  const { venue, said } = imported({ header: { $INSUNITS: [70, 6] }, entities: walls });
  expect(venue.units).toHaveLength(1);
  expect(said).not.toContain('outline-assumed');
});

test('outer corners whose faces miss each other leave the wall its thickness', () => {
  const { venue, said } = imported({
    header: { $INSUNITS: [70, 6] },
    entities: [
      wall('WALL', [-0.12, 0], [8.12, 0]),
      wall('WALL', [-0.12, 6], [8.12, 6]),
      wall('WALL', [0, 0], [0, 6]),
      wall('WALL', [8, 0], [8, 6]),
    ],
  });
  expect(totalArea(venue.levels[0]!.outline)).toBeCloseTo(8.24 * 6.24, 0);
  expect(said).not.toContain('outline-assumed');
});

test('a front that nobody closed gets an edge, and that is said', () => {
  const hall = imported({
    header: { $INSUNITS: [70, 6] },
    entities: [lines('WALL', [6, 0], [0, 0], [0, 8], [12, 8], [12, 0], [9, 0])],
  });
  expect(hall.said).toContain('outline-assumed');
  expect(totalArea(hall.venue.units[0]!.area)).toBeCloseTo(96, -1);
  expect(hall.faults).toEqual([]);
});

test('closed outlines on a layer of rooms are rooms, without any wall', () => {
  const rooms = [
    box('A-AREA', [0, 0], [10, 3]),
    box('A-AREA', [0, 3], [4, 8]),
    text('A-AREA-IDEN', [1, 5], '档案室'),
  ];
  const { venue } = imported({
    header: { $INSUNITS: [70, 6] },
    entities: [...rooms, arc('A-DOOR', [1, 3], 1, 0, 90)],
  });
  expect(venue.units.map(({ category, area }) => [category, totalArea(area)])).toEqual([
    ['storage', expect.closeTo(20, 1)],
    ['room', expect.closeTo(30, 1)],
  ]);
  expect(venue.openings).toHaveLength(1);
});

test('a zone that is drawn in the open floor of a hall has no walls', () => {
  const entities = [
    ROOM,
    box('房间', [0, 0], [3, 6]),
    text('文字', [1, 3], '等候区'),
    text('文字', [5, 3], '大厅'),
  ];
  const { venue } = imported({ header: { $INSUNITS: [70, 6] }, entities });
  expect(venue.units.map(({ category }) => category).sort()).toEqual(['lobby', 'lobby']);
});

test('bulges and circles are round, hatches and columns are solid', () => {
  const hatch: Groups = [
    [0, 'HATCH'],
    [8, 'A-WALL-PATT'],
    [91, 1],
    [92, 1],
    [93, 2],
    [72, 1],
    [10, 3],
    [20, 1],
    [11, 3],
    [21, 3],
    [72, 2],
    [10, 3],
    [20, 2],
    [40, 1],
    [50, 270],
    [51, 90],
    [73, 0],
    [97, 0],
  ];
  const round = ring('WALL', [0, 0], [10, 0, 0.414214], [10, 0.01], [10, 8], [0, 8]);
  const { venue } = imported({
    header: { $INSUNITS: [70, 6] },
    entities: [round, circle('COLUMN', [7, 4], 0.5), hatch],
  });
  const free = totalArea(venue.units[0]!.area);
  expect(free).toBeGreaterThan(80 - Math.PI * 0.25 - Math.PI / 2 - 0.2);
  expect(free).toBeLessThan(80 - Math.PI * 0.25 - Math.PI / 2 + 0.2);
  expect(venue.units[0]!.area[0]!.holes).toHaveLength(2);
});

test('the outline that somebody drew is the edge of the floor', () => {
  const entities = [box('A-FLOR-OTLN', [0, 0], [20, 10]), lines('A-WALL', [0, 4], [6, 4], [6, 0])];
  const { venue } = imported({ header: { $INSUNITS: [70, 6] }, entities });
  expect(polygonArea(venue.levels[0]!.outline[0]!)).toBeCloseTo(200, 1);
  expect(venue.units).toHaveLength(2);
});
