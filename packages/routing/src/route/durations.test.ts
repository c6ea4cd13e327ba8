import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '@daoyin/geometry';
import { readVenue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { createRouter } from '../router';
import { rect, venueOf } from '../sketch.test-support';
import type { Destination, ProfileName } from '../types';

const hall = join(import.meta.dirname, '../../../../floorplans/zhongshan');

describe.skipIf(!existsSync(hall))('the times between many places of the sample hall', () => {
  const names = readdirSync(hall).filter((name) => name.endsWith('json'));
  const read = readVenue(new Map(names.map((name) => [name, readFileSync(join(hall, name))])));
  if (!read.ok) throw new Error(read.issues[0]!.message);
  const { venue } = read;
  const router = createRouter(venue, { prepare: [] });
  const lift = venue.connectors.find(({ kind }) => kind === 'elevator')!.id;

  it.each(['walk', 'slow', 'pram'] as const)(
    'are those that a query for each pair gives: %s',
    (profile: ProfileName) => {
      const random = seededRandom(7);
      const windows = Array.from(
        { length: 7 },
        () => venue.windows[Math.floor(random() * venue.windows.length)]!,
      );
      const places: Destination[] = windows.map(({ number }) => ({ window: number }));
      const closed = profile === 'pram' ? [lift] : [];
      const found = router.durations({ profile, closed }, places);
      if (!found.ok) throw new Error(found.error.message);
      windows.forEach(({ at }, i) => {
        places.forEach((to, j) => {
          if (i === j) return;
          const route = router.find({ from: at, to, profile, closed });
          expect(found.seconds[i]![j]).toBeCloseTo(route.ok ? route.duration : Number.NaN, 1);
        });
      });
    },
  );
});

it('a place that is none, or that no way leads to, has no time; an unknown walker is refused', () => {
  const sketch = {
    units: [
      { id: 'hall', category: 'walkway', area: rect(0, 0, 10, 10) },
      { id: 'island', category: 'walkway', area: rect(20, 0, 30, 10) },
    ],
    windows: { 1: { x: 2, y: 2 }, 2: { x: 8, y: 2 }, 3: { x: 25, y: 5 } },
  };
  const router = createRouter(venueOf(sketch));
  const places = ['1', '2', '3', '99'].map((window) => ({ window }));
  const found = router.durations({ profile: 'walk' }, places);
  const reached = found.ok && found.seconds.map((row) => row.map((seconds) => seconds !== undefined));
  expect(reached).toEqual([
    [true, true, false, false],
    [true, true, false, false],
    [false, false, true, false],
    [false, false, false, false],
  ]);
  expect(router.durations({ profile: 'fly' as 'walk' }, places)).toMatchObject({
    error: { kind: 'bad-query' },
  });
});
