/**
 * Coverage-guided fuzzing of every decoder of foreign bytes: `npm run fuzz -- [--only adverts,imdf] [--share 1] [--seed 1]
 * [--unreached]`. `--share 0.01` gives each a hundredth of its inputs; `--unreached` lists the lines of the decoder that none came to. Ends with 1 at the first input that makes a decoder throw, or takes a second; the input is
 * left in `.build/fuzz`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { bundled, instrumented } from './program';
import { targets } from './targets';
import { type FuzzReport, type FuzzWork, MOST_BYTES } from './worker';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    share: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    unreached: { type: 'boolean', default: false },
  },
});
const folder = resolve('.build/fuzz');
const LONGEST_MS = 20_000;
mkdirSync(folder, { recursive: true });
const loop = join(folder, 'worker.mjs');
writeFileSync(loop, await bundled({ entryPoints: [join(import.meta.dirname, 'worker.ts')], format: 'esm' }));
let inputs = 0;
for (const name of values.only?.split(',') ?? Object.keys(targets)) {
  const target = targets[name];
  if (target === undefined)
    throw new Error(`There is no ${name}; there are ${Object.keys(targets).join(', ')}.`);
  const { where, ...program } = await instrumented(name, target.modules, folder);
  const runs = Math.max(100, Math.round(target.runs * Number(values.share)));
  const began = performance.now();
  const report = await fuzz({
    program,
    runs,
    seed: Number(values.seed),
    now: new SharedArrayBuffer(8 + MOST_BYTES),
  });
  const seconds = (performance.now() - began) / 1000;
  inputs += runs;
  if (report.kind === 'done') {
    const { unreached, corpus } = report;
    const places = program.own.length;
    const reached = places - unreached.length;
    const share = ((100 * reached) / places).toFixed(0);
    console.log(
      `${name.padEnd(13)} ${runs} inputs in ${seconds.toFixed(0)} s, nothing thrown; ${reached} of ${places} places reached (${share} %), ${corpus} inputs kept`,
    );
    if (values.unreached) for (const place of unreached) console.log(`  ${where(place)}`);
    continue;
  }
  const file = join(folder, `${name}.failed`);
  writeFileSync(file, report.input);
  console.error(`${name}: ${report.reason}\n${file} holds the input of ${report.input.length} bytes`);
  process.exitCode = 1;
  break;
}
console.log(`${inputs} inputs in all`);

/** Watches from another thread: a decoder that never comes back is a failure like another. */
function fuzz(work: FuzzWork): Promise<FuzzReport> {
  const worker = new Worker(loop, { workerData: work });
  const head = new Int32Array(work.now, 0, 2);
  return new Promise((resolve, reject) => {
    let [seen, sinceMs] = [-1, performance.now()];
    const watch = setInterval(() => {
      const count = Atomics.load(head, 0);
      if (count !== seen) [seen, sinceMs] = [count, performance.now()];
      else if (performance.now() - sinceMs > LONGEST_MS && count > 0)
        finish({
          kind: 'failed',
          input: new Uint8Array(work.now, 8, head[1]).slice(),
          reason: 'never came back',
        });
    }, 1_000);
    const finish = (report: FuzzReport) => {
      clearInterval(watch);
      void worker.terminate();
      resolve(report);
    };
    worker.once('message', finish);
    worker.once('error', reject);
  });
}
