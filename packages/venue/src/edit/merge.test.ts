import { seededRandom } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import { deleteBeacons, moveBeacons, placeBeacon, setBeacons } from './beacons/place';
import { diffDocuments } from './diff';
import { type HallDocument, sequence } from './document';
import { beginHistory, perform, receive, undo } from './history';
import { mergeDocuments, resolveConflict } from './merge';
import { randomAction, tinyDocument } from './random-edits.test-support';

const base = tinyDocument();
const at = (document: HallDocument, id: string) =>
  document.register.beacons.find((beacon) => beacon.id === id);

test.each(Array.from({ length: 40 }, (_, i) => i + 1))(
  'merging is symmetric where nothing is in conflict (%i)',
  (seed) => {
    const random = seededRandom(seed);
    const side = () => {
      let document = base;
      for (let i = 0; i < 6; i++) document = randomAction(random, document)(document);
      return document;
    };
    const [mine, theirs] = [side(), side()];
    const [here, there] = [mergeDocuments(base, mine, theirs), mergeDocuments(base, theirs, mine)];
    expect(here.conflicts.length).toBe(there.conflicts.length);
    if (here.conflicts.length > 0) return;
    expect(diffDocuments(here.document, there.document)).toEqual([]);
    for (const change of diffDocuments(base, mine))
      if (change.kind === 'removed')
        expect(
          diffDocuments(here.document, mine).some((c) => c.key === change.key && c.kind === 'removed'),
        ).toBe(false);
  },
);

test('two who change two fields of one beacon both get what they want', () => {
  const mine = moveBeacons(['B1'], 1, 0)(base);
  const theirs = setBeacons(['B1'], { note: 'column' })(base);
  const { document, conflicts } = mergeDocuments(base, mine, theirs);
  expect(conflicts).toEqual([]);
  expect(at(document, 'B1')).toMatchObject({ at: { x: 6, y: 4 }, note: 'column' });
});

test('two who move one beacon are asked, and either answer can be taken', () => {
  const mine = moveBeacons(['B1'], 1, 0)(base);
  const theirs = moveBeacons(['B1'], 0, 1)(base);
  const { document, conflicts } = mergeDocuments(base, mine, theirs);
  expect(conflicts).toEqual([
    expect.objectContaining({
      collection: 'beacons',
      key: 'B1',
      field: 'at',
      mine: { x: 6, y: 4, level: '1F' },
    }),
  ]);
  expect(at(document, 'B1')!.at).toEqual({ x: 5, y: 5, level: '1F' });
  expect(at(resolveConflict(conflicts[0]!, 'mine')(document), 'B1')!.at).toEqual({ x: 6, y: 4, level: '1F' });
  expect(resolveConflict(conflicts[0]!, 'theirs')(document)).toBe(document);
});

test('what one deletes and the other changes is a conflict of the whole', () => {
  const mine = moveBeacons(['B1'], 1, 0)(base);
  const { document, conflicts } = mergeDocuments(base, mine, deleteBeacons(['B1'])(base));
  expect(conflicts).toHaveLength(1);
  expect(conflicts[0]!.field).toBeUndefined();
  expect(at(document, 'B1')).toBeUndefined();
  expect(at(resolveConflict(conflicts[0]!, 'mine')(document), 'B1')).toEqual(at(mine, 'B1'));
});

test('nobody undoes what another did in between', () => {
  let history = perform(beginHistory(base), moveBeacons(['B1'], 1, 0)(base), 'move');
  const theirs = sequence(moveBeacons(['B2'], 0, 2), placeBeacon('B9', { x: 1, y: 1, level: '2F' }))(base);
  history = receive(history, base, theirs).history;
  expect(at(history.present, 'B1')!.at!.x).toBe(6);
  const back = undo(history);
  expect(back.conflicts).toEqual([]);
  expect(diffDocuments(back.history.present, theirs)).toEqual([]);
});

test('undoing what another has since changed says so, and their value stands', () => {
  let history = perform(beginHistory(base), moveBeacons(['B1'], 1, 0)(base), 'move');
  const known = history.present;
  history = receive(history, known, moveBeacons(['B1'], 0, 3)(known)).history;
  const { conflicts, history: after } = undo(history);
  expect(conflicts).toEqual([expect.objectContaining({ key: 'B1', field: 'at' })]);
  expect(at(after.present, 'B1')!.at).toEqual({ x: 6, y: 7, level: '1F' });
});

test('the catalogue is merged by item, and its plain fields by themselves', () => {
  const catalogue = base.catalogue as { items: { id: string; name: object }[]; hours: object };
  const withItem = (id: string, name: string): HallDocument => ({
    ...base,
    catalogue: {
      ...catalogue,
      items: catalogue.items.map((item) => (item.id === id ? { ...item, name: { en: name } } : item)),
    },
  });
  const theirs: HallDocument = {
    ...withItem('b', 'Tax'),
    catalogue: { ...withItem('b', 'Tax').catalogue, hours: { regular: 'Mo-Fr 09:00-17:00' } },
  };
  const { document, conflicts } = mergeDocuments(base, withItem('a', 'Passport'), theirs);
  expect(conflicts).toEqual([]);
  expect(document.catalogue).toMatchObject({
    items: [
      { id: 'a', name: { en: 'Passport' } },
      { id: 'b', name: { en: 'Tax' } },
    ],
    hours: { regular: 'Mo-Fr 09:00-17:00' },
    holidays: [],
  });
});
