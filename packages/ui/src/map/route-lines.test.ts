import { distance, type Point } from '@daoyin/geometry';
import type { RouteLeg } from '@daoyin/routing';
import { describe, expect, it } from 'vitest';
import { placeAlong, splitRoute } from './route-lines';

const walk = (level: string, ...path: Point[]): RouteLeg => ({
  kind: 'walk',
  level,
  path,
  length: lengthOf(path),
  duration: 10,
});
const lengthOf = (path: readonly Point[]) =>
  path.slice(1).reduce((sum, b, at) => sum + distance(path[at]!, b), 0);

const top = { x: 12, y: 10, level: '2F' };
const goal = { x: 2, y: 10, level: '2F' };
/** 20 m on 1F, an escalator of 6 m, 10 m on 2F. */
const route = {
  legs: [
    walk('1F', { x: 0, y: 0 }, { x: 10, y: 0 }, { x: 10, y: 10 }),
    {
      kind: 'connector' as const,
      connectorId: 'e',
      connector: 'escalator' as const,
      from: { x: 10, y: 10, level: '1F' },
      to: top,
      length: 6,
      duration: 12,
    },
    walk('2F', top, goal),
  ],
  destination: { at: goal },
};

describe('a route on the plan', () => {
  it('is cut where the walker is, and nothing is lost', () => {
    for (const travelled of [0, 4, 10, 13.5, 20]) {
      const { walked, ahead } = splitRoute(route, '1F', travelled);
      expect(walked.reduce((sum, line) => sum + lengthOf(line), 0)).toBeCloseTo(travelled);
      expect(ahead.reduce((sum, line) => sum + lengthOf(line), 0)).toBeCloseTo(20 - travelled);
    }
  });

  it('counts the ride: on the upper storey nothing is walked before it ends', () => {
    expect(splitRoute(route, '2F', 25).walked).toEqual([]);
    expect(lengthOf(splitRoute(route, '2F', 30).walked[0]!)).toBeCloseTo(4);
  });

  it('has a place and a heading at every metre', () => {
    expect(placeAlong(route, 4)).toEqual({ at: { x: 4, y: 0, level: '1F' }, heading: 0 });
    expect(placeAlong(route, 15).heading).toBeCloseTo(Math.PI / 2);
    expect(placeAlong(route, 21).at.level).toBe('1F');
    expect(placeAlong(route, 25).at.level).toBe('2F');
    expect(placeAlong(route, 28).at.x).toBeCloseTo(10);
    expect(Math.abs(placeAlong(route, 28).heading)).toBeCloseTo(Math.PI);
    expect(placeAlong(route, 99).at).toEqual(goal);
  });
});
