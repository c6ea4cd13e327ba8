import { seededRandom, signedArea } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import { validateVenue } from '../rules/validate-venue';
import {
  featureOf,
  idOf,
  lngLat,
  rectangle,
  type TinyFeatures,
  tinyArchive,
} from '../tiny-archive.test-support';
import type { ArchiveFiles, Issue, Venue } from '../types';
import { readVenue } from './read-venue';

function read(files: ArchiveFiles): { readonly venue: Venue; readonly issues: readonly Issue[] } {
  const result = readVenue(files);
  if (!result.ok) throw new Error(result.issues.map(({ message }) => message).join('\n'));
  return result;
}

const readChanged = (change: (features: TinyFeatures) => void) => read(tinyArchive(change));
const kinds = (issues: readonly Issue[]) => issues.map(({ severity, kind }) => `${severity} ${kind}`);

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

test('two levels with one short name are told apart, and that is said', () => {
  const { venue, issues } = readChanged((features) => {
    featureOf(features, 'level 2F').properties.short_name = { en: '1F' };
  });
  expect(venue.levels.map(({ shortName }) => shortName)).toEqual(['1F', '1F (小厅)']);
  expect(kinds(issues)).toEqual(['assumption level-renamed']);
  expect(venue.units.filter(({ level }) => level === '1F (小厅)')).toHaveLength(4);
});

test('what exporters add beside IMDF is left out with one word a file', () => {
  const files = tinyArchive();
  const features = ['route', 'route', 'acme:beacon'].map((feature_type) => ({
    type: 'Feature',
    feature_type,
  }));
  files.set('route.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
  files.set('acme.geojson', JSON.stringify({ type: 'FeatureCollection', features: features.slice(2) }));
  const { issues } = read(files);
  expect(issues.map(({ kind, file }) => [kind, file])).toEqual([['feature-type', 'route.geojson']]);
});

test('spellings of exporters are understood: flags as text, ends without id, a level beside no unit', () => {
  const { venue, issues } = readChanged((features) => {
    featureOf(features, 'level 1F').properties.outdoor = '0';
    featureOf(features, 'relationship lift').properties.intermediary = [{ feature_type: null }];
    Object.assign(featureOf(features, 'amenity information-2F').properties, {
      unit_ids: null,
      level_id: idOf('level 2F'),
    });
  });
  expect(issues).toEqual([]);
  expect(venue.amenities.map(({ level }) => level)).toEqual(['1F', '2F']);
  expect(venue.connectors).toHaveLength(2);
});

test('levels of one name and one ordinal, as of two buildings side by side, are one level', () => {
  const { venue, issues } = readChanged((features) => {
    const annexe = structuredClone(featureOf(features, 'level 1F'));
    annexe.id = idOf('level annexe');
    annexe.geometry!.coordinates = [rectangle(30, 0, 40, 12)];
    features.level!.push(annexe);
    const room = structuredClone(featureOf(features, 'unit room-1F'));
    Object.assign(room, { id: idOf('unit annexe') });
    room.geometry!.coordinates = [rectangle(31, 1, 39, 11)];
    room.properties.level_id = annexe.id;
    features.unit!.push(room);
  });
  expect(venue.levels.map(({ shortName, outline }) => [shortName, outline.length])).toEqual([
    ['1F', 2],
    ['2F', 1],
  ]);
  expect(venue.units.find(({ id }) => id === idOf('unit annexe'))!.level).toBe('1F');
  expect(kinds(issues)).toEqual(['assumption levels-joined']);
});

test('files may be spelt in any case, and end in .json', () => {
  const renamed = [...tinyArchive()].map(([file, text]) => {
    return [
      file.replace(/^(\w)(\w+)\.geojson$/, (_, a, rest) => `${a.toUpperCase()}${rest}.json`),
      text,
    ] as const;
  });
  const { venue, issues } = read(new Map(renamed));
  expect(venue).toEqual(read(tinyArchive()).venue);
  expect(issues).toEqual([]);
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

test('a slip of the pen in a coordinate is named, and the rest of the outline kept', () => {
  const { venue, issues } = readChanged((features) => {
    const ring = rectangle(0, 8, 8, 12) as unknown[];
    ring.splice(2, 0, ['113.39', null], [0, 0]);
    featureOf(features, 'unit room-1F').geometry!.coordinates = [ring];
  });
  expect(kinds(issues)).toEqual(['error bad-coordinates', 'error bad-coordinates']);
  expect(issues[0]!.message).toContain('["113.39",null]');
  expect(signedArea(venue.units.find(({ id }) => id === idOf('unit room-1F'))!.area[0]!.outer)).toBeCloseTo(
    32,
    3,
  );
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

const JUNK: readonly unknown[] = [null, undefined, 42, -1, 'x', '', [], {}, true, [null], { en: 3 }, 1e300];

/** One field, geometry or whole feature of the archive replaced by junk. */
function mutate(features: TinyFeatures, random: () => number): string {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!;
  const type = pick(Object.keys(features).filter((name) => features[name]!.length > 0));
  const feature = pick(features[type]!) as unknown as Record<string, Record<string, unknown>>;
  const junk = pick(JUNK);
  const where = random();
  if (where < 0.1) feature[pick(Object.keys(feature))] = junk as never;
  else if (where < 0.3 && feature.geometry) feature.geometry[pick(['type', 'coordinates'])] = junk;
  else feature.properties![pick(Object.keys(feature.properties!))] = junk;
  return type;
}

test('no single wrong field throws, and none loses the features of another type', () => {
  const next = seededRandom(7);
  for (let run = 0; run < 200; run++) {
    let type = '';
    const result = readVenue(
      tinyArchive((features) => {
        type = mutate(features, next);
      }),
    );
    if (!result.ok) {
      expect(['venue', 'level']).toContain(type);
      continue;
    }
    validateVenue(result);
    if (type !== 'unit' && type !== 'level') expect(result.venue.units).toHaveLength(8);
    if (type !== 'opening' && type !== 'level') expect(result.venue.openings).toHaveLength(7);
  }
});
