import { expect, test } from 'vitest';
import { readVenue } from '../archive/read-venue';
import { idOf, tinyArchive } from '../tiny-archive.test-support';
import type { Venue } from '../types';
import { summary } from './findings.test-support';
import { validateVenue } from './validate-venue';

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
