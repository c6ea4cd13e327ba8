import { expect, it } from 'vitest';
import { createRouter } from '../router';
import { line, rect, type Sketch, venueOf } from '../testing';
import type { Manoeuvre } from '../types';

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
  return turns.map(({ landmark }) => landmark?.window);
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
