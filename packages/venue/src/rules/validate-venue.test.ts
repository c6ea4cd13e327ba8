import { expect, test } from 'vitest';
import { readVenue } from '../archive/read-venue';
import {
  featureOf,
  idOf,
  lngLat,
  rectangle,
  type TinyFeatures,
  tinyArchive,
} from '../tiny-archive.test-support';
import type { Issue } from '../types';
import { coordinates, findings, properties, summary } from './findings.test-support';
import { validateVenue } from './validate-venue';

test('a valid archive has no finding at all', () => {
  expect(findings().map(({ message }) => message)).toEqual([]);
});

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
    'a sliver',
    coordinates('unit room-2F', [rectangle(0, 8, 8, 8.01)]),
    `warning sliver ${idOf('unit room-2F')}`,
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
