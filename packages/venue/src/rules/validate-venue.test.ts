import { expect, test } from 'vitest';
import { readVenue } from '../archive/read-venue';
import {
  featureOf,
  idOf,
  lngLat,
  rectangle,
  type TinyFeatures,
  tinyArchive,
  tinyRegister,
} from '../tiny-archive.test-support';
import type { Beacon, BeaconRegister, Issue, Venue } from '../types';
import { validateVenue } from './validate-venue';

function findings(
  change?: (features: TinyFeatures) => void,
  register: BeaconRegister = tinyRegister(),
): readonly Issue[] {
  const result = readVenue(tinyArchive(change));
  return result.ok ? validateVenue({ ...result, register }) : result.issues;
}

function summary(issues: readonly Issue[]): readonly string[] {
  return issues.map(({ severity, kind, featureId }) => `${severity} ${kind} ${featureId}`);
}

test('a valid archive has no finding at all', () => {
  expect(findings().map(({ message }) => message)).toEqual([]);
});

const properties = (name: string, fields: Record<string, unknown>) => (features: TinyFeatures) => {
  Object.assign(featureOf(features, name).properties, fields);
};
const coordinates = (name: string, value: unknown) => (features: TinyFeatures) => {
  featureOf(features, name).geometry!.coordinates = value;
};
const without = (name: string) => (features: TinyFeatures) => {
  const type = name.split(' ')[0]!;
  features[type] = features[type]!.filter(({ id }) => id !== idOf(name));
};

const FAULTS: readonly (readonly [string, (features: TinyFeatures) => void, string])[] = [
  [
    'two features with one id',
    (f) => {
      featureOf(f, 'unit room-1F').id = idOf('unit hall-1F');
    },
    `error duplicate-id ${idOf('unit hall-1F')}`,
  ],
  [
    'a unit on a level that does not exist',
    properties('unit room-1F', { level_id: idOf('nowhere') }),
    `error unknown-level ${idOf('unit room-1F')}`,
  ],
  [
    'an anchor in a unit that does not exist',
    properties('anchor 1', { unit_id: idOf('nowhere') }),
    `error dangling-reference ${idOf('anchor 1')}`,
  ],
  [
    'an occupant at an anchor that does not exist',
    properties('occupant 1', { anchor_id: idOf('nowhere') }),
    `error dangling-reference ${idOf('occupant 1')}`,
  ],
  [
    'an occupant without an anchor',
    properties('occupant 1', { anchor_id: null }),
    `error no-anchor ${idOf('occupant 1')}`,
  ],
  [
    'a fixture with an anchor that does not exist',
    properties('fixture desk-1', { anchor_id: idOf('nowhere') }),
    `error dangling-reference ${idOf('fixture desk-1')}`,
  ],
  [
    'a level of a building that does not exist',
    properties('level 2F', { building_ids: [idOf('nowhere')] }),
    `warning dangling-reference ${idOf('level 2F')}`,
  ],
  [
    'a relationship to a unit that does not exist',
    properties('relationship lift', { destination: { id: idOf('nowhere'), feature_type: 'unit' } }),
    `error dangling-reference ${idOf('relationship lift')}`,
  ],
  [
    'a door into a wall',
    coordinates('opening room-1F', [lngLat(12.5, 8), lngLat(13.5, 8)]),
    `error door-opens-nowhere ${idOf('opening room-1F')}`,
  ],
  [
    'a door in the open',
    coordinates('opening room-1F', [lngLat(30, 30), lngLat(31, 30)]),
    `error door-opens-nowhere ${idOf('opening room-1F')}`,
  ],
  [
    'a door in the middle of the hall',
    coordinates('opening room-1F', [lngLat(9, 3), lngLat(10, 3)]),
    `error door-opens-nowhere ${idOf('opening room-1F')}`,
  ],
  [
    'a door into a void',
    properties('unit room-1F', { category: 'opentobelow' }),
    `error door-opens-nowhere ${idOf('opening room-1F')}`,
  ],
  [
    'a storey without connector',
    (f) => {
      for (const name of ['lift', 'stairs']) {
        without(`relationship ${name}`)(f);
        without(`unit ${name}-2F`)(f);
      }
    },
    `error level-without-connector ${idOf('level 2F')}`,
  ],
  [
    'a lift between units of one level',
    properties('relationship lift', { destination: { id: idOf('unit room-1F'), feature_type: 'unit' } }),
    `error connector-one-level ${idOf('relationship lift')}`,
  ],
  [
    'a lift on one storey only',
    (f) => {
      without('relationship lift')(f);
      without('unit lift-2F')(f);
    },
    `warning shaft-without-connector ${idOf('unit lift-1F')}`,
  ],
  [
    'two windows with one number',
    properties('occupant 2', { name: { 'zh-Hans': '1号窗口', en: 'Window 1' } }),
    `error duplicate-window ${idOf('occupant 2')}`,
  ],
  [
    'a window whose visitor stands in the desk',
    coordinates('anchor 1', lngLat(3.5, 5.75)),
    `error window-inside-fixture ${idOf('occupant 1')}`,
  ],
  [
    'a window whose visitor stands in a wall',
    coordinates('anchor 1', lngLat(9, 9)),
    `error window-without-floor ${idOf('occupant 1')}`,
  ],
  [
    'a window whose visitor stands outside',
    coordinates('anchor 1', lngLat(3.5, -5)),
    `error window-outside-level ${idOf('occupant 1')}`,
  ],
  [
    'a window far from its counter',
    coordinates('anchor 1', lngLat(15, 1)),
    `warning window-far-from-counter ${idOf('occupant 1')}`,
  ],
  [
    'a window without counter',
    (f) => {
      f.fixture = [];
    },
    `warning window-without-counter ${idOf('occupant 1')}`,
  ],
  [
    'an anchor outside its unit',
    properties('anchor 1', { unit_id: idOf('unit room-1F') }),
    `warning anchor-outside-unit ${idOf('anchor 1')}`,
  ],
  [
    'a room that lies over the hall',
    coordinates('unit room-1F', [rectangle(0, 6, 8, 12)]),
    `warning units-overlap ${idOf('unit hall-1F')}`,
  ],
  [
    'a room outside its level',
    coordinates('unit room-1F', [rectangle(0, 8, 8, 20)]),
    `warning unit-outside-level ${idOf('unit room-1F')}`,
  ],
  [
    'a room in another town',
    coordinates('unit room-1F', [rectangle(1000, 8, 1008, 20)]),
    `error unit-outside-level ${idOf('unit room-1F')}`,
  ],
  [
    'hours that nobody can parse',
    properties('occupant 1', { hours: '周一至周五' }),
    `error bad-hours ${idOf('occupant 1')}`,
  ],
  [
    'an unknown category',
    properties('unit room-1F', { category: 'zimmer' }),
    `warning unknown-category ${idOf('unit room-1F')}`,
  ],
  [
    'a level of an unknown category',
    properties('level 1F', { category: 'attic' }),
    `warning unknown-category ${idOf('level 1F')}`,
  ],
  [
    'a name in one language only',
    properties('section waiting-1F', { name: { en: 'Waiting' } }),
    `warning missing-translation ${idOf('section waiting-1F')}`,
  ],
  [
    'a level without a name',
    properties('level 1F', { name: null }),
    `warning missing-name ${idOf('level 1F')}`,
  ],
  [
    'a level without any unit',
    (f) => {
      f.unit = f.unit!.filter(({ properties: p }) => p.level_id === idOf('level 1F'));
    },
    `warning level-without-floor ${idOf('level 2F')}`,
  ],
];

test.each(FAULTS)('%s is found', (_, change, expected) => {
  expect(summary(findings(change))).toContain(expected);
});

const BEACON_FAULTS: readonly (readonly [string, Partial<Beacon>, string])[] = [
  ['with the identity of another', { minor: 2 }, 'error duplicate-identity B2'],
  ['with the id of another', { id: 'B2', minor: 9 }, 'error duplicate-beacon-id B2'],
  ['on a level that does not exist', { at: { x: 5, y: 4, level: '9F' } }, 'error beacon-unknown-level B1'],
  ['some metres outside', { at: { x: -5, y: 4, level: '1F' } }, 'warning beacon-outside-level B1'],
  ['far from anything', { at: { x: 5000, y: 4, level: '1F' } }, 'error beacon-far-away B1'],
  ['below the floor', { height: -2 }, 'warning beacon-height B1'],
  ['of absurd power', { measuredPowerDbm: 20 }, 'warning beacon-power B1'],
  ['that never sends', { intervalMs: 60_000 }, 'warning beacon-interval B1'],
];

test.each(BEACON_FAULTS)('a beacon %s is found', (_, change, expected) => {
  const register = tinyRegister();
  const beacons = register.beacons.map((beacon, i) => (i === 0 ? { ...beacon, ...change } : beacon));
  expect(summary(findings(undefined, { ...register, beacons }))).toContain(expected);
});

test.each([
  [{ at: undefined }, 'warning beacon-without-position B1'],
  [{ uuid: undefined }, 'warning beacon-without-identity B1'],
])('a beacon of which something is unknown is found', (change, expected) => {
  const register = tinyRegister();
  const beacons = register.beacons.map((beacon, i) =>
    i === 0 ? { ...beacon, ...change } : beacon,
  ) as Beacon[];
  expect(summary(findings(undefined, { ...register, beacons }))).toContain(expected);
});

/** What only an edited document can have: reading an archive would have mended or refused it. */
const EDITS: readonly (readonly [string, (venue: Venue) => Partial<Venue>, string])[] = [
  [
    'two features with one id',
    ({ units }) => ({ units: [...units, units[0]!] }),
    `error duplicate-id ${idOf('unit hall-1F')}`,
  ],
  [
    'a unit on a level that was deleted',
    ({ levels }) => ({ levels: levels.slice(0, 1) }),
    `error unknown-level ${idOf('unit room-2F')}`,
  ],
  [
    'an anchor that was deleted',
    ({ anchors }) => ({ anchors: anchors.slice(1) }),
    `error dangling-reference ${idOf('occupant 1')}`,
  ],
  [
    'a connector whose upper unit was moved down',
    ({ units }) => ({ units: units.map((unit) => ({ ...unit, level: '1F' })) }),
    `error connector-one-level ${idOf('relationship lift')}`,
  ],
  [
    'two windows of one number',
    ({ windows }) => ({ windows: windows.map((window) => ({ ...window, name: { en: 'Window 1' } })) }),
    `error duplicate-window ${idOf('occupant 2')}`,
  ],
  [
    'two upper storeys that only lead to each other',
    ({ levels, units, connectors }) => ({
      levels: [...levels, { ...levels[1]!, id: 'third', shortName: '3F', ordinal: 2 }],
      units: [...units, { ...units[4]!, id: 'up', level: '3F' }],
      connectors: [{ ...connectors[0]!, unitIds: [units[4]!.id, 'up'] }],
    }),
    'error level-cut-off third',
  ],
];

test.each(EDITS)('in an edited document %s is found', (_, edit, expected) => {
  const result = readVenue(tinyArchive());
  if (!result.ok) throw new Error('not read');
  expect(summary(validateVenue({ venue: { ...result.venue, ...edit(result.venue) } }))).toContain(expected);
});

test('a beacon that was replaced may share its identity with the new one', () => {
  const register = tinyRegister();
  const retired: Beacon = { ...register.beacons[0]!, id: 'B1-old', status: 'retired' };
  expect(findings(undefined, { ...register, beacons: [...register.beacons, retired] })).toEqual([]);
});

test('a gate within one unit is a door where a barrier of fixtures is beside it', () => {
  const issues = findings((features) => {
    coordinates('opening room-1F', [lngLat(15, 5.5), lngLat(15, 6.5)])(features);
    const barrier = structuredClone(featureOf(features, 'fixture desk-1'));
    Object.assign(barrier, { id: idOf('fixture barrier') });
    Object.assign(barrier.properties, { category: 'obstruction', name: null, anchor_id: null });
    barrier.geometry!.coordinates = [rectangle(14.95, 6.6, 15.05, 8)];
    features.fixture!.push(barrier);
  });
  expect(issues).toEqual([]);
});

test('an entrance may lead into the open air of a level that is drawn as wide as its site', () => {
  const site = rectangle(-50, -50, 50, 50);
  const widen = (category: string) => (features: TinyFeatures) => {
    coordinates('level 1F', [site])(features);
    properties('opening entrance-1F', { category })(features);
  };
  expect(findings(widen('pedestrian.principal'))).toEqual([]);
  expect(summary(findings(widen('pedestrian')))).toEqual([
    `error door-opens-nowhere ${idOf('opening entrance-1F')}`,
  ]);
});

test('hours that nobody can parse are a warning where no window stands on them', () => {
  const issues = findings(properties('amenity information-1F', { hours: 'Temporarily Closed' }));
  expect(summary(issues)).toEqual([`warning bad-hours ${idOf('amenity information-1F')}`]);
});

test('errors come before warnings, warnings before assumptions', () => {
  const issues = findings((features) => {
    properties('unit room-1F', { category: 'zimmer' })(features);
    without('relationship lift')(features);
    properties('occupant 1', { hours: 'never' })(features);
  });
  expect(issues.map(({ severity }) => severity)).toEqual(['error', 'warning', 'assumption']);
});

test('a finding of another package joins those of the document', () => {
  const result = readVenue(tinyArchive());
  if (!result.ok) throw new Error('not read');
  const issue: Issue = { severity: 'error', kind: 'window-unreachable', message: 'nobody gets to window 1' };
  expect(validateVenue(result, [() => [issue]])).toEqual([issue]);
});
