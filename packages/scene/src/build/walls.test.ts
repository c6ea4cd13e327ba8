import { distance } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { rectangle, smallVenue, unit } from '../small-venue.test-support';
import { type WallKind, wallsOf } from './walls';

const lengthOf = (kind: WallKind, venue = smallVenue()) =>
  wallsOf(venue, venue.levels[0]!)
    .segments.filter((segment) => segment.kind === kind)
    .reduce((sum, { a, b }) => sum + distance(a, b), 0);

describe('walls', () => {
  it('a wall that two rooms share is built once', () => {
    // 10 m between hall and rooms and 6 m between the rooms, less a door of 1 m and a counter of 1.2 m with its gaps.
    expect(lengthOf('wall')).toBeCloseTo(10 + 6 - 1 - (1.2 + 2 * 0.35), 2);
  });

  it('the outline of the level is the façade, whatever unit touches it', () => {
    expect(lengthOf('facade')).toBeCloseTo(60, 2);
  });

  it('a door leaves a gap where its opening is, and is found once', () => {
    const venue = smallVenue();
    const { segments, doorways } = wallsOf(venue, venue.levels[0]!);
    expect(doorways.map(({ opening }) => opening.id)).toEqual(['door']);
    const middle = { x: 14, y: 2.5 };
    const across = segments.filter(
      ({ a, b }) => Math.abs(distance(a, middle) + distance(middle, b) - distance(a, b)) < 1e-6,
    );
    expect(across).toEqual([]);
  });

  it('no wall stands between a window and its visitor', () => {
    const venue = smallVenue();
    const inFront = wallsOf(venue, venue.levels[0]!).segments.some(
      ({ a, b }) =>
        Math.abs(a.x - 14) < 0.1 &&
        Math.abs(b.x - 14) < 0.1 &&
        Math.min(a.y, b.y) < 7.6 &&
        Math.max(a.y, b.y) > 7.6,
    );
    expect(inFront).toBe(false);
  });

  it('nothing stands between two open units', () => {
    const open = smallVenue({
      units: [
        unit('west', 'walkway', rectangle(0, 0, 10, 10)),
        unit('east', 'lobby', rectangle(10, 0, 20, 10)),
      ],
      openings: [],
    });
    expect(lengthOf('wall', open)).toBe(0);
  });

  it('an open void has a balustrade on every side, also where the floor is not cut out for it', () => {
    const hall = unit('hall', 'walkway', rectangle(0, 0, 20, 10));
    const hole = unit('void', 'opentobelow', rectangle(5, 3, 9, 7));
    const overlapping = smallVenue({ units: [hall, hole], openings: [], windows: [] });
    expect(lengthOf('balustrade', overlapping)).toBeCloseTo(16, 2);
    const ring = {
      outer: rectangle(0, 0, 20, 10).outer,
      holes: [[...rectangle(5, 3, 9, 7).outer].reverse()],
    };
    const cut = smallVenue({ units: [unit('hall', 'walkway', ring), hole], openings: [], windows: [] });
    expect(lengthOf('balustrade', cut)).toBeCloseTo(16, 2);
  });

  it('a turned building has the same walls', () => {
    const turn = <T>(value: T): T =>
      JSON.parse(JSON.stringify(value), (_, v) =>
        v && typeof v.x === 'number' && typeof v.y === 'number'
          ? { ...v, x: 0.8 * v.x - 0.6 * v.y, y: 0.6 * v.x + 0.8 * v.y }
          : v,
      );
    expect(lengthOf('wall', turn(smallVenue()))).toBeCloseTo(lengthOf('wall'), 2);
    expect(lengthOf('facade', turn(smallVenue()))).toBeCloseTo(60, 2);
  });

  it('an outdoor level has none', () => {
    const venue = smallVenue();
    expect(wallsOf(venue, { ...venue.levels[0]!, outdoor: true }).segments).toEqual([]);
  });
});
