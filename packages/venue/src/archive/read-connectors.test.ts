import { expect, test } from 'vitest';
import {
  featureOf,
  idOf,
  lngLat,
  rectangle,
  type TinyFeatures,
  tinyArchive,
} from '../tiny-archive.test-support';
import type { Connector } from '../types';
import { readVenue } from './read-venue';

function connectors(change: (features: TinyFeatures) => void): readonly Connector[] {
  const result = readVenue(tinyArchive(change));
  if (!result.ok) throw new Error(result.issues[0]!.message);
  return result.venue.connectors;
}

const unit = (name: string) => ({ id: idOf(`unit ${name}`), feature_type: 'unit' });

/** A third storey with a copy of the lift and stairs of the second. */
function addThirdStorey(features: TinyFeatures): void {
  for (const [type, name] of [
    ['level', ''],
    ['unit', 'hall-'],
    ['unit', 'lift-'],
    ['unit', 'stairs-'],
  ] as const) {
    const copy = structuredClone(featureOf(features, `${type} ${name}2F`));
    copy.id = idOf(`${type} ${name}3F`);
    if (type === 'unit') copy.properties.level_id = idOf('level 3F');
    else Object.assign(copy.properties, { ordinal: 2, short_name: { en: '3F' } });
    features[type]!.push(copy);
  }
}

function addPair(features: TinyFeatures, name: string): void {
  const copy = structuredClone(featureOf(features, `relationship ${name}`));
  copy.id = idOf(`relationship ${name}-upper`);
  Object.assign(copy.properties, { origin: unit(`${name}-2F`), destination: unit(`${name}-3F`) });
  features.relationship!.push(copy);
}

test('a lift given storey by storey is one shaft, stairs stay two flights', () => {
  const found = connectors((features) => {
    addThirdStorey(features);
    addPair(features, 'lift');
    addPair(features, 'stairs');
  });
  expect(found.filter(({ kind }) => kind === 'stairs').map(({ unitIds }) => unitIds.length)).toEqual([2, 2]);
  const lift = found.find(({ kind }) => kind === 'elevator')!;
  expect(lift.unitIds).toEqual(['1F', '2F', '3F'].map((level) => idOf(`unit lift-${level}`)));
});

test('a lift given from the top down with the storeys between rises in the document', () => {
  const found = connectors((features) => {
    addThirdStorey(features);
    Object.assign(featureOf(features, 'relationship lift').properties, {
      category: 'Elevator',
      origin: unit('lift-3F'),
      intermediary: [unit('lift-2F')],
      destination: unit('lift-1F'),
    });
  });
  const lift = found.find(({ kind }) => kind === 'elevator')!;
  expect(lift.unitIds).toEqual(['1F', '2F', '3F'].map((level) => idOf(`unit lift-${level}`)));
});

test('lifts that share only a lobby stay two', () => {
  const found = connectors((features) => {
    addThirdStorey(features);
    const lobby = unit('hall-2F');
    Object.assign(featureOf(features, 'relationship lift').properties, { destination: lobby });
    addPair(features, 'lift');
    const upper = features.relationship!.at(-1)!;
    Object.assign(upper.properties, { origin: lobby });
  });
  expect(found.filter(({ kind, assumed }) => kind === 'elevator' && !assumed)).toHaveLength(2);
});

test.each([
  ['1F', '2F', 'up'],
  ['2F', '1F', 'down'],
])('a directed escalator from %s to %s goes %s', (from, to, direction) => {
  const found = connectors((features) => {
    const { properties } = featureOf(features, 'relationship stairs');
    const ends = { origin: unit(`stairs-${from}`), destination: unit(`stairs-${to}`) };
    Object.assign(properties, { category: 'escalator', direction: 'directed', ...ends });
  });
  const escalator = found.find(({ kind }) => kind === 'escalator')!;
  expect(escalator.direction).toBe(direction);
  expect(escalator.unitIds[0]).toBe(idOf('unit stairs-1F'));
});

test('a flight drawn between landings keeps the stairs and not the landing', () => {
  const found = connectors((features) => {
    Object.assign(featureOf(features, 'relationship stairs').properties, {
      origin: unit('hall-1F'),
      intermediary: [unit('stairs-1F')],
      destination: unit('stairs-2F'),
    });
  });
  expect(found.find(({ kind }) => kind === 'stairs')!.unitIds).toEqual(
    ['1F', '2F'].map((l) => idOf(`unit stairs-${l}`)),
  );
});

test('an opening stands for the shaft behind it', () => {
  const found = connectors((features) => {
    const opening = (level: string) => ({ id: idOf(`opening lift-${level}`), feature_type: 'opening' });
    const ends = { origin: opening('1F'), destination: opening('2F') };
    Object.assign(featureOf(features, 'relationship lift').properties, ends);
  });
  expect(found.find(({ kind }) => kind === 'elevator')!.unitIds).toEqual(
    ['1F', '2F'].map((l) => idOf(`unit lift-${l}`)),
  );
});

test('shafts that stand over each other are joined where no relationship joins them, and said to be assumed', () => {
  const result = readVenue(
    tinyArchive((features) => {
      addThirdStorey(features);
      features.relationship = [];
    }),
  );
  if (!result.ok) throw new Error('not read');
  const found = result.venue.connectors.map(({ kind, unitIds, assumed }) => [kind, unitIds.length, assumed]);
  expect(found).toEqual([
    ['elevator', 3, true],
    ['stairs', 2, true],
    ['stairs', 2, true],
  ]);
  expect(result.issues.map(({ kind, severity }) => `${severity} ${kind}`)).toEqual(
    Array(3).fill('assumption connector-assumed'),
  );
});

test('lifts side by side are not joined across', () => {
  const found = connectors((features) => {
    features.relationship = [];
    for (const level of ['1F', '2F']) {
      const copy = structuredClone(featureOf(features, `unit lift-${level}`));
      copy.id = idOf(`unit lift2-${level}`);
      copy.geometry!.coordinates = [rectangle(12, 8, 14, 10)];
      features.unit!.push(copy);
    }
  });
  const lifts = found.filter(({ kind }) => kind === 'elevator');
  expect(lifts.map(({ unitIds }) => unitIds.length)).toEqual([2, 2]);
});

test('an anchor that names no unit is on the level whose unit is there, and that is said', () => {
  const result = readVenue(
    tinyArchive((features) => {
      featureOf(features, 'anchor 1').properties.unit_id = null;
      featureOf(features, 'anchor 1').geometry!.coordinates = lngLat(3.5, 5);
      featureOf(features, 'fixture desk-1').properties.anchor_id = null;
    }),
  );
  if (!result.ok) throw new Error('not read');
  expect(result.venue.windows[0]!.at.level).toBe('1F');
  expect(result.issues.map(({ kind }) => kind)).toEqual(['level-assumed']);
});
