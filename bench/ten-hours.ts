import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type ChainSettings, decodeReading, startChain } from '@daoyin/beacon-ingest';
import type { Position } from '@daoyin/positioning';
import {
  type Comparison,
  compareWalk,
  createRadioWorld,
  poolScores,
  routedWays,
  type SimulatedLine,
  type Spread,
  simulateWalk,
  spreadOf,
} from '@daoyin/traces';
import { loadRegister, loadVenue, range } from './positioning/walks';

/**
 * Ten hours of simulated walks, the default estimator beside their truth: `tsx bench/ten-hours.ts [--worlds 10] [--walks 6] [--minutes 10]
 * [--seed 500] [--no-steps] [--estimator NAME] [--venue DIR] [--beacons FILE]`.
 * A track is lost that is more than 10 m off for more than 10 s. After each world: what all walks so far had, pooled; in the end the worst walks,
 * each with its seed and its worst moment, so that it can be walked again.
 */
const repository = fileURLToPath(new URL('..', import.meta.url));
const { values: flags } = parseArgs({
  options: {
    worlds: { type: 'string', default: '10' },
    walks: { type: 'string', default: '6' },
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: '500' },
    'no-steps': { type: 'boolean', default: false },
    estimator: { type: 'string' },
    venue: { type: 'string', default: `${repository}floorplans/zhongshan` },
    beacons: { type: 'string', default: `${repository}beacons.json` },
  },
});

const WORST = 6;

interface Walked {
  readonly world: number;
  readonly seed: number;
  readonly comparison: Comparison;
}

main();

function main(): void {
  const hall = { venue: loadVenue(flags.venue), register: loadRegister(flags.beacons) };
  const findWay = routedWays(hall.venue);
  const minutes = Number(flags.minutes);
  const done: Walked[] = [];
  for (const w of range(Number(flags.worlds))) {
    const worldSeed = Number(flags.seed) + w;
    const world = createRadioWorld({ ...hall, seed: worldSeed, remember: true });
    for (const i of range(Number(flags.walks))) {
      const seed = 1000 * worldSeed + i;
      const { lines, truth } = simulateWalk({ ...hall, seed, minutes, world, findWay });
      const comparison = compareWalk(truth, locate(hall, lines));
      done.push({ world: worldSeed, seed, comparison });
      if (comparison.lost.length > 0) console.log(`lost: ${wordsOf(done.at(-1)!)}`);
    }
    console.log(summaryOf(done, (minutes * done.length) / 60));
  }
  const worst = done.toSorted((a, b) => worstOf(b).p95 - worstOf(a).p95).slice(0, WORST);
  for (const walked of worst) console.log(`worst: ${wordsOf(walked)}`);
}

function locate(
  hall: Pick<ChainSettings, 'venue' | 'register'>,
  lines: readonly SimulatedLine[],
): readonly Position[] {
  const { 'no-steps': radioOnly, estimator } = flags;
  const chain = startChain({ ...hall, seed: 1, everyMs: 1000, ...(estimator && { estimator }) });
  const events = lines.flatMap((line) => {
    const decoded = radioOnly && 'step' in line ? undefined : decodeReading({ ...line });
    return decoded?.ok ? chain.push(decoded.input) : [];
  });
  return [...events, ...chain.end()].flatMap((event) => (event.kind === 'position' ? [event.position] : []));
}

function worstOf({ comparison }: Walked): Spread {
  return spreadOf(comparison.scored.map(({ error }) => error))!;
}

function wordsOf({ world, seed, comparison }: Walked): string {
  const { scored, lost } = comparison;
  const { coverage95 = 0 } = poolScores([comparison]);
  const { median, p95 } = worstOf({ world, seed, comparison });
  const { atMs, error, truth, position } = scored.reduce((a, b) => (b.error > a.error ? b : a));
  const place = ({ x, y, level }: { x: number; y: number; level?: string }): string =>
    `${level} (${x.toFixed(0)}, ${y.toFixed(0)})`;
  const how = lost.length > 0 ? ` lost for ${lost.map((s) => s.toFixed(0)).join(' and ')} s,` : '';
  return (
    `world ${world}, walk ${seed}:${how} ${median.toFixed(2)} / ${p95.toFixed(1)} m, accuracy95 holds ${percent(coverage95)}, ` +
    `worst ${error.toFixed(1)} m at ${(atMs / 1000).toFixed(0)} s: ${place(truth)} taken for ${place(position)}`
  );
}

function summaryOf(done: readonly Walked[], hours: number): string {
  const score = poolScores(done.map(({ comparison }) => comparison));
  const { error, lost, firstFixBelow3m: first, jitterAtRest: rest, levelChange } = score;
  return (
    `${hours.toFixed(1)} h: ${lost.tracks} tracks lost (${lost.seconds.toFixed(0)} s); error ${figures(error)} m, worst ${error?.max.toFixed(1)}; ` +
    `within 3 m after ${figures(first)} s${first?.never ? `, ${first.never} never` : ''}; accuracy95 holds ${percent(score.coverage95)}; ` +
    `at rest the dot moves ${figures(rest)} m (${rest?.rests ?? 0} rests); level right in ${percent(score.levelAccuracySteady, 2)} of steady seconds, ` +
    `a change noticed after ${figures(levelChange.latency)} s, ${levelChange.missed} missed, ${levelChange.false} false`
  );
}

function figures(spread: Spread | undefined): string {
  return spread ? `${spread.median.toFixed(2)} / ${spread.p95.toFixed(2)}` : '–';
}

function percent(share = 0, digits = 1): string {
  return `${(100 * share).toFixed(digits)} %`;
}
