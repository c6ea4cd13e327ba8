import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { normal, type Random, seededRandom, type VenuePoint } from '@daoyin/geometry';
import { type EstimatorContext, startEstimator } from '@daoyin/positioning';
import { simulateAlong, spreadOf, type TruthPoint } from '@daoyin/traces';
import type { BeaconRegister, Venue } from '@daoyin/venue';
import { anchorAt, type Followed, followBy, inOrder, observationsOf } from './dead-reckoning/follow';
import { MIXES, mixed } from './dead-reckoning/mixes';
import { stretchesOf } from './dead-reckoning/stretches';
import { type Ways, waysOf } from './dead-reckoning/ways';
import { loadRegister, loadVenue, range, recordedSet } from './positioning/walks';

/**
 * The phone without beacons: an anchor at a window, then steps and the plan:
 * `tsx bench/dead-reckoning.ts [--walks 100] [--mixed 6] [--seed 1] [--venue DIR --beacons FILE]
 * [--recorded ../shared/data/hall]`.
 * Prints the error at so many metres, with the plan and without it; how often accuracy95 held in all seconds and its median; tracks more than
 * 10 m off or silent; CPU milliseconds an update (half a second). Then beacons and steps in several mixes, over all seconds.
 */

const ANCHOR_SD = 0.5;
const NO_BEACONS: BeaconRegister = { venue: 'none', beacons: [] };
const repository = fileURLToPath(new URL('..', import.meta.url));
const { values: flags } = parseArgs({
  options: {
    walks: { type: 'string', default: '100' },
    mixed: { type: 'string', default: '6' },
    seed: { type: 'string', default: '1' },
    recorded: { type: 'string' },
    venue: { type: 'string', default: `${repository}floorplans/zhongshan` },
    beacons: { type: 'string', default: `${repository}beacons.json` },
  },
});

interface Course {
  readonly metres: number;
  readonly way: (random: Random) => readonly VenuePoint[];
  /** A further anchor half-way. */
  readonly again?: boolean;
}

interface Scenario extends Course {
  readonly name: string;
}

main();

function main(): void {
  const venue = loadVenue(flags.venue);
  const ways = waysOf(venue);
  const scenarios: readonly Scenario[] = [
    { name: '40 m, two turns', metres: 40, way: (random) => ways.routed(random, 40) },
    { name: '100 m, an anchor at 50 m', metres: 100, way: (random) => ways.routed(random, 100), again: true },
    { name: '40 m, strolling', metres: 40, way: (random) => ways.strolled(random, 40) },
  ];
  console.log(`${flags.walks} walks, seed ${flags.seed}`);
  console.log(row('', ['', 'median', '95 %', 'max', 'holds %', 'acc95', 'lost', 'ms', 'ms 99 %']));
  for (const scenario of scenarios) report(scenario, venue);
  reportMixes(venue, ways);
  if (flags.recorded) reportRecorded(flags.recorded);
}

/** Recorded walks with their readings left out: an anchor from the truth at the start, error after 40 m with two turns. */
function reportRecorded(folder: string): void {
  const venue = loadVenue(`${folder}/venue`);
  const register = loadRegister(`${folder}/beacons.json`);
  const random = seededRandom(Number(flags.seed));
  const stretches = ['walks', 'survey'].flatMap((walks) =>
    recordedSet(walks, `${folder}/${walks}`, { venue, register }).walks.flatMap((walk) =>
      stretchesOf(walk, 40),
    ),
  );
  for (const [name, context] of contextsOf(venue)) {
    const followed = stretches.map(({ truth, steps }) => {
      const observations = [anchorAt(0, about(truth[0]!, random)), ...steps];
      return followBy(startEstimator('best', context), truth, observations);
    });
    console.log(row(`recorded: ${stretches.length} × 40 m`, [name, ...figures(followed, 40)]));
  }
}

/** Way of 60 m or more through the hall of beacons; the anchor is at its start only where no beacon is heard there. */
function reportMixes(venue: Venue, ways: Ways): void {
  const register = loadRegister(flags.beacons);
  const walks = range(Number(flags.mixed)).map((i) =>
    walkOf({ way: (random) => ways.routed(random, 60), metres: 60 }, venue, 7000 + i, register),
  );
  for (const [name, mix] of Object.entries(MIXES)) {
    const followed = walks.map(({ truth, observations }) => {
      const heard = mixed(observations, truth, mix);
      const anchored = name.includes('anchor') ? heard : heard.filter(({ kind }) => kind !== 'anchor');
      return followBy(startEstimator('best', { register, venue, seed: 1 }), truth, anchored);
    });
    console.log(row(name, ['all seconds', ...figures(followed)]));
  }
}

function report(scenario: Scenario, venue: Venue): void {
  const walks = range(Number(flags.walks)).map((i) =>
    walkOf(scenario, venue, Number(flags.seed) * 10_000 + i),
  );
  for (const [name, context] of contextsOf(venue)) {
    const followed = walks.map(({ truth, observations }) =>
      followBy(startEstimator('best', context), truth, observations),
    );
    console.log(row(scenario.name, [name, ...figures(followed, scenario.metres)]));
  }
}

function walkOf({ way, metres, again }: Course, venue: Venue, seed: number, register = NO_BEACONS) {
  const random = seededRandom(seed);
  const path = way(random);
  const speed = 0.6 + random();
  const walk = simulateAlong({ venue, register, seed, path, speed });
  const start = walk.truth[0]!;
  const anchors = [anchorAt(0, about(start, random))];
  const middle = walk.truth.find(({ atMs }) => atMs >= 2000 + (500 * metres) / speed);
  if (again && middle) anchors.push(anchorAt(middle.atMs, about(middle, random)));
  return { truth: walk.truth, observations: inOrder([...anchors, ...observationsOf(walk)]) };
}

function about({ x, y, level }: TruthPoint, random: Random): VenuePoint {
  return { x: x + ANCHOR_SD * normal(random), y: y + ANCHOR_SD * normal(random), level };
}

/** Figures at so many metres, or over all seconds. */
function figures(followed: readonly Followed[], metres?: number): readonly string[] {
  const at = followed.flatMap(({ seconds }) =>
    metres === undefined ? seconds : (seconds.find(({ walked }) => walked >= metres) ?? seconds.at(-1)!),
  );
  const errors = at.flatMap(({ error }) => error ?? []);
  const spread = spreadOf(errors);
  const said = followed.flatMap(({ seconds }) => seconds).filter(({ error }) => error !== undefined);
  const ms = followed.flatMap(({ updateMs }) => updateMs).sort((a, b) => a - b);
  const lost = at.filter(({ error }) => error === undefined || error > 10).length;
  return [
    spread?.median.toFixed(2) ?? '–',
    spread?.p95.toFixed(1) ?? '–',
    spread?.max.toFixed(1) ?? '–',
    ((100 * said.filter(({ covered }) => covered).length) / said.length).toFixed(1),
    spreadOf(said.flatMap(({ accuracy95 }) => accuracy95 ?? []))?.median.toFixed(1) ?? '–',
    `${lost}`,
    ms[ms.length >> 1]!.toFixed(2),
    ms[Math.floor(0.99 * ms.length)]!.toFixed(2),
  ];
}

function row(scenario: string, [name, ...cells]: readonly string[]): string {
  return `${scenario.padEnd(26)}${name!.padEnd(16)}${cells.map((cell) => cell.padStart(9)).join('')}`;
}

function contextsOf(venue: Venue): readonly (readonly [name: string, context: EstimatorContext])[] {
  return [
    ['with the plan', { register: NO_BEACONS, venue, seed: 1 }],
    ['steps alone', { register: silentRegister(venue), seed: 1 }],
  ];
}

/** One beacon a level that is never heard: without a plan, levels are known from the register alone. */
function silentRegister(venue: Venue): BeaconRegister {
  const beacons = venue.levels.map(({ shortName }) => ({
    id: shortName,
    at: { x: 0, y: 0, level: shortName },
    height: 3,
    measuredPowerDbm: -59,
    status: 'active' as const,
  }));
  return { venue: 'none', beacons };
}
