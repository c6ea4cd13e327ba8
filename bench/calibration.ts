import { parseArgs } from 'node:util';
import { estimatorNames } from '@daoyin/positioning';
import { poolScores } from '@daoyin/traces';
import { type CalibratedCase, compareCase, hallCases, officeCases, tetamCases } from '../test/calibrated';

/**
 * What a survey gains: recorded walks located with the radio map of other walks and without it, by every estimator:
 * `tsx bench/calibration.ts [--data tetam,office,hall] [--estimators a,b] [--walks 6]`. Median / 95 % / max error in metres, coverage of accuracy95, lost
 * tracks, ms a second of walk. Tetam: each walk with a map of the other four. Office: at its stops, a map learnt at one power of the beacons and
 * used at the other two. Hall: the survey's map, with steps and without. Its folder is DAOYIN_DATA, or ../shared/data.
 */

const { values: flags } = parseArgs({
  options: {
    data: { type: 'string', default: 'tetam,office,hall' },
    estimators: { type: 'string', default: estimatorNames.join(',') },
    walks: { type: 'string', default: '6' },
  },
});

interface Row {
  readonly name: string;
  readonly steps: boolean;
}

const sets: Readonly<Record<string, { cases: () => readonly CalibratedCase[]; rows: readonly Row[] }>> = {
  tetam: { cases: tetamCases, rows: [{ name: 'tetam', steps: false }] },
  office: { cases: officeCases, rows: [{ name: 'office', steps: false }] },
  hall: {
    cases: hallCases,
    rows: [
      { name: 'hall, steps', steps: true },
      { name: 'hall, radio', steps: false },
    ],
  },
};

main();

function main(): void {
  console.log(row(['walks', 'map', 'estimator', 'median', '95 %', 'max', 'cover95', 'lost', 'ms/s']));
  for (const name of flags.data.split(',')) {
    const set = sets[name];
    if (!set) throw new RangeError(`Expected data of ${Object.keys(sets).join(', ')}, got ${name}.`);
    const began = performance.now();
    const all = set.cases();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const kilobytes = Math.round(JSON.stringify(all[0]!.learnt.calibration).length / 1024);
    console.log(`${name}: learnt in ${seconds} s, ${kilobytes} KB`);
    const cases = name === 'hall' ? all.slice(0, Number(flags.walks)) : all;
    for (const { name: walks, steps } of set.rows) {
      for (const estimator of flags.estimators.split(','))
        for (const map of [false, true]) report(walks, cases, { estimator, map, steps });
    }
  }
}

function report(
  walks: string,
  cases: readonly CalibratedCase[],
  how: { readonly estimator: string; readonly map: boolean; readonly steps: boolean },
): void {
  const began = performance.now();
  const comparisons = cases.map((one) => compareCase(one, how));
  const ms = performance.now() - began;
  const seconds = comparisons.reduce((sum, { scored }) => sum + scored.length, 0);
  const { error, coverage95, lost } = poolScores(comparisons);
  const figures = [error?.median.toFixed(2), error?.p95.toFixed(2), error?.max.toFixed(1)];
  const covered = coverage95 === undefined ? '–' : (100 * coverage95).toFixed(1);
  const cells = [...figures, covered, `${lost.tracks}`, (ms / seconds).toFixed(2)];
  console.log(row([walks, how.map ? 'learnt' : '–', how.estimator, ...cells.map((cell) => cell ?? '–')]));
}

function row([walks, map, estimator, ...cells]: readonly string[]): string {
  const head = `${walks!.padEnd(12)} ${map!.padEnd(7)} ${estimator!.padEnd(14)}`;
  return head + cells.map((cell) => cell.padStart(9)).join('');
}
