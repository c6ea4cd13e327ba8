import { boundsOfAreas, seededRandom } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import { validateVenue } from '../../rules/validate-venue';
import { idOf } from '../../tiny-archive.test-support';
import type { Venue } from '../../types';
import { entitiesOf, VENUE_COLLECTIONS } from '../collections';
import type { HallDocument } from '../document';
import { beginHistory, perform, undo } from '../history';
import { drawnStorey, randomAction, tinyDocument } from '../random-edits.test-support';
import { putClosure } from './closures';
import { putStorey } from './put-storey';

const LEVELS = ['1F', '2F', '3F', 'M'];

const idsOf = (document: HallDocument) =>
  VENUE_COLLECTIONS.flatMap((name) => entitiesOf(document, name).map(({ id }) => String(id)));

/** What names a feature that is not there. */
function dangling({ venue, closures }: HallDocument): readonly string[] {
  const ids = new Set(idsOf({ ...tinyDocument(), venue }));
  const named = [
    ...[...venue.fixtures, ...venue.kiosks, ...venue.occupants].map(({ anchorId }) => anchorId),
    ...venue.anchors.map(({ unitId }) => unitId),
    ...[...venue.amenities, ...venue.connectors].flatMap(({ unitIds }) => unitIds),
    ...closures.flatMap(({ featureIds }) => featureIds),
  ];
  return named.filter((id) => id !== undefined && !ids.has(id)) as string[];
}

const on = ({ units, openings, fixtures, anchors }: Venue, level: string) =>
  [...units, ...openings, ...fixtures, ...anchors.map(({ at }) => at)].filter((one) => one.level === level);

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'whatever was edited before, an imported storey is undone to the very same document, its ids are its own, and nothing names what went (%i)',
  (seed) => {
    const random = seededRandom(seed);
    let before = tinyDocument();
    for (let i = 0; i < 15; i++) before = randomAction(random, before)(before);
    before = putClosure({ id: idOf('works'), featureIds: [before.venue.units[0]!.id], reason: {} })(before);
    for (const level of LEVELS) {
      const after = putStorey(drawnStorey(level), level)(before);
      expect(undo(perform(beginHistory(before), after, 'import')).history.present).toBe(before);
      const ids = idsOf(after);
      expect(new Set(ids).size).toBe(ids.length);
      expect(dangling(after)).toEqual(dangling(before));
      expect(on(after.venue, level)).toHaveLength(on(drawnStorey(level), level).length);
      for (const other of before.venue.levels.filter(({ shortName }) => shortName !== level))
        expect(on(after.venue, other.shortName)).toHaveLength(on(before.venue, other.shortName).length);
      before = after;
    }
  },
);

test('storeys of several drawings that name their rooms alike are a plan whose references hold', () => {
  const document = LEVELS.reduce((now, level) => putStorey(drawnStorey(level), level)(now), tinyDocument());
  const { venue } = document;
  const errors = validateVenue({ venue }).filter(({ severity }) => severity === 'error');
  // no drawing has a lift, which is told
  expect(new Set(errors.map(({ kind }) => kind))).toEqual(new Set(['level-without-connector']));
  expect(dangling(document)).toEqual([]);
});

test('a storey lies where the old one lay, which keeps its id and its height; a new one over all where its height is taken', () => {
  const before = tinyDocument();
  const { venue } = putStorey(drawnStorey('2F'), '2F')(before);
  const [was, is] = [before.venue, venue].map(({ levels }) => levels.find((one) => one.shortName === '2F')!);
  expect(is).toEqual({ ...was!, outline: is!.outline });
  const middle = (level: typeof is) => {
    const { minX, maxX, minY, maxY } = boundsOfAreas(level!.outline);
    return [(minX + maxX) / 2, (minY + maxY) / 2].map((metres) => metres.toFixed(2));
  };
  expect(middle(is)).toEqual(middle(was));
  const mezzanine = putStorey(drawnStorey('M'), 'M')(before).venue.levels.at(-1)!;
  expect(mezzanine).toMatchObject({ shortName: 'M', ordinal: 2, buildingIds: was!.buildingIds });
});

test('a storey that the other plan does not have changes nothing', () => {
  const document = tinyDocument();
  expect(putStorey(drawnStorey('1F'), '9F')(document)).toBe(document);
});
