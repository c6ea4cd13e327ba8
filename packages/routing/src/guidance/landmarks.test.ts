import { expect, it } from 'vitest';
import { createRouter } from '../router';
import { line, rect, ringOf, type Sketch, venueOf } from '../sketch.test-support';
import type { Landmark, Manoeuvre } from '../types';

/** A hall whose way bends round a counter, with window 7 at its corner, and window 8 as near but in a room behind a wall. */
const sketch: Sketch = {
  units: [
    { id: 'hall', category: 'walkway', area: rect(0, 0, 30, 20) },
    { id: 'room', area: rect(0, 20, 30, 30) },
  ],
  openings: [{ id: 'door', line: line(27, 20, 29, 20) }],
  fixtures: [{ id: 'counter', area: rect(5, 4, 24, 18) }],
  windows: { 7: { x: 24.5, y: 17.5 }, 8: { x: 24, y: 20.5 }, 9: { x: 2, y: 19 } },
};

function namedOn(change: Partial<Sketch> = {}): (string | undefined)[] {
  return landmarksOn(change).map((landmark) => landmark?.window);
}

function landmarksOn(change: Partial<Sketch>): (Landmark | undefined)[] {
  const router = createRouter(venueOf({ ...sketch, ...change }));
  const found = router.find({
    from: { x: 26, y: 12, level: '1F' },
    to: { window: '9' },
    profile: 'walk',
  });
  if (!found.ok) throw new Error(found.error.message);
  const turns = found.manoeuvres.filter(
    (one): one is Extract<Manoeuvre, { kind: 'turn' }> => one.kind === 'turn',
  );
  return turns.map(({ landmark }) => landmark);
}

it('a turn is named by what stands at it', () => {
  expect(namedOn()).toEqual(['7']);
});

it('what is behind a wall is never named, however near', () => {
  const { 7: _, ...others } = sketch.windows!;
  expect(namedOn({ windows: others })).toEqual([undefined]);
  const open = sketch.units!.map((unit) => ({ ...unit, category: 'walkway' }));
  expect(namedOn({ windows: others, units: open })).toEqual(['8']);
});

/** The counter as an island: a room of clerks in a hole of the hall, with windows 21 to 24 on both long sides, or on the south side only. */
function island(sides: 'both' | 'south'): Partial<Sketch> {
  const north = sides === 'both' ? 18.5 : 3.5;
  return {
    units: [
      {
        id: 'hall',
        category: 'walkway',
        area: [{ outer: ringOf(0, 0, 30, 20), holes: [ringOf(5, 4, 24, 18)] }],
      },
      { id: 'clerks', category: 'nonpublic', area: rect(5, 4, 24, 18) },
    ],
    fixtures: [],
    windows: {
      9: { x: 2, y: 19 },
      21: { x: 8, y: 3.5 },
      22: { x: 14, y: 3.5 },
      23: { x: 8, y: north },
      24: { x: 14, y: north },
    },
  };
}

it('an island of counters is named by its first and last window; a counter along a wall is no island', () => {
  expect(landmarksOn(island('both'))).toEqual([
    { kind: 'island', featureId: 'clerks', windows: ['21', '24'] },
  ]);
  expect(landmarksOn(island('south'))).toEqual([undefined]);
});

it('a number is not read from behind its window', () => {
  const at = (y: number) => ({
    ...sketch,
    fixtures: [...sketch.fixtures!, { id: 'desk', area: rect(24.2, 18.2, 25.2, 18.8) }],
    windows: { 9: sketch.windows!['9']!, 7: { x: 24.7, y } },
  });
  const named = (y: number) => {
    const venue = venueOf(at(y));
    const windows = venue.windows.map((window) =>
      window.number === '7' ? { ...window, fixtureId: 'desk' } : window,
    );
    const found = createRouter({ ...venue, windows }).find({
      from: { x: 28, y: 8, level: '1F' },
      to: { window: '9' },
      profile: 'walk',
    });
    if (!found.ok) throw new Error(found.error.message);
    return found.manoeuvres.flatMap((one) => (one.kind === 'turn' ? [one.landmark?.window] : []));
  };
  expect(named(19.5)).toEqual(['7']);
  expect(named(17.5)).toEqual([undefined]);
});
