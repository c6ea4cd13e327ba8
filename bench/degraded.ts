import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { decodeReading, startChain } from '@daoyin/beacon-ingest';
import { estimatorNames } from '@daoyin/positioning';
import {
  type Comparison,
  compareWalk,
  createRadioWorld,
  poolScores,
  routedWays,
  type Score,
  type SimulatedWalk,
  simulateWalk,
  type Variant,
} from '@daoyin/traces';
import { type BeaconRegister, readBeaconRegister, readVenue, type Venue } from '@daoyin/venue';

/**
 * Every estimator on simulated walks in worlds that are not as the register says:
 * `tsx bench/degraded.ts [--worlds 2] [--walks 2] [--minutes 5] [--seed 1] [--estimators a,b] [--without-steps] [--venue DIR] [--beacons FILE]`.
 * Prints, for each variant and estimator, median / 95 % error in metres, lost tracks, coverage of accuracy95 and level accuracy in steady
 * seconds. The walks are the same in all rows.
 */

const ALL_AT_ONCE: Variant = {
  deadShare: 0.2,
  movedShare: 0.05,
  phoneGainDb: -8,
  intervalMs: 1000,
  crowd: true,
};

const VARIANTS: Readonly<Record<string, Variant>> = {
  reference: {},
  '20 % dead': { deadShare: 0.2 },
  '5 % moved 5 m': { movedShare: 0.05 },
  'phone −8 dB': { phoneGainDb: -8 },
  'phone −15 dB': { phoneGainDb: -15 },
  '1 advert/s': { intervalMs: 1000 },
  crowd: { crowd: true },
  'all at once': ALL_AT_ONCE,
};

const repository = fileURLToPath(new URL('..', import.meta.url));
const { values: flags } = parseArgs({
  options: {
    worlds: { type: 'string', default: '2' },
    walks: { type: 'string', default: '2' },
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    estimators: { type: 'string', default: estimatorNames.join(',') },
    'without-steps': { type: 'boolean', default: false },
    venue: { type: 'string', default: `${repository}floorplans/zhongshan` },
    beacons: { type: 'string', default: `${repository}beacons.json` },
  },
});

main();

function main(): void {
  const venue = loadVenue(flags.venue);
  const register = loadRegister(flags.beacons);
  const findWay = routedWays(venue);
  const names = flags.estimators.split(',');
  const [seed, minutes] = [Number(flags.seed), Number(flags.minutes)];
  console.log(`${flags.worlds} worlds × ${flags.walks} walks of ${minutes} min, seed ${seed}`);
  console.log(
    row('variant', ['estimator', 'median', '95 %', 'max', 'lost', 'cover95', 'level', 'lag s', 'ms/s']),
  );
  for (const [name, variant] of Object.entries(VARIANTS)) {
    const walks = range(Number(flags.worlds)).flatMap((w) => {
      const world = createRadioWorld({ venue, register, seed: seed + w, variant });
      return range(Number(flags.walks)).map((i) =>
        simulateWalk({ venue, register, seed: 1000 * (seed + w) + i, minutes, variant, world, findWay }),
      );
    });
    for (const estimator of names) {
      const began = performance.now();
      const score = poolScores(walks.map((walk) => locate(walk, venue, register, estimator)));
      const cost = (performance.now() - began) / (walks.length * minutes * 60);
      console.log(row(name, [estimator, ...figures(score), cost.toFixed(2)]));
    }
  }
}

/** Positions once a second, causal, by the same chain as every app, beside the truth. */
function locate(walk: SimulatedWalk, venue: Venue, register: BeaconRegister, estimator: string): Comparison {
  const chain = startChain({ venue, register, estimator, seed: 1, everyMs: 1000 });
  const events = walk.lines
    .filter((line) => !(flags['without-steps'] && 'step' in line))
    .flatMap((line) => {
      const decoded = decodeReading({ ...line });
      return decoded.ok ? chain.push(decoded.input) : [];
    });
  const positions = [...events, ...chain.end()].flatMap((event) =>
    event.kind === 'position' ? [event.position] : [],
  );
  return compareWalk(walk.truth, positions);
}

function figures(score: Score): readonly string[] {
  const { error, lost, coverage95, levelAccuracySteady, lag } = score;
  const percent = (share: number | undefined): string =>
    share === undefined ? '–' : (100 * share).toFixed(1);
  return [
    error?.median.toFixed(2) ?? '–',
    error?.p95.toFixed(2) ?? '–',
    error?.max.toFixed(1) ?? '–',
    `${lost.tracks}`,
    percent(coverage95),
    percent(levelAccuracySteady),
    lag?.seconds.toFixed(1) ?? '–',
  ];
}

function row(variant: string, cells: readonly string[]): string {
  const [estimator, ...rest] = cells;
  return `${variant.padEnd(14)} ${estimator!.padEnd(16)}${rest.map((cell) => cell.padStart(9)).join('')}`;
}

function range(n: number): readonly number[] {
  return Array.from({ length: n }, (_, i) => i);
}

function loadVenue(folder: string): Venue {
  const names = readdirSync(folder).filter((name) => /json$/.test(name));
  const result = readVenue(new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`)])));
  if (!result.ok) throw new Error(`${folder}: ${result.issues[0]?.message}`);
  return result.venue;
}

function loadRegister(file: string): BeaconRegister {
  const result = readBeaconRegister(readFileSync(file), { file });
  if (!result.ok) throw new Error(`${file}: ${result.issues[0]?.message}`);
  return result.register;
}
