import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { tinyArchive } from '../tiny-archive.test-support';
import { readVenue } from './read-venue';
import { isZip, readZip } from './read-zip';

function zipOf(folder: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const entries = [...tinyArchive()].map(([name, text]) => [`${folder}${name}`, strToU8(text)] as const);
  return zipSync({ ...Object.fromEntries(entries), ...more });
}

test.each(['', 'hall/', 'a/b/hall/'])('an archive in the folder "%s" of a zip is read', (folder) => {
  const bytes = zipOf(folder, {
    '__MACOSX/hall/._venue.geojson': strToU8('x'),
    'notes.txt': strToU8('hello'),
  });
  const zip = readZip(bytes);
  expect(isZip(bytes)).toBe(true);
  if (!zip.ok) throw new Error(zip.issues[0]!.message);
  expect([...zip.files.keys()].sort()).toEqual([...tinyArchive().keys()].sort());
  expect(readVenue(zip.files).ok).toBe(true);
});

/** The same zip whose directory says another size for its first file (APPNOTE.TXT 4.3.12, uncompressed size). */
function sayingSize(bytes: Uint8Array, size: number): Uint8Array {
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < bytes.length - 4; i++) {
    if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, size, true);
  }
  return bytes;
}

test('a zip bomb is refused before it is unpacked', () => {
  const zip = readZip(sayingSize(zipSync({ 'venue.geojson': new Uint8Array(1000) }), 300_000_000));
  expect(zip.ok || zip.issues[0]!.kind).toBe('zip-too-large');
});

test('a zip that says it is smaller than it is, is cut at what it said', () => {
  const zip = readZip(sayingSize(zipSync({ 'venue.geojson': new Uint8Array(5_000_000) }), 10));
  const size = zip.ok ? zip.files.get('venue.geojson')!.length : 0;
  expect(size).toBeLessThanOrEqual(10);
});

test.each([
  ['bytes that are no zip', strToU8('hello'), 'broken-zip'],
  ['a zip that was cut off', zipOf('').subarray(0, 400), 'broken-zip'],
  ['a zip of something else', zipSync({ 'a.json': strToU8('{}') }), 'not-an-archive'],
])('%s are refused with a reason', (_, bytes, kind) => {
  const zip = readZip(bytes);
  expect(zip.ok || zip.issues.map((issue) => issue.kind)).toEqual([kind]);
});
