import { boundsOfAreas, type Point } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import type { Plan } from '../canvas/plan';
import { drawing } from './drawing';
import type { PlanPointer } from './tool';

const pointer = (x: number, y: number): PlanPointer => ({
  at: { x, y },
  screen: { left: 0, top: 0 },
  reach: 0.1,
  picked: undefined,
  shift: false,
  alt: true,
  touch: false,
});

test('a rectangle begins where the pointer was pressed, however far away a fast drag tells of itself first', () => {
  let drawn: readonly Point[] = [];
  const session = drawing({ invalidate: () => {} } as Plan, {
    least: 3,
    isRing: true,
    finish: (ring) => {
      drawn = ring;
    },
  });
  for (const _ of ['first', 'after it']) {
    expect(session.down?.(pointer(20, 30))).toBe(true);
    session.drag?.(pointer(22, 29));
    session.drag?.(pointer(32, 24));
    session.up?.(pointer(32, 24));
    const { minX, maxX, minY, maxY } = boundsOfAreas([{ outer: drawn, holes: [] }]);
    expect([minX, maxX, minY, maxY]).toEqual([20, 32, 24, 30]);
  }
});
