import { signedArea } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import { featureOf, idOf, lngLat, rectangle } from '../tiny-archive.test-support';
import { kinds, readChanged } from './read.test-support';

test.each([
  ['a ring that is not closed', (ring: unknown[]) => ring.slice(0, -1), ['warning ring-not-closed']],
  ['a clockwise ring', (ring: unknown[]) => [...ring].reverse(), []],
  ['a ring with points twice', (ring: unknown[]) => ring.flatMap((p) => [p, p]), []],
  ['a ring with heights', (ring: unknown[]) => ring.map((p) => [...(p as number[]), 12.5]), []],
])('%s gives the same room', (_, change, expected) => {
  const { venue, issues } = readChanged((features) => {
    const { geometry } = featureOf(features, 'unit room-1F');
    geometry!.coordinates = [change(rectangle(0, 8, 8, 12) as unknown[])];
  });
  const room = venue.units.find(({ id }) => id === idOf('unit room-1F'))!;
  expect(signedArea(room.area[0]!.outer)).toBeCloseTo(32, 3);
  expect(room.area[0]!.outer).toHaveLength(4);
  expect(kinds(issues)).toEqual(expected);
});

test('a room drawn as a bow tie becomes two triangles, and that is said', () => {
  const { venue, issues } = readChanged((features) => {
    const corners = [lngLat(0, 8), lngLat(8, 12), lngLat(8, 8), lngLat(0, 12), lngLat(0, 8)];
    featureOf(features, 'unit room-1F').geometry!.coordinates = [corners];
  });
  const room = venue.units.find(({ id }) => id === idOf('unit room-1F'))!;
  expect(room.area.map(({ outer }) => Math.round(signedArea(outer)))).toEqual([8, 8]);
  expect(kinds(issues)).toEqual(['warning self-intersection']);
});

test('holes and multipolygons stay what they are', () => {
  const { venue } = readChanged((features) => {
    featureOf(features, 'unit hall-1F').geometry!.coordinates = [
      rectangle(0, 0, 20, 8),
      rectangle(5, 2, 6, 3),
    ];
    const room = featureOf(features, 'unit room-1F').geometry!;
    room.type = 'MultiPolygon';
    room.coordinates = [[rectangle(0, 8, 3, 12)], [rectangle(4, 8, 8, 12)]];
  });
  const [hall, room] = venue.units;
  expect(hall!.area[0]!.holes.map((hole) => Math.round(signedArea(hole)))).toEqual([-1]);
  expect(room!.area).toHaveLength(2);
});

test('a room in metres, or with latitude first, is one finding and not one for each corner', () => {
  const { issues } = readChanged((features) => {
    const swapped = rectangle(0, 8, 8, 12).map(([lng, lat]) => [lat, lng]);
    featureOf(features, 'unit room-1F').geometry!.coordinates = [swapped];
    featureOf(features, 'unit room-2F').geometry!.coordinates = [
      [
        [12_622_000, 2_576_000],
        [12_622_008, 2_576_000],
        [12_622_008, 2_576_004],
      ],
    ];
  });
  const bad = issues.filter(({ kind }) => kind === 'bad-coordinates');
  expect(bad).toHaveLength(2);
  expect(bad[0]!.message).toContain('latitude first');
});

test('a slip of the pen in a coordinate is named, and the rest of the outline kept', () => {
  const { venue, issues } = readChanged((features) => {
    const ring = rectangle(0, 8, 8, 12) as unknown[];
    ring.splice(2, 0, ['113.39', null], [0, 0]);
    featureOf(features, 'unit room-1F').geometry!.coordinates = [ring];
  });
  expect(kinds(issues)).toEqual(['error bad-coordinates']);
  expect(issues[0]!.message).toContain('["113.39",null]');
  expect(signedArea(venue.units.find(({ id }) => id === idOf('unit room-1F'))!.area[0]!.outer)).toBeCloseTo(
    32,
    3,
  );
});
