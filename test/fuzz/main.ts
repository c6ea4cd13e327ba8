/**
 * Coverage-guided fuzzing of every decoder of foreign bytes, by libFuzzer through jazzer.js: `npm run fuzz -- [--only adverts,zip] [--share
 * 1]`. `--share 0.01` gives each a hundredth of its inputs. Ends with 1 at the first input that makes a decoder throw or hang; it is left in
 * `.build/fuzz/<target>/`. Seeded: the same inputs come again.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { targets } from './targets';

const { values } = parseArgs({
  options: { only: { type: 'string' }, share: { type: 'string', default: '1' } },
});
const folder = resolve('.build/fuzz');
const names = values.only?.split(',') ?? Object.keys(targets);
let inputs = 0;

for (const name of names) {
  const target = targets[name];
  if (target === undefined)
    throw new Error(`There is no target ${name}; there are ${Object.keys(targets).join(', ')}.`);
  const [place, seeds] = [join(folder, name), join(folder, name, 'seeds')];
  mkdirSync(seeds, { recursive: true });
  target.seeds().forEach((seed, i) => {
    writeFileSync(join(seeds, `seed-${i}`), seed);
  });
  const runs = Math.max(1000, Math.round(target.runs * Number(values.share)));
  const outcome = fuzz(name, await bundled(name), { place, seeds, runs });
  inputs += runs;
  console.log(`${name}: ${runs} inputs, ${outcome}`);
  if (process.exitCode) break;
}
console.log(`${inputs} inputs in all`);

/** One file that holds the target and all that it needs, for the fuzzer to put its counters in. */
async function bundled(name: string): Promise<string> {
  const file = join(folder, `${name}.cjs`);
  await build({
    stdin: {
      contents: `import { targets } from './targets'; export const fuzz = (bytes) => targets[${JSON.stringify(name)}].eat(bytes);`,
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
  });
  return file;
}

/** What became of it, with how many places of the code were reached. */
function fuzz(
  name: string,
  program: string,
  { place, seeds, runs }: { readonly place: string; readonly seeds: string; readonly runs: number },
): string {
  const flags = [
    `-runs=${runs}`,
    '-seed=1',
    '-timeout=10',
    '-rss_limit_mb=2048',
    '-max_len=20000',
    `-artifact_prefix=${place}/`,
  ];
  const { status, stderr } = spawnSync(
    resolve('node_modules/.bin/jazzer'),
    [program, seeds, '--sync', '--includes', `${name}.cjs`, '--', ...flags],
    { encoding: 'utf8', maxBuffer: 1e9 },
  );
  const [reached] = [...stderr.matchAll(/cov: (\d+)/g)].map(([, count]) => count).slice(-1);
  if (status === 0) return `nothing thrown, ${reached} places of the code reached`;
  process.exitCode = 1;
  process.stderr.write(stderr.split('\n').slice(-40).join('\n'));
  return 'FAILED, see above';
}
