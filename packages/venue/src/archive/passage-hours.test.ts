import { expect, test } from 'vitest';
import { validateVenue } from '../rules/validate-venue';
import { idOf, tinyArchive } from '../tiny-archive.test-support';
import { readVenue } from './read-venue';

function doorWithHours(hours: string, category = 'traversal') {
  const result = readVenue(
    tinyArchive((features) => {
      const door = features.opening![0]!;
      const end = (id: unknown, feature_type: string) => ({ id, feature_type });
      features.relationship!.push({
        ...structuredClone(features.relationship![0]!),
        id: idOf('relationship way'),
        properties: {
          category,
          direction: 'undirected',
          origin: null,
          intermediary: [end(door.id, 'opening')],
          destination: null,
          hours,
        },
      });
    }),
  );
  if (!result.ok) throw new Error(result.issues[0]!.message);
  return { venue: result.venue, door: result.venue.openings[0]! };
}

test('a door has the hours of the ways that lead over it', () => {
  const { venue, door } = doorWithHours('Mo-Fr 08:30-18:30');
  expect(door.hours).toBe('Mo-Fr 08:30-18:30');
  expect(venue.openings.filter(({ hours }) => hours !== undefined)).toEqual([door]);
});

test('hours of a door that nobody can parse are a warning', () => {
  const { venue, door } = doorWithHours('whenever');
  const found = validateVenue({ venue }).filter(({ kind }) => kind === 'bad-hours');
  expect(found).toMatchObject([{ severity: 'warning', featureId: door.id, file: 'opening.geojson' }]);
});
