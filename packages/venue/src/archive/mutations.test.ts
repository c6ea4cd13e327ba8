import { seededRandom } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import { validateVenue } from '../rules/validate-venue';
import { type TinyFeatures, tinyArchive } from '../tiny-archive.test-support';
import { readVenue } from './read-venue';

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
