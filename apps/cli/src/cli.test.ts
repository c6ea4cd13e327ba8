import { expect, it } from 'vitest';
import { daoyin, launcher } from './program.test-support';

it('lists its commands, and says which does not exist', async () => {
  const help = await daoyin(['--help']);
  expect(help.code).toBe(0);
  for (const name of 'serve locate route journey validate import calibrate health decode simulate score record receive'.split(
    ' ',
  )) {
    expect(help.out).toContain(`\n  ${name} `);
  }
  expect(await daoyin(['lokate'])).toEqual({
    code: 1,
    out: '',
    err: 'daoyin: there is no command lokate; daoyin --help lists them\n',
  });
});

it.each([
  'locate',
  'route',
  'journey',
  'validate',
  'import',
  'calibrate',
  'health',
  'decode',
  'simulate',
  'score',
  'record',
  'receive',
  'serve',
])('%s --help tells how to use it', async (name) => {
  const { code, out, err } = await daoyin([name, '--help'], '', launcher);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(new RegExp(`^Usage: daoyin ${name}`));
});
