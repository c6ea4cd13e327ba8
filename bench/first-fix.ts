import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startChain } from '@daoyin/beacon-ingest';
import { boundSpread, type PositionLine, positioningBound } from '@daoyin/traces';
import { cellsOf, judge } from './first-fix/judge';
import { type Start, startsOf } from './first-fix/starts';
import { line } from './positioning/rows';
import { loadRegister, loadVenue, simulatedSet, type WalkSet } from './positioning/walks';

/**
 * How soon a phone that is switched on anywhere is placed: walks of the simulator cut into starts every half minute, as many on one level as on another:
 * `npx tsx bench/first-fix.ts [--worlds 8] [--walks 3] [--minutes 5] [--seed 900] [--estimators best,centroid] [--venue DIR --beacons FILE]`.
 * Seconds until the first place on the right level that is less than 3 m off, median and 95 %. In per cent of the starts: who has it after 1, 2 and 4 s, and who has
 * it not after 4 s because nothing was told, another level, or a place too far off. In per cent of the seconds: on the right level, within `accuracy95` in the first
 * 4 s and in all 10. Starts in which a right level was taken back. `level told`: the same with the true level as the one to assume. In the end, what the
 * Cramér–Rao bound allows after so many seconds, median / 95 %.
 */
const HEADINGS = [
  'median',
  '95 %',
  'in 1 s',
  'in 2 s',
  'in 4 s',
  'silent',
  'level',
  'far',
  'right',
  'holds 4',
  'holds',
  'false',
];

const root = join(import.meta.dirname, '..');
const { values: flags } = parseArgs({
  options: {
    worlds: { type: 'string', default: '8' },
    walks: { type: 'string', default: '3' },
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '900' },
    estimators: { type: 'string', default: 'best,centroid' },
    venue: { type: 'string', default: join(root, 'floorplans/zhongshan') },
    beacons: { type: 'string', default: join(root, 'beacons.json') },
  },
});

main();

function main(): void {
  const hall = { venue: loadVenue(flags.venue), register: loadRegister(flags.beacons) };
  const [worlds, walks] = [Number(flags.worlds), Number(flags.walks)];
  const [minutes, seed] = [Number(flags.minutes), Number(flags.seed)];
  const set = simulatedSet('starts', hall, { worlds, walks, minutes, seed });
  const starts = startsOf(set);
  console.log(line(`${starts.length} starts, seed ${seed}`, HEADINGS));
  for (const estimator of flags.estimators.split(',')) {
    report(estimator, starts, (start) => locate(start, set, estimator));
    if (estimator !== 'centroid')
      report(`${estimator}, level told`, starts, (start) => locate(start, set, estimator, start.level));
  }
  reportBound(starts, set);
}

function report(
  name: string,
  starts: readonly Start[],
  locating: (start: Start) => readonly PositionLine[],
): void {
  console.log(line(name, cellsOf(starts.map((start) => judge(start, locating(start))))));
}

function locate(
  { inputs }: Start,
  { venue, register }: WalkSet,
  estimator: string,
  level?: string,
): readonly PositionLine[] {
  const chain = startChain({
    register,
    estimator,
    seed: 1,
    everyMs: 1000,
    ...(venue && { venue }),
    ...(level && { level }),
  });
  const events = [...inputs.flatMap((input) => chain.push(input)), ...chain.end()];
  return events.flatMap((event) => (event.kind === 'position' ? [event.position] : []));
}

function reportBound(starts: readonly Start[], { register, venue }: WalkSet): void {
  const tracks = starts.map(({ truth, silent }) =>
    positioningBound({ truth, register, steps: true, ...(venue && { venue }), ...(silent && { silent }) }),
  );
  for (const after of [1, 2, 4]) {
    const { median, p95 } = boundSpread(tracks.flatMap((track) => track[after - 1] ?? []))!;
    console.log(`bound after ${after} s: ${median.toFixed(2)} / ${p95.toFixed(2)} m`);
  }
}
