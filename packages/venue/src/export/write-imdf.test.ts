import { expect, test } from 'vitest';
import { readVenue } from '../archive/read-venue';
import { validateVenue } from '../rules/validate-venue';
import { featureOf, idOf, tinyArchive } from '../tiny-archive.test-support';
import type { ArchiveFiles, Venue } from '../types';
import { writeImdf } from './write-imdf';

function venueOf(files: ArchiveFiles): Venue {
  const result = readVenue(files);
  if (!result.ok) throw new Error(result.issues[0]!.message);
  return result.venue;
}

/** To the millimetre, which is what an archive holds. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === 'number' ? Math.round(part * 1000) / 1000 + 0 : part,
  );
}

test('a document that was not changed writes its archive to the letter', () => {
  const base = tinyArchive();
  base.set('services.json', '{"items": []}');
  base.set('notes.txt', 'hello');
  expect(writeImdf(venueOf(base), { base })).toEqual(base);
});

test('a new archive of a document reads as the same document, and has no finding', () => {
  const venue = venueOf(tinyArchive());
  const files = writeImdf(venue, { atMs: Date.UTC(2026, 0, 1) });
  const again = readVenue(files);
  if (!again.ok) throw new Error('not read');
  expect(validateVenue(again)).toEqual([]);
  expect(rounded(again.venue)).toEqual(rounded(venue));
});

test('one changed field changes one feature of one file, and nothing that the document does not know', () => {
  const base = tinyArchive((features) => {
    Object.assign(featureOf(features, 'unit room-1F').properties, { alt_name: { en: 'Old' }, acme: 7 });
    Object.assign(featureOf(features, 'unit room-1F'), { bbox: [0, 0, 1, 1] });
  });
  const venue = venueOf(base);
  const room = idOf('unit room-1F');
  const units = venue.units.map((unit) => (unit.id === room ? { ...unit, category: 'office' } : unit));
  const files = writeImdf({ ...venue, units }, { base });
  const differing = [...files].filter(([file, content]) => base.get(file) !== content).map(([file]) => file);
  expect(differing).toEqual(['unit.geojson']);
  const before = JSON.parse(base.get('unit.geojson')!).features;
  const after = JSON.parse(String(files.get('unit.geojson'))).features;
  const expected = before.map((feature: { id: string; properties: object }) =>
    feature.id === room ? { ...feature, properties: { ...feature.properties, category: 'office' } } : feature,
  );
  expect(after).toEqual(expected);
});

test('an archive in one file keeps what the document does not change, and the members of its collection', () => {
  const features = [...tinyArchive()].flatMap(([file, text]) =>
    file === 'manifest.json' ? [] : JSON.parse(text).features,
  );
  const strange = { type: 'Feature', feature_type: 'acme:sensor', properties: {} };
  const collection = { type: 'FeatureCollection', name: 'all', features: [strange, ...features] };
  const base = new Map([['all.geojson', JSON.stringify(collection)]]);
  const venue = venueOf(base);
  const openings = venue.openings.slice(1);
  const written = JSON.parse(String(writeImdf({ ...venue, openings }, { base }).get('all.geojson')));
  const remaining = features.filter(({ id }) => id !== venue.openings[0]!.id);
  expect(written).toEqual({ ...collection, features: [strange, ...remaining] });
});

test('what was deleted is gone, what is new is there, what was broken stays', () => {
  const base = tinyArchive((features) => {
    const broken = structuredClone(featureOf(features, 'unit room-2F'));
    Object.assign(broken, { id: idOf('unit broken'), geometry: null });
    features.unit!.push(broken);
  });
  const venue = venueOf(base);
  const [first, ...units] = venue.units;
  const files = writeImdf({ ...venue, units: [...units, { ...first!, id: idOf('unit new') }] }, { base });
  const ids = JSON.parse(String(files.get('unit.geojson'))).features.map(({ id }: { id: string }) => id);
  expect(ids).not.toContain(first!.id);
  expect(ids).toContain(idOf('unit broken'));
  expect(ids.at(-1)).toBe(idOf('unit new'));
});

test('a lift that was given storey by storey stays so until it is changed', () => {
  const base = tinyArchive((features) => {
    for (const [type, name] of [
      ['level', ''],
      ['unit', 'lift-'],
    ] as const) {
      const copy = structuredClone(featureOf(features, `${type} ${name}2F`));
      copy.id = idOf(`${type} ${name}3F`);
      if (type === 'unit') copy.properties.level_id = idOf('level 3F');
      else Object.assign(copy.properties, { ordinal: 2, short_name: { en: '3F' } });
      features[type]!.push(copy);
    }
    const pair = structuredClone(featureOf(features, 'relationship lift'));
    pair.id = idOf('relationship upper');
    const end = (level: string) => ({ id: idOf(`unit lift-${level}`), feature_type: 'unit' });
    Object.assign(pair.properties, { origin: end('2F'), destination: end('3F') });
    features.relationship!.push(pair);
  });
  const venue = venueOf(base);
  expect(writeImdf(venue, { base })).toEqual(base);
  const connectors = venue.connectors.map((connector) => ({ ...connector, hours: '24/7' }));
  const again = venueOf(writeImdf({ ...venue, connectors }, { base }));
  expect(again.connectors.map(({ kind, unitIds, hours }) => [kind, unitIds.length, hours])).toEqual(
    connectors.map(({ kind, unitIds, hours }) => [kind, unitIds.length, hours]),
  );
});
