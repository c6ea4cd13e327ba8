import { normal, seededRandom, type VenuePoint } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { createRouter } from '../router';
import { line, rect, venueOf } from '../sketch.test-support';
import type { Progress, Route, TrackedPosition } from '../types';
import { progressOf } from './progress';

const levels = ['1F', '2F'];
const venue = venueOf({
  levels,
  units: levels.flatMap((level) => [
    { id: `hall ${level}`, level, category: 'walkway', area: rect(0, 0, 40, 30) },
    { id: `lift ${level}`, level, category: 'elevator', area: rect(38, 28, 40, 30) },
  ]),
  openings: levels.map((level) => ({ id: `door ${level}`, level, line: line(38, 28.4, 38, 29.6) })),
  fixtures: [{ id: 'island', area: rect(10, 0, 12, 20) }],
  connectors: [{ id: 'lift', kind: 'elevator', unitIds: ['lift 1F', 'lift 2F'] }],
  windows: { 32: { x: 20, y: 2 } },
});
const router = createRouter(venue);

function routeFrom(from: VenuePoint, to: VenuePoint): Route {
  const found = router.find({ from, to, profile: 'step-free' });
  if (!found.ok) throw new Error(found.error.message);
  return found;
}

const round = routeFrom({ x: 5, y: 2, level: '1F' }, { x: 20, y: 2, level: '1F' });

/** The point so many metres along a path of one level. */
function along({ path }: Route, metres: number): VenuePoint {
  let left = metres;
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1]!, path[i]!];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (left <= length)
      return {
        x: a.x + (left / length) * (b.x - a.x),
        y: a.y + (left / length) * (b.y - a.y),
        level: a.level,
      };
    left -= length;
  }
  return path.at(-1)!;
}

function follow(route: Route, positions: readonly TrackedPosition[]): Progress[] {
  const all: Progress[] = [];
  for (const position of positions) all.push(progressOf(route, position, all.at(-1)));
  return all;
}

/** A walk along the route at 1.2 m/s with a dot that shakes by `sigma`, four times a second. */
function walk(route: Route, sigma: number, seed = 1): TrackedPosition[] {
  const random = seededRandom(seed);
  return Array.from({ length: Math.ceil(route.length / 0.3) + 8 }, (_, i) => {
    const { x, y, level } = along(route, 0.3 * i);
    return {
      atMs: 250 * i,
      x: x + sigma * normal(random),
      y: y + sigma * normal(random),
      level,
      accuracy95: Math.max(0.5, 2.45 * sigma),
    };
  });
}

describe('progress', () => {
  it('on the route: what is done and what is left are the whole, and one arrives', () => {
    const steps = follow(round, walk(round, 0));
    for (const { travelled, distanceLeft, offRoute } of steps) {
      expect(travelled + distanceLeft).toBeCloseTo(round.length, 6);
      expect(offRoute).toBe(false);
    }
    expect(steps.at(-1)).toMatchObject({ arrived: true, next: round.manoeuvres.length - 1 });
    expect(steps.at(-1)!.durationLeft).toBeLessThan(3);
    expect(steps[0]!.durationLeft).toBeCloseTo(round.duration, 0);
  });

  it('a dot that shakes by 1.5 m neither leaves the route nor takes back a manoeuvre', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const steps = follow(round, walk(round, 1.5, seed));
      const backwards = steps.filter(({ next }, i) => i > 0 && next < steps[i - 1]!.next).length;
      const off = steps.filter(({ offRoute }) => offRoute).length;
      expect([backwards, off]).toEqual([0, 0]);
    }
  });

  it('beside the route is off it after 3 s, and on it again at once when one comes back', () => {
    const aside = (atMs: number, x: number): TrackedPosition => ({
      atMs,
      x,
      y: 5,
      level: '1F',
      accuracy95: 1,
    });
    const steps = follow(
      round,
      [0, 1000, 2000, 2900, 3000].map((atMs) => aside(atMs, 1)),
    );
    expect(steps.map(({ offRoute }) => offRoute)).toEqual([false, false, false, false, true]);
    expect(progressOf(round, aside(3500, 4.9), steps.at(-1)).offRoute).toBe(false);
  });

  it('8 m away is off it at once, unless the dot itself is as uncertain', () => {
    const here = progressOf(round, { atMs: 0, x: 5, y: 2, level: '1F', accuracy95: 1 });
    const far = { atMs: 500, x: 30, y: 25, level: '1F' };
    expect(progressOf(round, { ...far, accuracy95: 1 }, here).offRoute).toBe(true);
  });

  it('walking away is told within 3 s, before the lane beside the route is left for as long', () => {
    const on = Array.from({ length: 25 }, (_, i) => along(round, 0.24 * i));
    const off = Array.from({ length: 25 }, (_, i) => ({
      x: on.at(-1)!.x - 0.24 * i,
      y: on.at(-1)!.y,
      level: '1F',
    }));
    const steps = follow(
      round,
      [...on, ...off].map((at, i) => ({ ...at, atMs: 200 * i, accuracy95: 2 })),
    );
    const told = steps.findIndex(({ offRoute }) => offRoute);
    expect(told).toBeGreaterThan(on.length);
    expect(told).toBeLessThanOrEqual(on.length + 3000 / 200);
  });

  it('on an escalator, or behind the door of stairs, one is on the route', () => {
    const [foot, head] = [
      { x: 10, y: 2, level: '1F' },
      { x: 26, y: 2, level: '2F' },
    ];
    const ride = { kind: 'connector', connectorId: 'c', length: 0, duration: 30 } as const;
    const routeBy = (leg: Route['legs'][number]): Route => ({
      ...round,
      length: 0,
      duration: 30,
      path: [foot, head],
      legs: [leg],
    });
    const escalator = routeBy({ ...ride, connector: 'escalator', from: foot, to: head });
    const stairs = routeBy({
      ...ride,
      connector: 'stairs',
      from: foot,
      to: { ...foot, level: '2F' },
      inside: { x: 10, y: 5 },
    });
    const at = (x: number, y: number, level = '1F') => ({ atMs: 0, x, y, level, accuracy95: 1 });
    expect(progressOf(escalator, at(18, 2.5)).deviation).toBe(0);
    expect(progressOf(escalator, at(18, 2.5)).durationLeft).toBeCloseTo(15, 6);
    expect(progressOf(escalator, at(18, 6)).deviation).toBeCloseTo(3, 6);
    for (const level of ['1F', '2F']) expect(progressOf(stairs, at(10, 8, level)).deviation).toBe(0);
    expect(progressOf(stairs, at(10, -1)).deviation).toBeCloseTo(3, 6);
  });

  it('one dot on another storey is no departure', () => {
    const dots = [0, 200, 400, 600].map((atMs) => ({ ...along(round, 1), atMs, accuracy95: 2 }));
    const steps = follow(round, [
      ...dots,
      { ...dots[3]!, atMs: 800, level: '2F' },
      { ...dots[3]!, atMs: 1000 },
    ]);
    expect(steps.map(({ offRoute }) => offRoute)).not.toContain(true);
  });

  it('walking back is leaving it', () => {
    const forth = Array.from({ length: 40 }, (_, i) => along(round, 0.5 * i));
    const back = Array.from({ length: 30 }, (_, i) => along(round, 20 - 0.5 * i));
    const steps = follow(
      round,
      [...forth, ...back].map((at, i) => ({ ...at, atMs: 400 * i, accuracy95: 1 })),
    );
    expect(steps[39]!.offRoute).toBe(false);
    expect(steps.at(-1)!.offRoute).toBe(true);
  });

  it('a lift changes the level of the walker, not the place on the route', () => {
    const up = routeFrom({ x: 30, y: 20, level: '1F' }, { x: 20, y: 20, level: '2F' });
    const door = up.legs.find(({ kind }) => kind === 'connector')!;
    if (door.kind !== 'connector') throw new Error('no lift');
    const at = (atMs: number, place: VenuePoint) => ({ atMs, ...place, accuracy95: 2 });
    const steps = follow(up, [
      at(0, up.path[0]!),
      at(8000, door.from),
      at(30_000, door.from),
      at(55_000, door.to),
    ]);
    expect(steps.map(({ offRoute }) => offRoute)).toEqual([false, false, false, false]);
    expect(steps[3]!.snapped.level).toBe('2F');
    expect(steps[3]!.durationLeft).toBeLessThan(steps[2]!.durationLeft);
    expect(steps[2]!.next).toBe(up.manoeuvres.findIndex(({ kind }) => kind === 'take-connector'));
  });

  it('on a storey that the route does not touch one is lost after 3 s', () => {
    const wrong = (atMs: number) => ({ atMs, x: 5, y: 2, level: '2F', accuracy95: 2 });
    const steps = follow(round, [{ ...round.path[0]!, atMs: 0 }, wrong(1000), wrong(4100)]);
    expect(steps.at(-1)!.offRoute).toBe(true);
  });
});
