import { expect, test } from 'vitest';
import { readVenue } from './archive/read-venue';
import { readBeaconRegister } from './beacons/read-register';
import { levelNamed } from './level-named';
import { featureOf, tinyArchive } from './tiny-archive.test-support';

const read = readVenue(
  tinyArchive((features) => {
    featureOf(features, 'level 1F').properties.short_name = { 'zh-Hans': '一层', en: '1F' };
    featureOf(features, 'level 2F').properties.short_name = { 'zh-Hans': '二层', en: '2F' };
  }),
);
if (!read.ok) throw new Error('not read');
const { venue } = read;

test.each([
  ['一层', '一层'],
  ['1F', '一层'],
  ['１ｆ', '一层'],
  ['Floor 2', '二层'],
  ['3F', undefined],
])('"%s" means level %s', (text, shortName) => {
  expect(levelNamed(venue, text)?.shortName).toBe(shortName);
});

test('a beacon on a level in another language is on that level', () => {
  const beacons = [{ id: 'B1', level: '2F', x: 1, y: 2 }];
  const result = readBeaconRegister({ beacons }, { venue });
  expect(result.ok && result.register.beacons[0]!.at).toEqual({ x: 1, y: 2, level: '二层' });
  expect(result.issues.map(({ kind }) => kind)).not.toContain('beacon-unknown-level');
});
