import { signedArea } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import { featureOf, idOf, lngLat, tinyArchive } from '../tiny-archive.test-support';
import { kinds, read, readChanged } from './read.test-support';
import { readVenue } from './read-venue';

test('a valid archive is read whole and without a word', () => {
  const { venue, issues } = read(tinyArchive());
  expect(issues).toEqual([]);
  expect(venue.levels.map(({ shortName, elevation }) => [shortName, elevation])).toEqual([
    ['1F', 0],
    ['2F', 4.5],
  ]);
  expect(venue.units).toHaveLength(8);
  expect(venue.openings).toHaveLength(7);
  expect(venue.amenities.map(({ level }) => level)).toEqual(['1F', '2F']);
  expect(venue.sections).toHaveLength(2);
  expect(venue.details).toHaveLength(2);
});

test('geometry is in metres east and north of the display point', () => {
  const { venue } = read(tinyArchive());
  const room = venue.units.find(({ id }) => id === idOf('unit room-1F'))!;
  const corners = room.area[0]!.outer.map(({ x, y }) => [
    Math.round(x * 1000) / 1000,
    Math.round(y * 1000) / 1000,
  ]);
  expect(corners).toEqual([
    [0, 8],
    [8, 8],
    [8, 12],
    [0, 12],
  ]);
});

test('a window has its number, its counter and the place of the visitor', () => {
  const { venue } = read(tinyArchive());
  const [first] = venue.windows;
  expect(venue.windows.map(({ number, at }) => [number, at.level])).toEqual([
    ['1', '1F'],
    ['2', '1F'],
    ['3', '2F'],
  ]);
  expect(first!.fixtureId).toBe(idOf('fixture desk-1'));
  expect(first!.at.x).toBeCloseTo(3.5, 6);
  expect(first!.hours).toBe('Mo-Fr 09:00-12:00,14:00-17:00; PH off');
});

test('a window whose fixture names no anchor has that of its name, else the nearest within 3 m', () => {
  const { venue } = readChanged((features) => {
    for (const { properties } of features.fixture!) properties.anchor_id = null;
    featureOf(features, 'fixture desk-2').properties.name = null;
  });
  const fixtures = venue.windows.map(({ fixtureId }) => fixtureId);
  expect(fixtures).toEqual([1, 2, 3].map((n) => idOf(`fixture desk-${n}`)));
});

test('without a display point the middle of the venue is the origin, and that is said', () => {
  const { venue, issues } = readChanged((features) => {
    featureOf(features, 'venue hall').properties.display_point = null;
  });
  expect(kinds(issues)).toEqual(['assumption no-display-point']);
  const [lng, lat] = lngLat(10, 6) as [number, number];
  expect(venue.origin[0]).toBeCloseTo(lng, 9);
  expect(venue.origin[1]).toBeCloseTo(lat, 9);
});

test('at a pole, where no way is east, the origin is the middle of the venue', () => {
  const { venue, issues } = readChanged((features) => {
    Object.assign(featureOf(features, 'venue hall').properties, {
      display_point: { type: 'Point', coordinates: [0, 90] },
    });
  });
  expect(kinds(issues)).toContain('assumption no-display-point');
  expect(venue.origin[1]).toBeCloseTo(22.52, 3);
});

test('short names are those of the language of the manifest', () => {
  const files = tinyArchive((features) => {
    for (const { properties } of features.level!) {
      properties.short_name = { en: `G${properties.ordinal}`, 'zh-Hans': `${properties.ordinal}层` };
    }
  });
  expect(read(files).venue.levels.map(({ shortName }) => shortName)).toEqual(['0层', '1层']);
  files.set('manifest.json', JSON.stringify({ version: '1.0.0', language: 'en-US' }));
  expect(read(files).venue.levels.map(({ shortName }) => shortName)).toEqual(['G0', 'G1']);
});

test('two windows of one number stay two, and that is an error', () => {
  const { venue, issues } = readChanged((features) => {
    featureOf(features, 'occupant 3').properties.name = { 'zh-Hans': '1号窗口' };
  });
  expect(venue.windows.map(({ number }) => number)).toEqual(['1', '1 (2F)', '2']);
  expect(kinds(issues)).toEqual(['error duplicate-window']);
});

test.each([
  ['no venue', 'venue.geojson', 'no-venue'],
  ['no level', 'level.geojson', 'no-level'],
])('an archive with %s is refused', (_, file, kind) => {
  const files = tinyArchive();
  files.delete(file);
  const result = readVenue(files);
  expect(result.ok).toBe(false);
  expect(result.issues.at(-1)).toMatchObject({ severity: 'error', kind, file });
});

test('a broken file costs only its own features', () => {
  const files = tinyArchive();
  files.set('fixture.geojson', '{"type": "FeatureCollection", "features": [');
  const { venue, issues } = read(files);
  expect(venue.fixtures).toEqual([]);
  expect(venue.windows).toHaveLength(3);
  expect(issues[0]).toMatchObject({ severity: 'error', kind: 'broken-json', file: 'fixture.geojson' });
});

test('every file but venue and level may be missing', () => {
  const all = tinyArchive();
  const { venue } = read(new Map(['venue.geojson', 'level.geojson'].map((file) => [file, all.get(file)!])));
  expect(venue.levels).toHaveLength(2);
});

test('a level without outline has that of its units', () => {
  const { venue, issues } = readChanged((features) => {
    featureOf(features, 'level 2F').geometry = null;
  });
  expect(kinds(issues)).toEqual(['error no-geometry', 'assumption outline-assumed']);
  const outline = venue.levels[1]!.outline;
  expect(outline.reduce((sum, { outer }) => sum + signedArea(outer), 0)).toBeCloseTo(160 + 32 + 4 + 8, 1);
});

test('ids that are no UUID, spellings and bare names are accepted and said', () => {
  const { venue, issues } = readChanged((features) => {
    const room = featureOf(features, 'unit room-1F');
    Object.assign(room, { id: 'room-1' });
    Object.assign(room.properties, { category: ' Room', name: '会议室' });
  });
  const room = venue.units.find(({ id }) => id === 'room-1')!;
  expect([room.category, room.name]).toEqual(['room', { und: '会议室' }]);
  expect(kinds(issues)).toEqual([
    'warning id-not-uuid',
    'assumption category-spelling',
    'warning label-without-language',
  ]);
});
