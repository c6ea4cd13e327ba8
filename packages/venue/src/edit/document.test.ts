import { seededRandom } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import { readVenue } from '../archive/read-venue';
import { readBeaconRegister } from '../beacons/read-register';
import { writeBeaconRegister } from '../beacons/write-register';
import { writeImdf } from '../export/write-imdf';
import { tinyArchive } from '../tiny-archive.test-support';
import type { Venue } from '../types';
import { readBeaconsCsv } from './beacons/csv';
import { readBeaconExtension } from './beacons/geojson';
import { writeBeaconsCsv } from './beacons/write-csv';
import { withBeaconExtension } from './beacons/write-geojson';
import { applyForeignPatch, decodePatch } from './decode-patch';
import { diffDocuments } from './diff';
import type { HallDocument } from './document';
import { beginHistory, type History, perform, redo, undo } from './history';
import { applyPatch, patchBetween } from './patch';
import { randomAction, tinyDocument } from './random-edits.test-support';

const SEEDS = Array.from({ length: 12 }, (_, i) => i + 1);

function edited(seed: number, steps: number): History<HallDocument> {
  const random = seededRandom(seed);
  let history = beginHistory(tinyDocument());
  for (let i = 0; i < steps; i++)
    history = perform(history, randomAction(random, history.present)(history.present), 'edit');
  return history;
}

test.each(SEEDS)(
  'any sequence of actions, undone, gives the very same document, and redone the edited one (%i)',
  (seed) => {
    let history = edited(seed, 40);
    const [first, last] = [history.past[0]!.before, history.present];
    expect(history.past.length).toBeGreaterThan(20);
    while (history.past.length > 0) history = undo(history).history;
    expect(history.present).toBe(first);
    while (history.future.length > 0) history = redo(history).history;
    expect(history.present).toBe(last);
  },
);

test.each(SEEDS)('a patch leads from one document to the other, also as JSON (%i)', (seed) => {
  const { past, present } = edited(seed, 30);
  const before = past[0]!.before;
  const patch = JSON.parse(JSON.stringify(patchBetween(before, present)));
  expect(diffDocuments(applyPatch(before, patch), present)).toEqual([]);
  expect(diffDocuments(applyPatch(present, patchBetween(present, before)), before)).toEqual([]);
});

/** To the millimetre, which is what an archive holds; windows and assumed connectors too, and what is absent is not there. */
function comparable(venue: Venue): unknown {
  const text = JSON.stringify(venue, (_, part) =>
    typeof part === 'number' ? Math.round(part * 1000) / 1000 + 0 : part,
  );
  const { levels, ...lists } = JSON.parse(text);
  const byId = (list: unknown) =>
    Array.isArray(list) && list[0]?.id ? list.toSorted((a, b) => (a.id < b.id ? -1 : 1)) : list;
  return { levels, ...Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, byId(list)])) };
}

test.each(SEEDS)('an edited document, exported and imported, is the same document (%i)', (seed) => {
  const { venue, register: whole } = edited(seed, 25).present;
  const register = { ...whole, beacons: withoutPiles(whole.beacons) };
  const files = withBeaconExtension(writeImdf(venue, { base: tinyArchive() }), venue, register);
  const again = readVenue(files);
  if (!again.ok) throw new Error(again.issues[0]!.message);
  expect(comparable(again.venue)).toEqual(comparable(venue));
  const csv = readBeaconsCsv(writeBeaconsCsv(register), { venue });
  const json = readBeaconRegister(writeBeaconRegister(register), { venue });
  const imdf = readBeaconExtension(files, again.venue)!;
  for (const result of [csv, json, imdf])
    expect(result.ok && result.register.beacons).toEqual(register.beacons);
});

/** Without beacons of which several hang at one place: a register that is read takes that for "nobody knows where". */
function withoutPiles(beacons: HallDocument['register']['beacons']): HallDocument['register']['beacons'] {
  const spotOf = ({ at }: (typeof beacons)[number]) => JSON.stringify(at);
  return beacons.filter(
    (beacon) => !beacon.at || beacons.filter((other) => spotOf(other) === spotOf(beacon)).length < 2,
  );
}

test('what an action does not touch stays the same object', () => {
  const before = tinyDocument();
  const after = perform(beginHistory(before), randomAction(() => 0, before)(before), 'place').present;
  expect(after.venue).toBe(before.venue);
  expect(after.register.beacons.slice(0, 4).every((beacon, i) => beacon === before.register.beacons[i])).toBe(
    true,
  );
});

test('edits of one gesture are one step', () => {
  let history = beginHistory(tinyDocument());
  const first = history.present;
  for (const seed of [1, 2, 3]) {
    const next = { ...history.present, register: { ...first.register, venue: `v${seed}` } };
    history = perform(history, next, 'nudge', 'arrow');
  }
  expect(history.past).toHaveLength(1);
  expect(undo(history).history.present).toBe(first);
});

test.each(SEEDS)(
  'whatever an editor does is understood by another machine, and broken entities are refused (%i)',
  (seed) => {
    const { past, present } = edited(seed, 30);
    const before = past[0]!.before;
    const decoded = decodePatch(JSON.parse(JSON.stringify(patchBetween(before, present))));
    if (!decoded.ok) throw new Error(decoded.message);
    const applied = applyForeignPatch(before, decoded.patch);
    if (!applied.ok) throw new Error(applied.message);
    expect(diffDocuments(applied.document, present)).toEqual([]);
  },
);

test.each([
  [{ collection: 'beacons', key: 'B1', set: { height: 'high' }, unset: [] }, /B1.*height/],
  [{ collection: 'beacons', key: 'B1', set: { colour: 'red' }, unset: [] }, /colour/],
  [{ collection: 'beacons', key: 'B1', set: {}, unset: ['status'] }, /status/],
  [{ collection: 'beacons', key: 'B7', put: { id: 'B8' } }, /another key/],
  [{ collection: 'units', key: 'x', put: { id: 'x', level: '1F' } }, /units x/],
])('the patch %j is refused with its reason', (step, reason) => {
  const decoded = decodePatch([step]);
  const result = decoded.ok ? applyForeignPatch(tinyDocument(), decoded.patch) : decoded;
  expect(result.ok).toBe(false);
  expect(!result.ok && result.message).toMatch(reason);
});

test.each([
  [{ collection: 'walls', key: 'x', remove: true }],
  [{ collection: 'units', key: 'x' }],
  ['x'],
  [null],
])('what is no step of a patch is refused: %j', (step) => expect(decodePatch([step]).ok).toBe(false));
