import { expect, test } from 'vitest';
import type { HallDocument } from '../document';
import { tinyDocument } from '../random-edits.test-support';
import { alignBeacons, distributeBeacons, distributeOnGrid, renumberBeacons } from './arrange';
import { readBeaconsCsv } from './csv';
import { moveBeacons, nextBeaconId, placeBeacon, putBeacons, replaceBeacon, retireBeacons } from './place';
import { writeBeaconsCsv } from './write-csv';

const document = tinyDocument();
const of = ({ register }: HallDocument, id: string) => register.beacons.find((beacon) => beacon.id === id);
const places = (doc: HallDocument) => doc.register.beacons.map(({ at }) => [at!.x, at!.y]);

test('a new beacon gets the next free identity of the register', () => {
  const id = nextBeaconId(document.register);
  const placed = placeBeacon(id, { x: 1.23456, y: 2, level: '2F' })(document);
  expect(of(placed, 'B5')).toMatchObject({
    id: 'B5',
    major: 1,
    minor: 5,
    at: { x: 1.235, y: 2, level: '2F' },
  });
  expect(placeBeacon('B1', { x: 0, y: 0, level: '1F' })(document)).toBe(document);
});

test('a replaced beacon hangs in the same place under a new identity, and what was learnt of the old is not taken over', () => {
  const learnt = { ...document.register.beacons[0]!, gainDb: 3 };
  const before = {
    ...document,
    register: { ...document.register, beacons: [learnt, ...document.register.beacons.slice(1)] },
  };
  const after = replaceBeacon('B1', 'B9')(before);
  expect(of(after, 'B1')).toEqual({ ...learnt, status: 'retired' });
  const { at, height } = learnt;
  expect(of(after, 'B9')).toMatchObject({ at, height, minor: 5, status: 'active' });
  expect(of(after, 'B9')).not.toHaveProperty('gainDb');
  expect(replaceBeacon('B1', 'B10')(after)).toBe(after);
});

test('retiring twice, moving by nothing and putting where it hangs change nothing', () => {
  const retired = retireBeacons(['B1'])(document);
  expect(retireBeacons(['B1'])(retired)).toBe(retired);
  expect(moveBeacons(['B1'], 0, 0)(document)).toBe(document);
  expect(putBeacons(new Map([['B1', { x: 5, y: 4, level: '1F' }]]))(document)).toBe(document);
});

test('aligned beacons are in one line and moved the shortest way', () => {
  const moved = putBeacons(new Map([['B2', { x: 15, y: 6, level: '1F' }]]))(document);
  expect(places(alignBeacons(['B1', 'B2'], 'y')(moved)).slice(0, 2)).toEqual([
    [5, 5],
    [15, 5],
  ]);
});

test('distributed beacons have equal gaps, and the two at the ends stay', () => {
  const three = placeBeacon('B5', { x: 7, y: 4, level: '1F' })(document);
  expect(of(distributeBeacons(['B1', 'B2', 'B5'])(three), 'B5')!.at).toEqual({ x: 10, y: 4, level: '1F' });
});

test('on a grid no two beacons of a level share a node', () => {
  let crowded = document;
  for (let i = 5; i < 25; i++) crowded = placeBeacon(`B${i}`, { x: 5 + i / 100, y: 4, level: '1F' })(crowded);
  const ids = crowded.register.beacons.map(({ id }) => id);
  const spread = distributeOnGrid(ids, { origin: { x: 0, y: 0 }, spacing: 5 })(crowded);
  const nodes = spread.register.beacons.map(({ at }) => `${at!.level} ${at!.x} ${at!.y}`);
  expect(new Set(nodes).size).toBe(nodes.length);
  expect(spread.register.beacons.every(({ at }) => at!.x % 5 === 0 && at!.y % 5 === 0)).toBe(true);
});

test('beacons are numbered as one reads a plan, and never over the number of another', () => {
  const numbered = renumberBeacons(['B1', 'B2'], 'T007')(document);
  expect(numbered.register.beacons.map(({ id }) => id)).toEqual(['T007', 'T008', 'B3', 'B4']);
  expect(renumberBeacons(['B1', 'B2'], 'B3')(document)).toBe(document);
});

test('a sheet with Chinese heads, semicolons, quotes and another order is read; formulas are written as text', () => {
  const sheet = '编号;楼层;东;北;备注;颜色\r\nB7;1F;3.5;4;"梁 ""A"";东侧";红\r\n\r\n';
  const result = readBeaconsCsv(sheet, { venue: document.venue });
  expect(result.ok && result.register.beacons).toEqual([
    expect.objectContaining({ id: 'B7', at: { x: 3.5, y: 4, level: '1F' }, note: '梁 "A";东侧' }),
  ]);
  expect(result.issues.map(({ kind }) => kind)).toContain('unknown-column');
  const formula = { ...document.register.beacons[0]!, note: '=1+1' };
  expect(writeBeaconsCsv({ beacons: [formula] })).toContain("'=1+1");
  expect(readBeaconsCsv('foo,bar\n1,2').ok).toBe(false);
});
