import type { Kiosk } from '@daoyin/venue';
import { expect, it } from 'vitest';
import { createRouter } from '../router';
import { rect, type Sketch, venueOf } from '../sketch.test-support';
import { phrases } from './phrase';

/** A hall with a machine that stands between its visitor and window 9, with window 7 to the left and 8 behind. */
const sketch: Sketch = {
  units: [{ id: 'hall', category: 'walkway', area: rect(0, 0, 40, 40) }],
  windows: { 7: { x: 1, y: 20 }, 8: { x: 20, y: 1 }, 9: { x: 20, y: 38 } },
};

const machine: Kiosk = {
  id: 'machine',
  level: '1F',
  name: { en: 'Guide 1', 'zh-Hans': '导引机1' },
  area: rect(19.4, 20.4, 20.6, 20.8),
} as Kiosk;

function stepsTo(window: string, kiosks: readonly Kiosk[] = [machine]): readonly string[] {
  const venue = { ...venueOf(sketch), kiosks };
  const at = { x: 20, y: 20, level: '1F' };
  const found = createRouter(venue).find({ from: at, to: { window }, profile: 'walk' });
  if (!found.ok) throw new Error(found.error.message);
  return phrases(found.manoeuvres, 'en').map(({ text }) => text);
}

it('the way round what one stands before is no turn: one is told how to set off from there', () => {
  const [first, ...others] = stepsTo('9');
  expect(first).toBe('Go past Guide 1 and walk towards window 9');
  expect(others.join()).not.toMatch(/Guide 1|turn|bear/i);
});

it('to a side or back, one sets off as one faces what one stands before', () => {
  expect(stepsTo('7')[0]).toMatch(/^Facing Guide 1, go left towards/);
  expect(stepsTo('8')[0]).toMatch(/^With Guide 1 behind you/);
  expect(stepsTo('9', [])[0]).toBe('Walk towards window 9');
});
