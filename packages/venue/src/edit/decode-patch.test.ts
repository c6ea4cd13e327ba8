import { seededRandom } from '@daoyin/geometry';
import { expect, test } from 'vitest';
import { applyForeignPatch, decodePatch } from './decode-patch';
import { diffDocuments } from './diff';
import { type Patch, patchBetween } from './patch';
import { randomAction, tinyDocument } from './random-edits.test-support';

const tiny = tinyDocument();
const asSent = (patch: unknown): unknown => JSON.parse(JSON.stringify(patch));
const [beacon] = tiny.register.beacons;
const put = (collection: string, key: string, entity: object) => [{ collection, key, put: entity }];

test('whatever somebody edits comes whole to another editor', () => {
  const random = seededRandom(4);
  for (let i = 0; i < 300; i++) {
    const edited = randomAction(random, tiny)(tiny);
    const decoded = decodePatch(asSent(patchBetween(tiny, edited)));
    if (!decoded.ok) throw new Error(decoded.message);
    const applied = applyForeignPatch(tiny, decoded.patch);
    if (!applied.ok) throw new Error(applied.message);
    expect(diffDocuments(applied.document, edited)).toEqual([]);
  }
});

test.each<[string, unknown, RegExp]>([
  ['no list', {}, /array/],
  ['a collection that nobody knows', put('rooms', 'x', {}), /collection/],
  ['a step that does nothing', [{ collection: 'beacons', key: 'B1' }], /0/],
  ['a step that does two things', [{ collection: 'beacons', key: 'B1', remove: true, put: {} }], /0/],
])('%s is no patch', (_, value, message) => {
  const decoded = decodePatch(value);
  expect(decoded.ok).toBe(false);
  if (!decoded.ok) expect(decoded.message).toMatch(message);
});

test.each<[string, unknown, RegExp]>([
  ['an entity under another key', put('beacons', 'B9', beacon!), /another key/],
  ['a key that is no text', put('beacons', 'B1', { ...beacon, id: { toString: null } }), /another key/],
  ['a field of another type', put('beacons', 'B1', { ...beacon, height: 'high' }), /beacons B1: .*height/],
  [
    'a field that it does not have',
    put('beacons', 'B1', { ...beacon, colour: 'red' }),
    /"colour" is no field/,
  ],
  [
    'a hall beyond the pole',
    [{ collection: 'hall', key: 'hall', set: { origin: [0, 90] }, unset: [] }],
    /hall.*origin/,
  ],
])('%s refuses the whole patch', (_, value, message) => {
  const decoded = decodePatch(value);
  if (!decoded.ok) throw new Error(decoded.message);
  const applied = applyForeignPatch(tiny, decoded.patch as Patch);
  expect(applied).toMatchObject({ ok: false, message: expect.stringMatching(message) });
});
