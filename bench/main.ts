/**
 * `npm run bench [-- --all] [-- --only routing,scene]`: runs the benches one after the other, then prints the figures that were asked for as the rows of
 * `docs/performance.md`. `--all` also runs those of many minutes. Exit 1 where a bench fails or does not print its figure; a figure that
 * misses what was asked fails nothing, since times depend on the machine.
 */
import { spawn } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench } from './table/bench';
import { benches } from './table/benches';

const root = join(import.meta.dirname, '..');
const { values: flags } = parseArgs({
  options: { all: { type: 'boolean', default: false }, only: { type: 'string' } },
});

const rows: string[] = [];
for (const bench of chosen()) rows.push(...(await rowsOf(bench)));
const day = new Date().toISOString().slice(0, 10);
console.log(`\n${day}, ${cpus().length} × ${cpus()[0]!.model}, Node ${process.versions.node}\n`);
console.log(['| what | figure | asked | command |', '| --- | --- | --- | --- |', ...rows].join('\n'));

function chosen(): readonly Bench[] {
  if (flags.only === undefined) return benches.filter(({ long }) => flags.all || long !== true);
  return flags.only.split(',').map((name) => {
    const bench = benches.find((one) => one.name === name);
    if (bench === undefined)
      throw new RangeError(`Expected benches of ${benches.map((one) => one.name).join(', ')}, got ${name}.`);
    return bench;
  });
}

async function rowsOf({ name, command, figures }: Bench): Promise<readonly string[]> {
  console.log(`\n== ${name}: ${command} (load ${loadavg()[0]!.toFixed(1)})`);
  const { code, out } = await run(command);
  if (code !== 0) {
    console.error(`${name} ended with ${code}`);
    process.exitCode = 1;
  }
  return figures.map(({ what, asked, figure }) => {
    const found = figure(out);
    if (found === undefined) {
      console.error(`${name} does not print: ${what}`);
      process.exitCode = 1;
    }
    return `| ${what} | ${found ?? '?'} | ${asked} | \`${command}\` |`;
  });
}

/** What the program wrote, shown as it comes. */
function run(command: string): Promise<{ readonly code: number | null; readonly out: string }> {
  return new Promise((resolve, reject) => {
    const [program, ...args] = command.split(' ');
    const child = spawn(program!, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      process.stdout.write(text);
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out }));
  });
}
