import { seededRandom } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import { readVenue } from '../../archive/read-venue';
import { importIndoor } from '../import-indoor';
import { box, bytesOf, drawing, fileOf, insert, ROOM, text, twoRooms } from './dxf.test-support';
import { refusalOf } from './imported.test-support';

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
