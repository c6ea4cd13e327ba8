import { distance, polygonArea, seededRandom } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import { totalArea } from '../../archive/boolean';
import { readVenue } from '../../archive/read-venue';
import { validateVenue } from '../../rules/validate-venue';
import type { Venue } from '../../types';
import { importIndoor } from '../import-indoor';
import {
  arc,
  box,
  bytesOf,
  circle,
  type DrawingParts,
  drawing,
  fileOf,
  type Groups,
  insert,
  LEAF,
  line,
  lines,
  ring,
  scaledBy,
  text,
  twoRooms,
  wall,
  type XY,
} from './dxf.test-support';
import { dxfDrawing } from './dxf-drawing';
import type { DxfOptions } from './dxf-options';

interface Imported {
  readonly venue: Venue;
  readonly said: readonly string[];
  readonly faults: readonly string[];
}

function imported(parts: DrawingParts | Uint8Array, dxf: DxfOptions = {}, name = 'hall.dxf'): Imported {
  const result = importIndoor(name, parts instanceof Uint8Array ? parts : bytesOf(parts), { dxf });
  if (!result.ok) throw new Error(result.issues[0]!.message);
  const read = readVenue(result.files);
  if (!read.ok) throw new Error(read.issues[0]!.message);
  const faults = validateVenue(read).filter(({ severity }) => severity !== 'assumption');
  return {
    venue: read.venue,
    said: result.issues.map(({ kind }) => kind),
    faults: faults.map(({ kind, message }) => `${kind}: ${message}`),
  };
}

function refusalOf(bytes: Uint8Array | string, dxf: DxfOptions = {}): string | undefined {
  const result = importIndoor(
    'bad.dxf',
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    { dxf },
  );
  return result.ok ? undefined : result.issues[0]!.kind;
}

const sizes = ({ venue }: Imported) =>
  Object.fromEntries(
    venue.units.map(({ category, area }) => [category, Math.round(totalArea(area) * 10) / 10]),
  );
const widths = ({ venue }: Imported) =>
  venue.openings.map(({ line: [a, b] }) => Math.round(distance(a!, b!) * 100) / 100).sort();

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

test.each<[string, number, DrawingParts['header'], string[]]>([
  ['millimetres', 1000, { $INSUNITS: [70, 4] }, []],
  ['inches', 1 / 0.0254, { $INSUNITS: [70, 1] }, []],
  ['feet', 1 / 0.3048, { $INSUNITS: [70, 2] }, []],
  ['millimetres that are not said', 1000, {}, ['unit-assumed']],
  ['metres that are not said', 1, {}, ['unit-assumed']],
  ['inches that are not said', 1 / 0.0254, { $MEASUREMENT: [70, 0] }, ['unit-assumed']],
  ['millimetres under a header that says inches', 1000, { $INSUNITS: [70, 1] }, ['unit-implausible']],
])('a drawing in %s comes out in metres', (_, by, header, remarks) => {
  const hall = imported({ ...scaledBy(twoRooms(), by), header: header! });
  expect(sizes(hall)).toEqual({ office: 27.5, lobby: 46.8 });
  expect(hall.said.filter((kind) => kind.startsWith('unit'))).toEqual(remarks);
});

test('a unit that the caller says is taken', () => {
  const small = imported(twoRooms(), { units: 'ft' });
  expect(sizes(small).lobby).toBeCloseTo(46.8 * 0.3048 ** 2, 0);
});

test('surveyors’ coordinates far from the origin change nothing', () => {
  const far = twoRooms();
  const shifted = far.entities.map((groups) =>
    groups.map(([code, value]) => [code, [10, 11].includes(code) ? Number(value) + 4e5 : value] as const),
  );
  expect(sizes(imported({ ...far, entities: shifted }))).toEqual({ office: 27.5, lobby: 46.8 });
});

const ROOM = box('WALL', [0, 0], [8, 6]);
const doorIn = (...entities: Groups[]) =>
  imported({ header: { $INSUNITS: [70, 6] }, blocks: DOORS, entities: [ROOM, ...entities] });
const DOORS = {
  LEAF,
  'FLOOR 1': insert('0', 'LEAF', [1, 0]),
  SLIDING: box('0', [0, -0.05], [1.8, 0.05]),
  M0921: [...ring('0', [0, 0], [0, 0.9], [0.04, 0.9], [0.04, 0]), ...arc('0', [0, 0], 0.9, 0, 90)],
} as const;

test.each<[string, Groups, XY, XY]>([
  ['as it is', insert('A-DOOR', 'LEAF', [2, 0]), [2, 0], [3, 0]],
  ['scaled', insert('A-DOOR', 'LEAF', [2, 0], { scale: [0.8, 0.8] }), [2, 0], [2.8, 0]],
  ['turned', insert('A-DOOR', 'LEAF', [8, 2], { turn: 90 }), [8, 2], [8, 3]],
  ['mirrored', insert('A-DOOR', 'LEAF', [4, 0], { scale: [-1, 1] }), [4, 0], [3, 0]],
  ['turned and mirrored', insert('A-DOOR', 'LEAF', [0, 3], { scale: [1, -1], turn: 90 }), [0, 3], [0, 4]],
  ['seen from below', insert('A-DOOR', 'LEAF', [-4, 0], { more: [[230, -1]] }), [4, 0], [3, 0]],
  ['in a block of a block', insert('A-DOOR', 'FLOOR 1', [2, 0], { scale: [0.9, 0.9] }), [2.9, 0], [3.8, 0]],
  ['known by the name of its block', insert('0', 'M0921', [5, 0]), [5, 0], [5.9, 0]],
  ['without a swing', insert('A-DOOR', 'SLIDING', [3, 6]), [3, 6], [4.8, 6]],
  [
    'as an arc and a line',
    [...arc('A-DOOR', [2, 0], 1, 0, 90), ...line('A-DOOR', [2, 0], [2, 1])],
    [2, 0],
    [3, 0],
  ],
  ['as an arc alone, the wall beside it', arc('A-DOOR', [2, 0], 1, 0, 90), [2, 0], [3, 0]],
  ['as a bulge', ring('A-DOOR', [2, 0], [2, 1, -0.414214], [3, 0]), [2, 0], [3, 0]],
])('a door that is drawn %s is where its leaf closes', (_, door, from, to) => {
  const { venue } = doorIn(door);
  expect(venue.openings).toHaveLength(1);
  const ends = venue.openings[0]!.line.map(({ x, y }) => [x + 4, y + 3]);
  const isTurned = Math.hypot(ends[0]![0]! - from[0], ends[0]![1]! - from[1]) > 0.1;
  const [a, b] = isTurned ? [to, from] : [from, to];
  expect(Math.hypot(ends[0]![0]! - a[0], ends[0]![1]! - a[1])).toBeLessThan(0.05);
  expect(Math.hypot(ends[1]![0]! - b[0], ends[1]![1]! - b[1])).toBeLessThan(0.05);
});

test('an array of blocks is a row of doors', () => {
  const row = insert('A-DOOR', 'LEAF', [0.5, 0], {
    more: [
      [70, 3],
      [44, 2],
    ],
  });
  expect(doorIn(row).venue.openings).toHaveLength(3);
});

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

const whole = fileOf(drawing(twoRooms()));
const endless = { header: { $INSUNITS: [70, 6] as const }, blocks: { A: insert('0', 'A', [1, 0]) } };

test.each<[string, string, string | Uint8Array]>([
  ['binary', 'dxf-binary', 'AutoCAD Binary DXF\r\n\u001a\u0000'],
  ['a DWG', 'dwg-not-read', 'AC1032\u0000\u0000'],
  ['cut off between two groups', 'dxf-truncated', fileOf(drawing(twoRooms()).slice(0, -20))],
  [
    'cut off within a group',
    'dxf-truncated',
    whole.slice(0, whole.indexOf('ENTITIES') + 60).replace(/\n[^\n]*$/, '\n'),
  ],
  ['with a coordinate that is no number', 'dxf-bad-number', whole.replace('-0.12', 'nan')],
  ['with an infinite coordinate', 'dxf-bad-number', whole.replace('-0.12', '1e999')],
  ['with text where a group code is due', 'dxf-broken', whole.replace('  8\r\nWALL', 'eight\r\nWALL')],
  ['of no size', 'dxf-absurd-size', bytesOf({ entities: [box('WALL', [0, 0], [1e-9, 1e-9])] })],
  ['as wide as the earth', 'dxf-absurd-size', bytesOf({ entities: [box('WALL', [0, 0], [1e12, 1e12])] })],
  ['without a wall', 'dxf-empty', bytesOf({ entities: [text('TEXT', [0, 0], 'x')] })],
  ['of blocks in themselves', 'dxf-nested', bytesOf({ ...endless, entities: [insert('WALL', 'A', [0, 0])] })],
  [
    'with an array of a billion blocks',
    'dxf-too-large',
    bytesOf({
      blocks: { B: ROOM },
      entities: [
        insert('WALL', 'B', [0, 0], {
          more: [
            [70, 30000],
            [71, 30000],
          ],
        }),
      ],
    }),
  ],
])('a drawing %s is refused: %s', (_, kind, bytes) => {
  expect(refusalOf(bytes)).toBe(kind);
});

test('blocks that double at each of sixteen levels are refused in bounded time', () => {
  const names = Array.from({ length: 16 }, (_, i) => `L${i}`);
  const blocks = Object.fromEntries(
    names.map((name, i) => [
      name,
      i === 15 ? ROOM : Array.from({ length: 8 }, (_, j) => insert('0', `L${i + 1}`, [j, 0])).flat(),
    ]),
  );
  expect(refusalOf(bytesOf({ blocks, entities: [insert('WALL', 'L0', [0, 0])] }))).toBe('dxf-too-large');
});

test('junk in a drawing never throws, and what comes out can be read', () => {
  const random = seededRandom(5);
  const groups = drawing(twoRooms());
  const junk = ['', '-1', '0', 'x', '1e9', '99999', '\u0000', '0.5', 'EOF', 'INSERT', 'WALL'];
  for (let run = 0; run < 80; run++) {
    const broken = groups.map((group) => [...group] as [number, string | number]);
    for (let i = 0; i < 3; i++) {
      const victim = broken[Math.floor(random() * broken.length)]!;
      const part = random() < 0.2 ? 0 : 1;
      victim[part] = junk[Math.floor(random() * junk.length)]! as never;
    }
    const result = importIndoor('junk.dxf', new TextEncoder().encode(fileOf(broken)));
    if (result.ok) expect(readVenue(result.files).ok).toBe(true);
    else expect(result.issues[0]!.message).toMatch(/\w/);
  }
});

test('the outline that somebody drew is the edge of the floor', () => {
  const entities = [box('A-FLOR-OTLN', [0, 0], [20, 10]), lines('A-WALL', [0, 4], [6, 4], [6, 0])];
  const { venue } = imported({ header: { $INSUNITS: [70, 6] }, entities });
  expect(polygonArea(venue.levels[0]!.outline[0]!)).toBeCloseTo(200, 1);
  expect(venue.units).toHaveLength(2);
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
