import { expect, test } from 'vitest';
import { handleAt, handlesOf, squareCorner } from './handles';

const room = [
  { x: 0, y: 0 },
  { x: 8, y: 0 },
  { x: 8, y: 5 },
  { x: 0, y: 5 },
];

test('each corner and each edge that is long enough has a handle, and the corner wins', () => {
  const handles = handlesOf({ rings: [room], isRing: true }, 6);
  expect(handles.filter(({ kind }) => kind === 'corner')).toHaveLength(4);
  expect(handles.filter(({ kind }) => kind === 'middle').map(({ point }) => point)).toEqual([
    { x: 4, y: 0 },
    { x: 4, y: 5 },
  ]);
  expect(handleAt(handles, { x: 2.5, y: 0 }, 4)).toMatchObject({ kind: 'corner', vertex: 0 });
  expect(handleAt(handles, { x: 4, y: 2 }, 1)).toBeUndefined();
  expect(handlesOf({ rings: [room], isRing: false }, 1).filter(({ kind }) => kind === 'middle')).toHaveLength(
    3,
  );
});

test('a corner is pulled to where both neighbours have right angles, in a room that is turned too', () => {
  const turned =
    (angle: number) =>
    ({ x, y }: { x: number; y: number }) => ({
      x: x * Math.cos(angle) - y * Math.sin(angle),
      y: x * Math.sin(angle) + y * Math.cos(angle),
    });
  for (const angle of [0, 0.4, 2]) {
    const ring = room.map(turned(angle));
    const { point, guides } = squareCorner(ring, 2, turned(angle)({ x: 8.2, y: 4.9 }), 0.3)!;
    expect(Math.hypot(point.x - ring[2]!.x, point.y - ring[2]!.y)).toBeLessThan(1e-9);
    expect(guides).toHaveLength(2);
  }
});

test('far from both it is pulled onto the nearer of the two, and from farther not at all', () => {
  expect(squareCorner(room, 2, { x: 8.2, y: 7 }, 0.3)!.point).toEqual({ x: 8, y: 7 });
  expect(squareCorner(room, 2, { x: 9, y: 7 }, 0.3)).toBeUndefined();
  expect(squareCorner(room.slice(0, 3), 1, { x: 8, y: 0.1 }, 1)).toBeUndefined();
});
