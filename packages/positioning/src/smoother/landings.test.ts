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
  ],
  connectors: [
    { kind: 'elevator', unitIds: ['lift-1', 'lift-2'] },
    { kind: 'stairs', unitIds: ['stairs-1', 'stairs-2'] },
  ],
} as unknown as Venue;
const landings = landingsOf(venue);

describe('a walker who has changed the level', () => {
  it('is where the nearest connector between the two levels ends', () => {
    expect(landings(16, 11, 0, 1)).toMatchObject({ x: 12, y: 11 });
    expect(landings(33, 12, 0, 1)).toMatchObject({ x: 36, y: 12 });
    expect(landings(33, 12, 1, 0)).toMatchObject({ x: 33, y: 12 });
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
