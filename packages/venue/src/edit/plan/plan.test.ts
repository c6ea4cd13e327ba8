import { seededRandom, signedArea } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import { readVenue } from '../../archive/read-venue';
import { writeImdf } from '../../export/write-imdf';
import { validateVenue } from '../../rules/validate-venue';
import { idOf, tinyArchive } from '../../tiny-archive.test-support';
import { parseChange, parseMetres, parsePlace } from '../geometry/numbers';
import { atAngle, rectangleRing, squared } from '../geometry/right-angles';
import { snap } from '../geometry/snap';
import { tinyDocument } from '../random-edits.test-support';
import { closedAt } from './closures';
import { drawCounter, drawDoor, drawRoom, drawShaft, drawWall, numberAfter } from './draw';
import { deleteFeatures } from './edit-features';
import { moveFeatures } from './move';
import { deleteVertex, insertVertex, moveVertex, pointsAt, setEdgeLength } from './vertices';

const document = tinyDocument();
const id = idOf('unit new');

test('a counter of twelve windows is drawn at once, each with a desk, a place to stand and a number, and exports without a finding', () => {
  const counter = {
    id,
    level: '1F',
    from: { x: 7, y: 7 },
    to: { x: 19, y: 7 },
    count: 12,
    firstNumber: 'A09',
  };
  const { venue } = drawCounter(counter)(document);
  const drawn = venue.windows.filter(({ number }) => /^A/.test(number));
  expect(drawn.map(({ number }) => number)).toEqual([
    'A09',
    ...Array.from({ length: 11 }, (_, i) => `A${10 + i}`),
  ]);
  expect(drawn.every(({ fixtureId, at }) => fixtureId !== undefined && at.y === 6.4)).toBe(true);
  const archive = readVenue(writeImdf(venue, { base: tinyArchive() }));
  expect(validateVenue(archive as Extract<typeof archive, { ok: true }>)).toEqual([]);
});

test('a lift through two storeys joins them also after export, without an assumption', () => {
  const ring = rectangleRing({ x: 17, y: 9 }, { x: 19, y: 11 });
  let { venue } = drawShaft({ id, kind: 'elevator', levels: ['2F', '1F'], ring })(document);
  for (const level of ['1F', '2F'])
    venue = drawDoor({
      id: idOf(`opening ${level}`),
      level,
      line: [
        { x: 17, y: 9.5 },
        { x: 17, y: 10.5 },
      ],
    })({ ...document, venue }).venue;
  const again = readVenue(writeImdf(venue, { base: tinyArchive() }));
  expect(again.ok && again.venue.connectors.find((connector) => connector.id === id)).toMatchObject({
    kind: 'elevator',
    assumed: false,
  });
  expect(again.issues).toEqual([]);
});

test('a wall is as thick as it was said, and a ring that crosses itself is not drawn', () => {
  const wall = drawWall({
    id,
    level: '1F',
    line: [
      { x: 1, y: 1 },
      { x: 6, y: 1 },
    ],
    thickness: 0.24,
  })(document);
  expect(signedArea(wall.venue.fixtures.at(-1)!.area[0]!.outer)).toBeCloseTo(1.2);
  const crossing = [
    { x: 0, y: 0 },
    { x: 2, y: 2 },
    { x: 2, y: 0 },
    { x: 0, y: 3 },
  ];
  expect(drawRoom({ id, level: '1F', ring: crossing, category: 'room' })(document)).toBe(document);
  const room = { id: idOf('unit room-1F'), ring: 0, vertex: 0 };
  expect(moveVertex(room, { x: 6, y: 13 })(document)).toBe(document);
});

test('a corner is added on an edge and taken away again; a room keeps three; one that does not move is no edit', () => {
  const corner = { id: idOf('unit room-1F'), ring: 0, vertex: 0 };
  const { points } = pointsAt(document, corner)!;
  const [a, b] = [points[0]!, points[1]!];
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
  const more = insertVertex(corner, middle)(document);
  expect(rounded(pointsAt(more, corner)!.points)).toEqual(rounded([a, middle, ...points.slice(1)]));
  const less = deleteVertex({ ...corner, vertex: 1 })(more);
  expect(rounded(pointsAt(less, corner)!.points)).toEqual(rounded(points));
  expect(moveVertex(corner, a)(document)).toBe(document);
  let least = document;
  for (let i = 0; i < 3; i++) least = deleteVertex(corner)(least);
  expect(pointsAt(least, corner)!.points).toHaveLength(3);
});

test('the outline of a level is edited as any other, and a rectangle whose edge gets a length stays one', () => {
  const level = { id: document.venue.levels[0]!.id, ring: 0, vertex: 0 };
  const { points } = pointsAt(document, level)!;
  const wider = setEdgeLength(level, 25)(document);
  const after = pointsAt(wider, level)!.points;
  expect(rounded(squared(after))).toEqual(rounded(after));
  expect(Math.hypot(after[1]!.x - after[0]!.x, after[1]!.y - after[0]!.y)).toBeCloseTo(25);
  expect(rounded(after).slice(3)).toEqual(rounded(points).slice(3));
  const again = readVenue(writeImdf(wider.venue, { base: tinyArchive() }));
  const { venue } = again as Extract<typeof again, { ok: true }>;
  expect(rounded(pointsAt({ ...document, venue }, level)!.points)).toEqual(rounded(after));
});

/** To the millimetre, as an archive holds it. */
const rounded = (points: readonly { readonly x: number; readonly y: number }[]) =>
  points.map(({ x, y }) => [Math.round(1000 * x) / 1000 + 0, Math.round(1000 * y) / 1000 + 0]);

test('the window goes with its counter: moved with it, deleted with it', () => {
  const desk = idOf('fixture desk-1');
  const at = ({ venue }: typeof document) => venue.windows.find(({ number }) => number === '1')?.at;
  expect(at(moveFeatures([desk], 1, 0.5)(document))).toEqual({ x: 4.5, y: 5.5, level: '1F' });
  const without = deleteFeatures([desk])(document);
  expect(at(without)).toBeUndefined();
  expect(validateVenue({ venue: without.venue })).toEqual([]);
});

test('a lift that loses a storey of two is no connection any more', () => {
  const { venue } = deleteFeatures([idOf('unit lift-2F')])(document);
  expect(venue.connectors.map(({ kind }) => kind)).toEqual(['stairs']);
});

test('closures hold from their beginning to before their end, and within their hours', () => {
  const works = { id, featureIds: ['lift'], from: '2026-03-01T08:00', until: '2026-03-02T18:00', reason: {} };
  const at = (day: number, hour: number) => ({ year: 2026, month: 3, day, hour, minute: 0 });
  expect(
    [at(1, 7), at(1, 8), at(2, 17), at(2, 18)].map((time) => closedAt([works], time).has('lift')),
  ).toEqual([false, true, true, false]);
  const nights = [{ ...works, hours: 'Mo-Su 20:00-24:00' }];
  expect(closedAt(nights, at(1, 9), (_, { hour }) => hour >= 20).has('lift')).toBe(false);
});

test('a ring drawn by hand has right angles after squaring, and a slanted edge stays slanted', () => {
  const random = seededRandom(7);
  for (let run = 0; run < 50; run++) {
    const angle = random() * Math.PI;
    const exact = rectangleRing(
      { x: 0, y: 0 },
      { x: 8 * Math.cos(angle) - 4 * Math.sin(angle), y: 8 * Math.sin(angle) + 4 * Math.cos(angle) },
      angle,
    );
    const drawn = exact.map(({ x, y }) => ({ x: x + random() * 0.4, y: y + random() * 0.4 }));
    const ring = squared(drawn);
    for (const [i, corner] of ring.entries()) {
      const [a, b] = [ring[(i + 3) % 4]!, ring[(i + 1) % 4]!];
      const dot = (a.x - corner.x) * (b.x - corner.x) + (a.y - corner.y) * (b.y - corner.y);
      expect(Math.abs(dot)).toBeLessThan(1e-9);
    }
  }
  const slanted = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 6, y: 4 },
    { x: 0, y: 4 },
  ];
  expect(squared(slanted)[1]!.x).toBeCloseTo(10, 1);
});

test('a drawn line keeps to multiples of 45 degrees and its length', () => {
  const end = atAngle({ x: 1, y: 1 }, { x: 4, y: 1.3 });
  expect(end.y).toBeCloseTo(1);
  expect(end.x).toBeCloseTo(1 + Math.hypot(3, 0.3));
});

test('corners win over lines, lines over rows, rows over the grid', () => {
  const targets = {
    reach: 0.5,
    points: [{ x: 0, y: 0 }],
    lines: [
      [
        { x: 0, y: 0 },
        { x: 9, y: 0 },
      ],
    ] as const,
    grid: 1,
    alignedWith: [{ x: 20, y: 5 }],
  };
  expect(snap({ x: 0.3, y: 0.2 }, targets)).toMatchObject({ kind: 'point', point: { x: 0, y: 0 } });
  expect(snap({ x: 4.2, y: 0.4 }, targets)).toMatchObject({ kind: 'line', point: { x: 4.2, y: 0 } });
  expect(snap({ x: 4.2, y: 5.3 }, targets)).toMatchObject({ kind: 'aligned', point: { x: 4.2, y: 5 } });
  expect(snap({ x: 4.2, y: 3.3 }, targets)).toMatchObject({ kind: 'grid', point: { x: 4, y: 3 } });
});

test.each([
  ['3.2', 3.2],
  ['３.２米', 3.2],
  ['320 cm', 3.2],
  ['3200mm', 3.2],
  ['-0,5', -0.5],
  ["10'", 3.048],
  ['three', undefined],
  ['', undefined],
])('the length "%s" is %s m', (text, metres) => {
  const read = parseMetres(text);
  if (metres === undefined) expect(read).toBeUndefined();
  else expect(read).toBeCloseTo(metres);
});

test('numbers typed may change a value, and a place may be told from another', () => {
  expect(parseChange('+0.5', 3)).toBe(3.5);
  expect(parseChange('- 50cm', 3)).toBe(2.5);
  expect(parseChange('-2', 3)).toBe(-2);
  expect(parseChange('/2', 3)).toBe(1.5);
  expect(parsePlace('12.5，40')).toEqual({ x: 12.5, y: 40 });
  expect(parsePlace('@3 4', { x: 1, y: 1 })).toEqual({ x: 4, y: 5 });
  expect(parsePlace('@5<90', { x: 1, y: 1 })!.y).toBeCloseTo(6);
  expect(parsePlace('here')).toBeUndefined();
  expect(numberAfter('W09', 2)).toBe('W11');
});
