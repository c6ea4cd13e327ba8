import type { Venue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { phoneAddress } from './phone-address';
import { defaultPlace, placeNamed } from './place';

const square = (x: number, y: number) => [
  {
    outer: [
      { x, y },
      { x: x + 1, y },
      { x: x + 1, y: y + 1 },
      { x, y: y + 1 },
    ],
    holes: [],
  },
];
const venue = {
  levels: [{ shortName: '1F' }, { shortName: '2F' }],
  kiosks: [
    { id: 'k1', level: '1F', name: { zh: '自助终端' }, area: square(0, 0) },
    { id: 'k2', level: '1F', name: { zh: '3D导引机1' }, area: square(10, 10), anchorId: 'a2' },
  ],
  anchors: [{ id: 'a2', at: { x: 10.5, y: 8.5, level: '1F' } }],
  amenities: [],
  windows: [],
} as unknown as Venue;

describe('the place of a kiosk', () => {
  it('is a kiosk by id or name, seen as somebody stands before it', () => {
    const place = placeNamed(venue, 'k2');
    expect(place?.at).toEqual({ x: 10.5, y: 8.5, level: '1F' });
    expect(place?.facing).toBeCloseTo(Math.PI / 2);
    expect(placeNamed(venue, '3D导引机1')).toEqual(place);
  });

  it('is a point of a level of this venue, with the way it faces', () => {
    expect(placeNamed(venue, '3,4,2F')).toEqual({ at: { x: 3, y: 4, level: '2F' }, name: {} });
    expect(placeNamed(venue, '3,4,2F,90')?.facing).toBeCloseTo(Math.PI / 2);
    for (const wrong of ['', '3,4', '3,4,9F', 'x,4,1F', ',,1F'])
      expect(placeNamed(venue, wrong)).toBeUndefined();
  });

  it('without any wish is the guide kiosk', () => {
    expect(defaultPlace(venue)?.name).toEqual({ zh: '3D导引机1' });
  });
});

describe('the code for the phone', () => {
  const base = 'http://hall.local';
  const place = { at: { x: 1.23, y: 4.56, level: '1F' }, name: {} };
  const route = { destination: { at: place.at, window: '32' } };

  it('prefers the ticket, and keeps the place behind the hash', () => {
    const withTicket = new URL(phoneAddress({ base, ticket: 'A032', route, place }));
    expect(withTicket.searchParams.get('ticket')).toBe('A032');
    expect(withTicket.search).not.toContain('1.2');
    expect(decodeURIComponent(withTicket.hash)).toBe('#from=1.2,4.6,1F');
    expect(new URL(phoneAddress({ base, ticket: undefined, route, place })).search).toBe('?window=32');
  });
});
