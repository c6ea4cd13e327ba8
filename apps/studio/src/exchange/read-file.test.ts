import { beaconExtension } from '@daoyin/venue';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { tinyDocument } from '../../../../packages/venue/src/edit/random-edits.test-support';
import type { Importer } from './importer';
import { readFile } from './read-file';

const document = { ...tinyDocument(), catalogue: null };
const read = (name: string, content: BlobPart) =>
  readFile(new File([content], name), document, undefined as unknown as Importer);
const beaconsOf = (taken: typeof document | undefined) => taken?.register.beacons;

test('a sheet of places alone leaves everything else of its beacons, and all others, as they are', async () => {
  const [first, ...others] = document.register.beacons;
  const { take, issues } = await read('moved.csv', `编号,东,北\n${first!.id},3.25,4.5\n`);
  expect(issues).toEqual([]);
  const moved = { ...first, at: { ...first!.at, x: 3.25, y: 4.5 } };
  expect(beaconsOf(take!(document) as typeof document)).toEqual([moved, ...others]);
});

test('a sheet that Excel saved in GB 18030 keeps its Chinese', async () => {
  const [first] = document.register.beacons;
  const chinese = [0xc1, 0xba, 0xb6, 0xab, 0xb2, 0xe0]; // 梁东侧
  const { take } = await read(
    'sheet.csv',
    Uint8Array.from([...strToU8(`id,note\n${first!.id},`), ...chinese, 0x0d, 0x0a]),
  );
  expect(beaconsOf(take!(document) as typeof document)![0]!.note).toBe('梁东侧');
});

test('the beacons of the IMDF extension go in alone, and are the same as those that were written', async () => {
  const { take, kind } = await read(
    'daoyin.beacon.geojson',
    beaconExtension(document.venue, document.register),
  );
  expect(kind).toBe('beacons');
  const taken = take!(document);
  expect(taken.venue).toBe(document.venue);
  expect(taken.register.beacons).toEqual(document.register.beacons);
});

test('a workbook is named as what it is', async () => {
  const { kind, issues } = await read('beacons.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') }));
  expect([kind, issues[0]!.kind]).toEqual(['nothing', 'is-a-workbook']);
});
