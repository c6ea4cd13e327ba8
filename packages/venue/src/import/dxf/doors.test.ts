import { expect, test } from 'vitest';
import { arc, box, type Groups, insert, LEAF, line, ROOM, ring, type XY } from './dxf.test-support';
import { imported } from './imported.test-support';

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
