import type { MultiPolygon } from '@daoyin/geometry';
import type { Venue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { landingsOf } from './landings';

const square = (x: number, y: number, size: number): MultiPolygon => [
  {
    outer: [
      { x, y },
      { x: x + size, y },
      { x: x + size, y: y + size },
      { x, y: y + size },
    ],
    holes: [],
  },
];
const unit = (id: string, level: string, category: string, area: MultiPolygon) => ({
  id,
  level,
  category,
  area,
});
const venue = {
  levels: [{ shortName: '1F' }, { shortName: '2F' }, { shortName: '3F' }],
  units: [
    unit('lift-1', '1F', 'elevator', square(10, 10, 2)),
    unit('lift-2', '2F', 'elevator', square(10, 10, 2)),
    unit('stairs-1', '1F', 'stairs', square(30, 10, 4)),
    unit('stairs-2', '2F', 'stairs', square(36, 10, 4)),
    unit('up-1', '1F', 'escalator', square(60, 10, 2)),
    unit('up-2', '2F', 'escalator', square(68, 10, 2)),
  ],
  connectors: [
    { kind: 'elevator', direction: 'both', unitIds: ['lift-1', 'lift-2'] },
    { kind: 'stairs', direction: 'both', unitIds: ['stairs-1', 'stairs-2'] },
    { kind: 'escalator', direction: 'up', unitIds: ['up-1', 'up-2'] },
  ],
} as unknown as Venue;
const landings = landingsOf(venue);

describe('a walker who has changed the level', () => {
  it('is in the lift that is nearest', () => {
    expect(landings(16, 11, 0, 1)).toMatchObject({ x: 11, y: 11, away: 4 });
    expect(landings(10.2, 11, 1, 0)).toMatchObject({ x: 11, y: 11, away: 0 });
  });

  it('is no surer of the place in a larger lift', () => {
    expect(landings(11, 11, 0, 1)!.sd).toBeCloseTo(2 / Math.sqrt(12), 9);
  });

  it('is at the middle of the flight that is nearest, or little past it', () => {
    expect(landings(32, 13, 0, 1)).toMatchObject({ x: 35, y: 12 });
    expect(landings(36.5, 13, 0, 1)).toMatchObject({ x: 36.5, y: 13 });
    expect(landings(33, 8, 1, 0)).toMatchObject({ x: 34, y: 12 });
  });

  it('did not go down what only leads up', () => {
    expect(landings(66, 12, 0, 1)).toMatchObject({ x: 66, y: 11 });
    expect(landings(66, 12, 1, 0)).toBeUndefined();
  });

  it('is known better after a lift than after stairs', () => {
    expect(landings(11, 11, 0, 1)!.sd).toBeLessThan(landings(38, 12, 0, 1)!.sd);
  });

  it('is nowhere in particular where no connector joins the levels, or none is near', () => {
    expect(landings(11, 11, 0, 2)).toBeUndefined();
    expect(landings(90, 90, 0, 1)).toBeUndefined();
    expect(landingsOf(undefined)(11, 11, 0, 1)).toBeUndefined();
  });
});
