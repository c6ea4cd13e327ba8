import { openCapsule, type Route } from '@daoyin/routing';
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
  const to = { x: 9, y: 4.56, level: '1F' };
  const route: Route = {
    ok: true,
    length: 7.8,
    duration: 7,
    path: [place.at, to],
    legs: [{ kind: 'walk', level: '1F', path: [place.at, to], length: 7.8, duration: 7 }],
    manoeuvres: [{ kind: 'arrive', distance: 7.8, at: to, side: 'left' }],
    destination: { at: to, window: '32' },
  };
  const errand = { base, route, place, venue: 'hall', goal: { zh: '卫生间' } };

  it('prefers the ticket, and keeps the whole route, with the place, behind the hash', () => {
    const withTicket = new URL(phoneAddress({ ...errand, ticket: 'A032', holder: 'secret' }));
    expect(withTicket.search).not.toContain('secret');
    expect(new URLSearchParams(withTicket.hash.slice(1)).get('holder')).toBe('secret');
    expect(withTicket.searchParams.get('ticket')).toBe('A032');
    const opened = openCapsule(new URLSearchParams(withTicket.hash.slice(1)).get('route') ?? '');
    if (!opened.ok) throw new Error(opened.reason);
    expect(opened.capsule).toMatchObject({ venue: 'hall', route: { destination: { window: '32' } } });
    expect(opened.capsule.route.path[0]).toEqual({ x: 1.2, y: 4.6, level: '1F' });
    expect(new URL(phoneAddress({ ...errand, ticket: undefined, holder: undefined })).search).toBe(
      '?window=32',
    );
  });
});
