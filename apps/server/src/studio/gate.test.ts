import { placeBeacon, readVenue, setBeacons } from '@daoyin/venue';
import { afterAll, expect, it } from 'vitest';
import { tinyArchive, tinyRegister } from '../../../../packages/venue/src/tiny-archive.test-support';
import { checkDocument } from './check';
import { openGate } from './gate';

const read = readVenue(tinyArchive());
if (!read.ok) throw new Error('the tiny archive is broken');
const document = { venue: read.venue, register: tinyRegister(), closures: [], catalogue: null };
const gate = openGate();
afterAll(() => gate.close());

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(() => resolve('free')));

it('the gate finds in its thread what the rules find, and the server answers others meanwhile', async () => {
  const checking = gate.check(document);
  expect(await Promise.race([checking, turnOfTheLoop()])).toBe('free');
  expect(await checking).toEqual(checkDocument(document));
});

it('another state of the same plan is judged by its own beacons', async () => {
  const bad = setBeacons(['B1'], { height: 400 })(document);
  const more = placeBeacon('B9', { x: 900, y: 900, level: '1F' })(document);
  const [first, second, third] = await Promise.all([bad, more, document].map((one) => gate.check(one)));
  expect(first!.map(({ kind }) => kind)).toContain('beacon-height');
  expect(second!.map(({ kind }) => kind)).toContain('beacon-far-away');
  expect(third).toEqual(checkDocument(document));
});

it('a document that breaks the rules themselves is a fault of that question alone', async () => {
  const broken = { ...document, register: { venue: 'x', beacons: null as never } };
  await expect(gate.check(broken)).rejects.toThrow('the gate');
  expect(await gate.check(document)).toEqual(checkDocument(document));
});

it('a gate that is closed keeps nobody waiting', async () => {
  const closing = openGate();
  const asked = closing.check(document);
  const refused = expect(asked).rejects.toThrow('closing');
  await closing.close();
  await refused;
});
