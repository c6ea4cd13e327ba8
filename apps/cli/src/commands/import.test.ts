import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytesOf, twoRooms } from '../../../../packages/venue/src/import/dxf/dxf.test-support';
import { daoyin, folder, jsonl, plan } from '../program.test-support';

describe('import', () => {
  it('makes a folder that validate, locate and route read, and never writes over one', async () => {
    const zip = zipSync(
      Object.fromEntries(readdirSync(plan).map((name) => [name, readFileSync(join(plan, name))])),
    );
    writeFileSync(join(folder, 'plan.zip'), zip);
    expect(await daoyin(['import', 'plan.zip', '--to', 'imported'])).toMatchObject({ code: 0 });
    expect(await daoyin(['validate', '--venue', 'imported'])).toMatchObject({ code: 0 });
    expect(await daoyin(['import', 'plan.zip', '--to', 'imported'])).toEqual({
      code: 1,
      out: '',
      err: 'daoyin: import: imported is not empty\n',
    });
  });

  it('takes a drawing by what is said of its layers, and lists them', async () => {
    writeFileSync(join(folder, 'hall.dxf'), bytesOf(twoRooms()));
    writeFileSync(join(folder, 'layers.json'), '{"layers": {"PUB_*": "ignore"}, "level": "2F"}');
    const layers = await daoyin(['import', 'hall.dxf', '--list-layers', '--layers', 'layers.json']);
    expect(jsonl(layers.out).map(({ layer, role }) => [layer, role])).toEqual([
      ['PUB_TEXT', 'ignore'],
      ['WALL', 'wall'],
      ['WINDOW', 'glass'],
    ]);
    const made = await daoyin(['import', 'hall.dxf', '--to', 'drawn', '--layers', 'layers.json']);
    expect([made.code, jsonl(made.out).map(({ kind }) => kind)]).toEqual([
      0,
      ['place-assumed', 'layers-taken'],
    ]);
    expect(await daoyin(['validate', '--venue', 'drawn'])).toMatchObject({ code: 0 });
    const query = '{"from":{"x":-5,"y":0,"level":"2F"},"to":{"x":4,"y":0,"level":"2F"}}';
    const [route] = jsonl((await daoyin(['route', '--venue', 'drawn'], query)).out);
    expect(route.length).toBeCloseTo(9, 1);
    writeFileSync(join(folder, 'layers.json'), '{"layers": {"WALL": "brick"}}');
    const { err } = await daoyin(['import', 'hall.dxf', '--to', 'no', '--layers', 'layers.json']);
    expect(err).toMatch(/^daoyin: import: layers\.json: layers\.WALL: /);
  });

  it('says of a file that is no plan what it is not', async () => {
    writeFileSync(join(folder, 'plan.txt'), 'rubbish');
    const { code, err } = await daoyin(['import', 'plan.txt', '--to', 'nothing']);
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^daoyin: import: plan\.txt.* no zip, no XML and no JSON/),
    ]);
  });
});
