import type { Venue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { alightsAt, carriedNear } from './conveyors';

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
    for (const level of [0, 1])
      for (const x of [1, 6, 11])
        expect(carried(x, 1, level)?.run).toEqual([
          { x: 1, y: 1 },
          { x: 11, y: 1 },
        ]);
  });

  it('not away from it, and not on stairs', () => {
    expect(carried(6, 8, 0)).toBeUndefined();
    expect(carried(6, 21, 0)).toBeUndefined();
    expect(carriedNear(undefined)(0, 0, 0)).toBeUndefined();
  });

  it('in any direction where both levels draw the escalator in one place', () => {
    const stacked = {
      ...venue,
      units: venue.units.map((unit) => ({ ...unit, area: square(0, 0) })),
    } as unknown as Venue;
    expect(carriedNear(stacked)(1, 1, 0)).toEqual({});
  });
});

describe('who steps off an escalator', () => {
  const run = carried(6, 1, 0)!.run!;

  it('is at the end that they were carried to', () => {
    expect(alightsAt(run, { x: 2, y: 2 }, { x: 9, y: 3 })).toEqual({ x: 11, y: 1 });
    expect(alightsAt(run, { x: 9, y: 3 }, { x: 2, y: 2 })).toEqual({ x: 1, y: 1 });
  });

  it('has not stood on it who is where they were', () => {
    expect(alightsAt(run, { x: 2, y: 2 }, { x: 3, y: 2 })).toBeUndefined();
  });

  it('has not ridden it who is nowhere near its ends', () => {
    expect(alightsAt(run, { x: 2, y: 2 }, { x: 20, y: 2 })).toBeUndefined();
  });
});
