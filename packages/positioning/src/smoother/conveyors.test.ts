import type { Venue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { carriedNear } from './conveyors';

const square = (x: number, y: number) => [
  {
    outer: [
      { x, y },
      { x: x + 2, y },
      { x: x + 2, y: y + 2 },
      { x, y: y + 2 },
    ],
    holes: [],
  },
];
const venue = {
  levels: [{ shortName: '1F' }, { shortName: '2F' }],
  units: [
    { id: 'foot', level: '1F', category: 'escalator', area: square(0, 0) },
    { id: 'head', level: '2F', category: 'escalator', area: square(10, 0) },
    { id: 'steps-1', level: '1F', category: 'stairs', area: square(0, 20) },
    { id: 'steps-2', level: '2F', category: 'stairs', area: square(10, 20) },
  ],
  connectors: [
    { kind: 'escalator', direction: 'up', unitIds: ['foot', 'head'] },
    { kind: 'stairs', direction: 'both', unitIds: ['steps-1', 'steps-2'] },
  ],
} as unknown as Venue;
const carried = carriedNear(venue);

describe('one is carried without a step', () => {
  it('on the whole run of an escalator, whichever level the radio says', () => {
    for (const level of [0, 1]) for (const x of [1, 6, 11]) expect(carried(x, 1, level)).toBe(true);
  });

  it('not away from it, and not on stairs', () => {
    expect(carried(6, 8, 0)).toBe(false);
    expect(carried(6, 21, 0)).toBe(false);
    expect(carriedNear(undefined)(0, 0, 0)).toBe(false);
  });
});
