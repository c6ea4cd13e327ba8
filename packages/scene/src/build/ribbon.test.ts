import type { Route, RouteLeg } from '@daoyin/routing';
import { describe, expect, it } from 'vitest';
import { drawRoute, ribbonOf, rounded } from './ribbon';

const walk = (level: string, ...path: readonly (readonly [number, number])[]): RouteLeg => {
  const points = path.map(([x, y]) => ({ x, y }));
  const length = points.reduce(
    (sum, p, i) => sum + (i ? Math.hypot(p.x - points[i - 1]!.x, p.y - points[i - 1]!.y) : 0),
    0,
  );
  return { kind: 'walk', level, path: points, length, duration: length };
};
const lift: RouteLeg = {
  kind: 'connector',
  connectorId: 'lift',
  connector: 'elevator',
  from: { x: 10, y: 0, level: '1F' },
  to: { x: 10, y: 0, level: '3F' },
  length: 10,
  duration: 40,
};

function routeOf(legs: readonly RouteLeg[]): Route {
  const at = { x: 0, y: 0, level: '3F' };
  return { ok: true, length: 0, duration: 0, path: [], legs, manoeuvres: [], destination: { at } };
}

describe('the ribbon of a route', () => {
  const drawing = drawRoute(routeOf([walk('1F', [0, 0], [10, 0]), lift, walk('3F', [10, 0], [10, 8])]));

  it('each walk lies on its own level, and each ride is a climb', () => {
    expect(drawing.ribbons.map(({ level }) => level)).toEqual(['1F', '3F']);
    expect(drawing.climbs.map(({ from, to }) => [from.level, to.level])).toEqual([['1F', '3F']]);
  });

  it('its length runs on over the levels', () => {
    const [first, second] = drawing.ribbons;
    expect(first!.shape[0]).toBe(0);
    expect(second!.shape[0]).toBe(20); // 10 m walked, 10 m ridden
    expect(drawing.length).toBe(28);
  });

  it('its edges are half a width to each side of the line', () => {
    const { push, shape } = ribbonOf('1F', [
      { x: 0, y: 0 },
      { x: 5, y: 0 },
    ])!;
    for (let i = 0; i < shape.length / 3; i++) {
      expect(push[2 * i + 1]).toBeCloseTo(-shape[3 * i + 1]!, 6); // to the left is north, which is −z
      expect(push[2 * i]).toBeCloseTo(shape[3 * i + 2]!, 6);
    }
  });

  it('a hairpin stays finite and narrow', () => {
    const back = ribbonOf('1F', [
      { x: 0, y: 0 },
      { x: 5, y: 0 },
      { x: 0, y: 0.3 },
    ])!;
    expect([...back.positions, ...back.push].every(Number.isFinite)).toBe(true);
    expect(Math.max(...back.push.map(Math.abs))).toBeLessThan(3);
  });

  it('a rounded corner never leaves the corner it replaces', () => {
    const path = rounded(
      [
        { x: 0, y: 0 },
        { x: 4, y: 0 },
        { x: 4, y: 4 },
      ],
      0.7,
    );
    expect(path[0]).toEqual({ x: 0, y: 0 });
    expect(path.at(-1)).toEqual({ x: 4, y: 4 });
    for (const { x, y } of path) expect(Math.min(4 - x, y)).toBeLessThan(0.2);
  });

  it('a walk without length draws nothing', () => {
    expect(
      ribbonOf('1F', [
        { x: 1, y: 1 },
        { x: 1, y: 1 },
      ]),
    ).toBeUndefined();
  });
});
