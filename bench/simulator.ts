import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { quantile } from '@daoyin/geometry';
import { createRadioWorld, decodeTruthLine, routedWays, simulateWalk, type TruthPoint } from '@daoyin/traces';
import type { BeaconRegister, Venue } from '@daoyin/venue';
import { loadRegister, loadVenue, range } from './positioning/walks';

/**
 * The simulator's walks beside recorded ones of the same building: `tsx bench/simulator.ts [--hall ../shared/data/hall] [--walks 6]
 * [--minutes 5] [--seed 1]`; the folder holds `venue/`, `beacons.json` and `walks/`. Figures to look at, not to tune to: what
 * a phone hears a second, how strong, from how far, and how people move.
 */
const { values: flags } = parseArgs({
  options: {
    hall: {
      type: 'string',
      default: process.env.DAOYIN_DATA ? `${process.env.DAOYIN_DATA}/hall` : '../shared/data/hall',
    },
    walks: { type: 'string', default: '6' },
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
});

/** A line of a walk, as much as is looked at here. */
interface Line {
  readonly atMs: number;
  readonly beacon?: string;
  readonly rssiDbm?: number;
  readonly step?: { readonly length: number; readonly heading: number };
}

interface Walk {
  readonly lines: readonly Line[];
  readonly truth: readonly TruthPoint[];
}

main();

function main(): void {
  if (!existsSync(flags.hall)) throw new Error(`${flags.hall} is absent: give --hall or DAOYIN_DATA`);
  const hall = {
    venue: loadVenue(join(flags.hall, 'venue')),
    register: loadRegister(join(flags.hall, 'beacons.json')),
  };
  const recorded = figuresOf(recordedWalks(join(flags.hall, 'walks')), hall.register);
  const simulated = figuresOf(simulatedWalks(hall), hall.register);
  console.log(`${''.padEnd(44)}${'recorded'.padStart(10)}${'simulated'.padStart(11)}`);
  for (const [name, value] of recorded) {
    console.log(
      `${name.padEnd(44)}${value.toFixed(2).padStart(10)}${simulated.get(name)!.toFixed(2).padStart(11)}`,
    );
  }
}

function recordedWalks(folder: string): readonly Walk[] {
  const lines = (file: string): readonly string[] => readFileSync(file, 'utf8').trimEnd().split('\n');
  return readdirSync(folder).map((name) => ({
    lines: lines(join(folder, name, 'readings.jsonl')).map((line) => JSON.parse(line) as Line),
    truth: lines(join(folder, name, 'truth.jsonl')).flatMap((line) => {
      const decoded = decodeTruthLine(line);
      return decoded.ok ? [decoded.value] : [];
    }),
  }));
}

function simulatedWalks(hall: { readonly venue: Venue; readonly register: BeaconRegister }): readonly Walk[] {
  const findWay = routedWays(hall.venue);
  const seed = Number(flags.seed);
  const world = createRadioWorld({ ...hall, seed, remember: true });
  return range(Number(flags.walks)).map((i) =>
    simulateWalk({ ...hall, seed: 1000 * seed + i, minutes: Number(flags.minutes), world, findWay }),
  );
}

function figuresOf(walks: readonly Walk[], register: BeaconRegister): ReadonlyMap<string, number> {
  const placeOf = new Map(register.beacons.map(({ id, at }) => [id, at]));
  const readings = walks.flatMap(({ lines, truth }) =>
    lines.flatMap(({ beacon, rssiDbm, atMs }) => {
      const at = beacon === undefined ? undefined : placeOf.get(beacon);
      if (!at || rssiDbm === undefined) return [];
      const here = nearestTruth(truth, atMs);
      const storeys = at.level === here.level ? 0 : 1;
      return [{ rssiDbm, storeys, metres: Math.hypot(at.x - here.x, at.y - here.y) }];
    }),
  );
  const levels = readings.map(({ rssiDbm }) => rssiDbm);
  const own = readings.filter(({ storeys }) => storeys === 0);
  const within = (from: number, to: number): number =>
    quantile(
      own.filter(({ metres }) => metres >= from && metres < to).map(({ rssiDbm }) => rssiDbm),
      0.5,
    );
  const seconds = walks.flatMap(beaconsBySecond);
  const total = walks.reduce((sum, { truth }) => sum + (truth.at(-1)!.atMs - truth[0]!.atMs) / 1000, 0);
  const speeds = walks.flatMap(({ truth }) => speedsOf(truth));
  const moving = speeds.filter((speed) => speed > 0.3);
  const steps = walks.flatMap(({ lines }) => lines.flatMap(({ step }) => (step ? [step.length] : [])));
  return new Map([
    ['adverts heard a second', readings.length / total],
    ['beacons heard in a second, median', quantile(seconds, 0.5)],
    ['beacons heard in a second, 95 %', quantile(seconds, 0.95)],
    ...[0.05, 0.25, 0.5, 0.75, 0.95].map((q): [string, number] => [
      `RSSI in dBm, ${100 * q} %`,
      quantile(levels, q),
    ]),
    ['RSSI of own level within 3 m, median', within(0, 3)],
    ['RSSI of own level from 8 to 12 m, median', within(8, 12)],
    ['RSSI of own level from 20 to 30 m, median', within(20, 30)],
    ['share of adverts from other levels', 1 - own.length / readings.length],
    ['share of time at rest', 1 - moving.length / speeds.length],
    ['speed while walking in m/s, median', quantile(moving, 0.5)],
    ['speed while walking in m/s, 95 %', quantile(moving, 0.95)],
    ['steps a second of walking', steps.length / (total * (moving.length / speeds.length))],
    ['length of a step in m, median', quantile(steps, 0.5)],
    [
      'changes of level in ten minutes',
      (600 * walks.reduce((n, { truth }) => n + changesOf(truth), 0)) / total,
    ],
  ]);
}

function nearestTruth(truth: readonly TruthPoint[], atMs: number): TruthPoint {
  const every = truth[1]!.atMs - truth[0]!.atMs;
  return truth[Math.max(0, Math.min(truth.length - 1, Math.round((atMs - truth[0]!.atMs) / every)))]!;
}

function beaconsBySecond({ lines }: Walk): readonly number[] {
  const bySecond = new Map<number, Set<string>>();
  for (const { atMs, beacon } of lines) {
    if (beacon === undefined) continue;
    const second = Math.floor(atMs / 1000);
    bySecond.set(second, (bySecond.get(second) ?? new Set()).add(beacon));
  }
  return [...bySecond.values()].map(({ size }) => size);
}

function speedsOf(truth: readonly TruthPoint[]): readonly number[] {
  return truth.slice(1).flatMap((at, i) => {
    const before = truth[i]!;
    if (at.level !== before.level) return [];
    return [Math.hypot(at.x - before.x, at.y - before.y) / ((at.atMs - before.atMs) / 1000)];
  });
}

function changesOf(truth: readonly TruthPoint[]): number {
  return truth.filter(({ level }, i) => i > 0 && level !== truth[i - 1]!.level).length;
}
