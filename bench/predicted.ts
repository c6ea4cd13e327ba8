import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Listening, squareAt } from '@daoyin/positioning';
import { positioningBound, truthAt } from '@daoyin/traces';
import type { BeaconRegister } from '@daoyin/venue';
import {
  loadRegister,
  loadVenue,
  recordedSet,
  simulatedSet,
  type WalkSet,
  withoutSteps,
} from './positioning/walks';
import { mapOf, type Place, placesOf, placesRow } from './predicted/by-place';
import { measureDrag } from './predicted/drag';
import { compareOptimisers } from './predicted/optimiser';
import { compareRemoved } from './predicted/removal';
import { logCorrelation, meanRatio } from './predicted/statistics';

/**
 * The accuracy map: how fast it follows a drag, how near it is to the exact bound of walks and to what the default estimator reaches, and what
 * the optimiser gains. `npx tsx bench/predicted.ts [--parts drag,bound,walks,survey,optimiser] [--walks 2] [--minutes 4] [--keep 1,2,4,8]`:
 * `keep` leaves each second, fourth … beacon, for halls that are worse equipped.
 */
const { values: flags } = parseArgs({
  options: {
    parts: { type: 'string', default: 'drag,bound,walks,survey,optimiser,removal' },
    walks: { type: 'string', default: '2' },
    minutes: { type: 'string', default: '4' },
    keep: { type: 'string', default: '1,2,4,8' },
    start: { type: 'string', default: '150' },
  },
});
const root = join(import.meta.dirname, '..');
const data = process.env.DAOYIN_DATA ?? join(root, '../shared/data');
const venue = loadVenue(join(root, 'floorplans/zhongshan'));
const register = loadRegister(join(root, 'beacons.json'));
const parts = new Set(flags.parts.split(','));
const densities = flags.keep.split(',').map(Number);

if (parts.has('drag')) measureDrag(venue, register);
if (parts.has('bound')) againstBound();
if (parts.has('walks')) await againstEstimator();
if (parts.has('survey')) await againstSurvey();
if (parts.has('optimiser')) compareOptimisers(venue, register, Number(flags.start));
if (parts.has('removal')) await compareRemoved(venue, register, walksIn(register));

/** Every so many beacons of the register, spread over the halls. */
function thinned(keep: number): BeaconRegister {
  return { ...register, beacons: register.beacons.filter((_, i) => (i * 7919) % keep === 0) };
}

function walksIn(thin: BeaconRegister): WalkSet {
  const [walks, minutes] = [Number(flags.walks), Number(flags.minutes)];
  return simulatedSet('', { venue, register: thin }, { worlds: 1, walks, minutes, seed: 1 });
}

/** The exact posterior Cramér–Rao bound of simulated walks, second by second, beside the map at the walker's place. */
function againstBound(): void {
  for (const listening of ['walking', 'steps'] as const) {
    console.log(`\n${listening}: the map beside the exact posterior bound of the same walks`);
    const all: (readonly [number, number])[] = [];
    for (const keep of densities) {
      const thin = thinned(keep);
      const pairs = walksIn(thin).walks.flatMap(({ truth }) => boundPairs(thin, truth, listening));
      console.log(
        `${thin.beacons.length} beacons: ${pairs.length} s, exact over map ${meanRatio(pairs).toFixed(2)}`,
      );
      all.push(...pairs);
    }
    console.log(
      `together: ratio ${meanRatio(all).toFixed(2)}, correlation ${logCorrelation(all).toFixed(2)}`,
    );
  }
}

function boundPairs(thin: BeaconRegister, truth: WalkSet['walks'][number]['truth'], listening: Listening) {
  const map = mapOf(venue, thin);
  const levels = venue.levels.map((_, level) => map.level(level, listening));
  return positioningBound({ truth, register: thin, venue, steps: listening === 'steps' })
    .slice(20)
    .flatMap(({ atMs, covariance: [xx, , yy] }): (readonly [number, number])[] => {
      const at = truthAt(truth, atMs)!;
      const level = venue.levels.findIndex(({ shortName }) => shortName === at.level);
      const square = squareAt(levels[level]!.cells, at.x, at.y);
      return square < 0 ? [] : [[levels[level]!.error95[square]!, RADIUS_95 * Math.sqrt((xx + yy) / 2)]];
    });
}

/** Of a round normal error, over its standard deviation on one axis. */
const RADIUS_95 = 2.4477;

async function againstEstimator(): Promise<void> {
  console.log('\nthe default estimator in simulated walks, by squares of 6 m (radii that hold 95 %, metres)');
  for (const listening of ['steps', 'walking'] as const) {
    const all: Place[] = [];
    for (const keep of densities) {
      const set = walksIn(thinned(keep));
      const walks = listening === 'steps' ? set.walks : set.walks.map(withoutSteps);
      const places = await placesOf({ ...set, walks }, listening);
      console.log(placesRow(`${listening}, ${set.register.beacons.length} beacons`, places));
      all.push(...places);
    }
    console.log(placesRow(`${listening}, together`, all));
  }
}

async function againstSurvey(): Promise<void> {
  const folder = join(data, 'hall');
  if (!existsSync(folder))
    return console.warn(`The survey is left out: there is no ${folder} (DAOYIN_DATA).`);
  const hall = {
    venue: loadVenue(join(folder, 'venue')),
    register: loadRegister(join(folder, 'beacons.json')),
  };
  console.log('\nrecorded survey walks of the reference hall, predicted beside measured');
  for (const listening of ['steps', 'walking'] as const) {
    const set = recordedSet('survey', join(folder, 'survey'), hall);
    const walks = (listening === 'steps' ? set.walks : set.walks.map(withoutSteps)).slice(0, 4);
    console.log(placesRow(listening, await placesOf({ ...set, walks }, listening)));
  }
}
