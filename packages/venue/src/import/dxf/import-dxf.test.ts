import { expect, test } from 'vitest';
import { totalArea } from '../../archive/boolean';
import {
  box,
  bytesOf,
  type DrawingParts,
  drawing,
  fileOf,
  type Groups,
  line,
  ROOM,
  text,
  twoRooms,
  wall,
  type XY,
} from './dxf.test-support';
import { dxfDrawing } from './dxf-drawing';
import { imported, sizes, widths } from './imported.test-support';

test('walls of two faces enclose rooms, blocks in their gaps are doors, texts are names', () => {
  const hall = imported(twoRooms());
  expect(hall.faults).toEqual([]);
  expect(hall.venue.units.map(({ category, name }) => [category, name])).toEqual(
    expect.arrayContaining([
      ['office', { 'zh-Hans': '办公室' }],
      ['lobby', { 'zh-Hans': '办事大厅', en: 'Service Hall' }],
    ]),
  );
  // Inside faces: 5.76 × 4.76 and 9.76 × 4.76, and half of the thickness in each doorway.
  expect(sizes(hall)).toEqual({ office: 27.5, lobby: 46.8 });
  expect(widths(hall)).toEqual([1, 2]);
  const street = hall.venue.openings.find(({ category }) => category === 'pedestrian.principal')!;
  expect(street.line.map(({ y }) => y)).toEqual([expect.closeTo(-2.5, 2), expect.closeTo(-2.5, 2)]);
});

test('a number on a counter is a window, and its visitor stands on the side with more floor', () => {
  const entities = [
    ROOM,
    box('COUNTER', [1, 4.4], [7, 5]),
    text('PUB_TEXT', [1.8, 4.5], '1'),
    text('PUB_TEXT', [4.8, 4.5], '2号窗口'),
    text('PUB_TEXT', [3, 2], '大厅', 0.6),
  ];
  const { venue, faults } = imported({ header: { $INSUNITS: [70, 6] }, entities });
  expect(venue.windows.map(({ number }) => number)).toEqual(['1', '2']);
  for (const { at } of venue.windows) expect(at.y + 3).toBeCloseTo(3.9, 2);
  expect(venue.units[0]!.name).toEqual({ 'zh-Hans': '大厅' });
  expect(faults).toEqual([]);
});

test('treads are stairs, a closed outline on a layer of lifts is a lift', () => {
  const treads = Array.from({ length: 10 }, (_, i) => line('STAIR', [1 + 0.28 * i, 0.2], [1 + 0.28 * i, 2]));
  const { venue } = imported({
    header: { $INSUNITS: [70, 6] },
    entities: [ROOM, ...treads, box('EVTR', [6, 4], [8, 6])],
  });
  expect(venue.units.map(({ category }) => category).sort()).toEqual(['elevator', 'room', 'stairs']);
});

test('layers that are off or frozen, paper space and invisible entities are left out', () => {
  const entities = [
    ROOM,
    line('旧墙', [2, 0], [2, 6]),
    line('WALL2', [4, 0], [4, 6]),
    [...line('WALL', [6, 0], [6, 6]), [67, 1]] as Groups,
    [...line('WALL', [5, 0], [5, 6]), [60, 1]] as Groups,
  ];
  const layers = [
    { name: '旧墙', colour: -7 },
    { name: 'WALL2', flags: 1 },
  ];
  const { venue, said } = imported({ header: { $INSUNITS: [70, 6] }, layers, entities });
  expect(venue.units).toHaveLength(1);
  expect(said).toContain('dxf-hidden-layers');
});

test('what the caller says of layers goes before their names, with * for anything', () => {
  const entities = [
    box('图层1', [0, 0], [8, 6]),
    line('WALL-DEMO', [4, 0], [4, 6]),
    box('X-9', [1, 1], [2, 3]),
  ];
  const parts = { header: { $INSUNITS: [70, 6] as const }, entities };
  const { venue } = imported(parts, { layers: { 图层1: 'wall', 'x-*': 'counter', 'WALL*': 'ignore' } });
  expect(venue.units).toHaveLength(1);
  expect(venue.fixtures.filter(({ category }) => category === 'desk')).toHaveLength(1);
  expect(dxfDrawing('a.dxf', bytesOf(parts)).ok && dxfDrawing('a.dxf', bytesOf(parts))).toMatchObject({
    drawing: {
      layers: [{ name: 'WALL-DEMO', role: 'ignore' }, { name: 'X-9' }, { name: '图层1', paths: 1 }],
    },
  });
});

test('where no layer has a telling name, all lines are walls, and that is said', () => {
  const { venue, said } = imported({
    header: { $INSUNITS: [70, 6] },
    entities: [box('0', [0, 0], [8, 6]), line('0', [3, 0], [3, 6])],
  });
  expect(venue.units).toHaveLength(2);
  expect(said).toContain('layers-assumed');
});

test('Chinese reads in GBK, in UTF-8 and as \\U+', () => {
  const named = (words: string): DrawingParts => ({
    header: { $ACADVER: [1, 'AC1015'], $DWGCODEPAGE: [3, 'ANSI_936'], $INSUNITS: [70, 6] },
    entities: [ROOM, text('TEXT', [3, 3], words)],
  });
  const utf8 = bytesOf(named('大厅'));
  const escaped = bytesOf(named('\\U+5927\\U+5385'));
  const file = fileOf(drawing(named('@')));
  const [before, after] = file.split('@').map((part) => new TextEncoder().encode(part));
  const gbk = new Uint8Array([...before!, 0xb4, 0xf3, 0xcc, 0xfc, ...after!]);
  for (const bytes of [utf8, escaped, gbk]) {
    expect(imported(bytes).venue.units[0]!.name).toEqual({ 'zh-Hans': '大厅' });
  }
});

test.each([
  ['二层平面图.dxf', '2F', 1],
  ['B1-plan.dxf', 'B1', -1],
  ['hall.dxf', '1F', 0],
])('%s is the storey %s', (name, shortName, ordinal) => {
  expect(imported(twoRooms(), {}, name).venue.levels[0]).toMatchObject({ shortName, ordinal });
});

test('the storey and the place that the caller says are taken', () => {
  const { venue, said } = imported(twoRooms(), { level: '3F', at: [113.38, 22.52] });
  expect(venue.levels[0]).toMatchObject({ shortName: '3F', ordinal: 2 });
  expect(venue.origin).toEqual([113.38, 22.52]);
  expect(said).not.toContain('place-assumed');
});

test('walls as MLINE are both their faces', () => {
  const vertices: XY[] = [
    [0, 0],
    [8, 0],
    [8, 6],
    [0, 6],
  ];
  const mitres: XY[] = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ];
  const mline: Groups = [
    [0, 'MLINE'],
    [8, 'WALL'],
    [71, 2],
    [72, 4],
    [73, 2],
    ...vertices.flatMap(
      ([x, y], i): Groups => [
        [11, x],
        [21, y],
        [13, mitres[i]![0]],
        [23, mitres[i]![1]],
        [74, 2],
        [41, 0.12],
        [41, 0],
        [75, 0],
        [74, 2],
        [41, -0.12],
        [41, 0],
        [75, 0],
      ],
    ),
  ];
  const { venue } = imported({ header: { $INSUNITS: [70, 6] }, entities: [mline] });
  expect(totalArea(venue.units[0]!.area)).toBeCloseTo(7.76 * 5.76, 1);
});

test('objects of an add-on are said to be left out', () => {
  const foreign: Groups = [
    [0, 'TCH_WALL'],
    [8, 'WALL'],
  ];
  expect(imported({ ...twoRooms(), entities: [...twoRooms().entities, foreign] }).said).toContain(
    'dxf-foreign-objects',
  );
  const wallOnly = imported({
    header: { $INSUNITS: [70, 6] },
    entities: [wall('WALL', [0, 0], [5, 0]), ROOM],
  });
  expect(wallOnly.said).not.toContain('dxf-foreign-objects');
});

test('what is named like a property that every object has is left out like anything unknown', () => {
  const named: Groups[] = Object.getOwnPropertyNames(Object.prototype).map((name) => [
    [0, name],
    [8, 'WALL'],
  ]);
  const plain = imported(twoRooms());
  const { venue } = imported({ ...twoRooms(), entities: [...twoRooms().entities, ...named] });
  expect(venue.units.length).toBe(plain.venue.units.length);
});
