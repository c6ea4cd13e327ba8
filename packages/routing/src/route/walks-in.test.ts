import { expect, it } from 'vitest';
import { createRouter } from '../router';
import { line, rect, venueOf } from '../sketch.test-support';
import { walksChange, walksIn } from './walks-in';

/** A hall of 20 × 20 m with a door in the south and a wall with one gap, window 1 before it, window 2 behind. */
function hall(gap: number, withWall = true) {
  return venueOf({
    units: [{ id: 'hall', area: rect(0, 0, 20, 20), category: 'walkway' }],
    openings: [{ id: 'south', line: line(9, 0, 11, 0) }],
    fixtures: withWall
      ? [
          { id: 'west', area: rect(0, 10, gap, 10.5) },
          { id: 'east', area: rect(gap + 2, 10, 20, 10.5) },
        ]
      : [],
    windows: { 1: { x: 10, y: 4 }, 2: { x: 10, y: 18 } },
  });
}

it('there is a way from each public entrance to each window, as long as a query says', () => {
  const router = createRouter(hall(9));
  const walks = [...walksIn(router)];
  expect(walks).toHaveLength(4);
  const [entrance] = router.entrances();
  for (const { window, profile, seconds } of walks) {
    const route = router.find({ from: entrance!.at, to: { window }, profile });
    expect(seconds).toBe(route.ok ? route.duration : undefined);
  }
});

it('a way round is longer, by the window that it leads to', () => {
  const [before, after] = [hall(9), hall(1)].map((venue) => [...walksIn(createRouter(venue))]);
  for (const change of walksChange(before!, after!)) {
    expect(change.after.mean).toBeGreaterThan(change.before.mean);
    expect(change.worst?.window).toBe('2');
    expect(change.lost).toEqual([]);
  }
  const [none] = walksChange(before!, before!);
  expect(none!.worst).toBeUndefined();
  expect(none!.after).toEqual(none!.before);
});

it('a window that cannot be reached any more is named, and does not shorten the mean', () => {
  const shut = { ...hall(9), fixtures: [{ ...hall(9).fixtures[0]!, area: rect(0, 10, 20, 10.5) }] };
  const [before, after] = [hall(9), shut].map((venue) => [
    ...walksIn(createRouter(venue), { profiles: ['walk'] }),
  ]);
  const [change] = walksChange(before!, after!);
  expect(change!.lost).toEqual(['2']);
  expect(change!.after.mean).toBeCloseTo(change!.before.mean, 6);
  expect(walksChange(after!, before!)[0]!.won).toEqual(['2']);
});
