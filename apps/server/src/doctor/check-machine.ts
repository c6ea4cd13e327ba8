import { existsSync } from 'node:fs';
import { totalmem } from 'node:os';
import { resolve } from 'node:path';
import type { ServerOptions } from '../options/options';
import { VERSION } from '../version';
import { type Finding, ok, warning } from './finding';

const LEAST_MEMORY = 1.5e9;

/** The program, the machine, the pages. */
export function checkMachine({ config }: ServerOptions, root: string): readonly Finding[] {
  const memory = totalmem();
  return [
    ok('program', `Daoyin ${VERSION} on Node ${process.versions.node}`),
    ok('configuration', config === undefined ? 'none: all by default' : `${config} is understood`),
    memory < LEAST_MEMORY
      ? warning('memory', `${(memory / 1e9).toFixed(1)} GB: the server wants 1.5.`)
      : ok('memory', `${(memory / 1e9).toFixed(1)} GB`),
    existsSync(resolve(root, '.build', 'web'))
      ? ok('pages', 'they are built')
      : warning('pages', 'They are not built yet; the first daoyin serve builds them.'),
  ];
}
