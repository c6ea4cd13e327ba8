import { expect, test } from 'vitest';
import { featureOf, idOf, rectangle, tinyArchive } from '../tiny-archive.test-support';
import { kinds, read, readChanged } from './read.test-support';

test.each([
  ['2F', 1],
  ['３楼', 2],
  ['B1', -1],
  ['地下2层', -2],
  ['Mezzanine', 1], // its name says 2楼
])('a level without ordinal whose sign says %s has ordinal %i, and that is an error', (sign, ordinal) => {
  const { venue, issues } = readChanged((features) => {
    Object.assign(featureOf(features, 'level 2F').properties, { ordinal: null, short_name: { und: sign } });
  });
  expect(venue.levels.find(({ id }) => id === idOf('level 2F'))!.ordinal).toBe(ordinal);
  expect(kinds(issues)).toContain('error missing-ordinal');
});

test('a mezzanine may have half an ordinal', () => {
  const { venue } = readChanged((features) => {
    featureOf(features, 'level 2F').properties.ordinal = 0.5;
  });
  expect(venue.levels.map(({ elevation }) => elevation)).toEqual([0, 2.25]);
  expect(venue.connectors).toHaveLength(2);
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
    annexe.properties.short_name = { 'zh-Hans': '一层', en: '1F' };
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
