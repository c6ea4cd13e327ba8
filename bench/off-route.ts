import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { quantile } from '@daoyin/geometry';
import { type Progress, progressOf } from '@daoyin/routing';
import { offBy, surroundingsOf, type Walked, walkOff, walkOnRoute } from './off-route/walks';
import { loadRegister, loadVenue, range } from './positioning/walks';

/**
 * When a visitor who leaves the route is told, and how often one who does not: simulated phones along routes of a hall.
 * `tsx bench/off-route.ts [--walks 20] [--worlds 1] [--no-steps] [--venue DIR --beacons FILE]`.
 * One has left when more than 1 m from the route on the way to 8 m; on it, the first 3 s are left out: the phone is still looking for itself.
 */

const repository = fileURLToPath(new URL('..', import.meta.url));
const { values: flags } = parseArgs({
  options: {
    walks: { type: 'string', default: '20' },
    worlds: { type: 'string', default: '1' },
    'no-steps': { type: 'boolean', default: false },
    venue: { type: 'string', default: `${repository}floorplans/zhongshan` },
    beacons: { type: 'string', default: `${repository}beacons.json` },
  },
});

const [LEFT_BEYOND, FAR] = [1, 8];
const SETTLING_MS = 3000;

/** A stray told of it: seconds and metres since they left, and whether before they were 8 m off. */
interface Told {
  readonly seconds: number;
  readonly metres: number;
  readonly beforeFar: boolean;
}

main();

function main(): void {
  const [venue, register] = [loadVenue(flags.venue), loadRegister(flags.beacons)];
  const strays: (Told | undefined)[] = [];
  let [hours, alarms] = [0, 0];
  for (const world of range(Number(flags.worlds))) {
    const surroundings = surroundingsOf(venue, register, world + 1, !flags['no-steps']);
    for (const i of range(Number(flags.walks))) {
      const faithful = walkOnRoute(surroundings, 1000 * (world + 1) + 500 + i);
      hours += (faithful.dots.at(-1)!.atMs - faithful.dots[0]!.atMs - SETTLING_MS) / 3_600_000;
      alarms += alarmsOn(faithful);
      strays.push(toldOf(walkOff(surroundings, 1000 * (world + 1) + i)));
    }
  }
  report(strays, hours, alarms);
}

function report(strays: readonly (Told | undefined)[], hours: number, alarms: number): void {
  const told = strays.flatMap((one) => one ?? []);
  const share = (good: (one: Told) => boolean) => `${told.filter(good).length} of ${strays.length}`;
  const row = (values: readonly number[]) =>
    [0.5, 0.9, 1].map((p) => quantile(values, p).toFixed(1)).join(' / ');
  console.log(`on the route: ${hours.toFixed(2)} h, ${(alarms / hours).toFixed(1)} false alarms an hour`);
  console.log(`strays told: ${told.length} of ${strays.length}`);
  console.log(`  seconds since they left, median / 90 % / max: ${row(told.map(({ seconds }) => seconds))}`);
  console.log(`  metres off by then: ${row(told.map(({ metres }) => metres))}`);
  console.log(
    `  within 3 s: ${share(({ seconds }) => seconds <= 3)}, before 8 m: ${share(({ beforeFar }) => beforeFar)}`,
  );
  console.log(`  within 3 s or 8 m: ${share(({ seconds, beforeFar }) => seconds <= 3 || beforeFar)}`);
}

function alarmsOn(walked: Walked): number {
  const steps = followed(walked);
  return steps.filter(({ offRoute }, i) => offRoute && !steps[i - 1]?.offRoute).length;
}

function toldOf(walked: Walked): Told | undefined {
  const { route, truth } = walked;
  const far = truth.findIndex((place) => offBy(route, place) > FAR);
  const left = truth.findLastIndex((place, i) => i < far && offBy(route, place) <= LEFT_BEYOND);
  const leftMs = truth[left]!.atMs;
  const first = followed(walked).find(({ offRoute, atMs }) => offRoute && atMs! > leftMs);
  if (first === undefined) return undefined;
  const there = truth.findLast(({ atMs }) => atMs <= first.atMs!)!;
  return {
    seconds: (first.atMs! - leftMs) / 1000,
    metres: offBy(route, there),
    beforeFar: first.atMs! <= truth[far]!.atMs,
  };
}

function followed({ route, dots }: Walked): Progress[] {
  const steps: Progress[] = [];
  for (const dot of dots) {
    if (dot.atMs - dots[0]!.atMs >= SETTLING_MS) steps.push(progressOf(route, dot, steps.at(-1)));
  }
  return steps;
}
