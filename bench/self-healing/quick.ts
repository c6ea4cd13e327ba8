import { distance, normal, type Random, seededRandom } from '@daoyin/geometry';
import type { Position } from '@daoyin/positioning';
import {
  bodyLossDb,
  CHANNEL,
  floorOf,
  linkTo,
  type RadioBeacon,
  receptionProbability,
  simulateVisit,
  type TruthPoint,
} from '@daoyin/traces';
import type { Day, Second, Visit } from './visits';

const ADVERTS_A_SECOND = 3;
/** Nearly all that a witness tells is of beacons within 18 m, and of silence within 25. */
const HEARD_WITHIN = 25;
/** Whoever stands still hears the same again: so many seconds of a rest are enough. */
const REST_SECONDS = 8;
const FADING_SD_DB = 3.5;
/** The default estimator with steps has a median error of about 0.9 m, which lasts for some seconds. */
const ERROR_SD = 0.75;
const ERROR_LASTS = 0.9;
const COVARIANCE: Position['covariance'] = [ERROR_SD ** 2, 0, ERROR_SD ** 2];
const ACCURACY = 1.8;

/**
 * A visit whose positions are the true ones with an error like the estimator's, and whose phone hears whole seconds instead of packets: the same
 * shadows, walls, body, gains and losses, no collisions, no passers-by, fading drawn anew for each advert. A tenth of the work.
 */
export function quickVisit(day: Day, own: number, phoneGainDb: number): Visit {
  const silent = { ...day.world, beacons: [] };
  const { truth } = simulateVisit({ ...day, seed: own, world: silent });
  const random = seededRandom(own);
  const error = { x: ERROR_SD * normal(random), y: ERROR_SD * normal(random) };
  const seconds: Second[] = [];
  let rested = 0;
  for (let i = 2; i < truth.length; i += 2) {
    const [at, midway, before] = [truth[i]!, truth[i - 1]!, truth[i - 2]!];
    rested = distance(at, before) < 0.1 ? rested + 1 : 0;
    if (rested > REST_SECONDS) continue;
    for (const axis of ['x', 'y'] as const) {
      error[axis] = ERROR_LASTS * error[axis] + Math.sqrt(1 - ERROR_LASTS ** 2) * ERROR_SD * normal(random);
    }
    const heading = Math.atan2(at.y - before.y, at.x - before.x);
    const heard = day.world.beacons.flatMap((beacon) =>
      hear(day, beacon, midway, heading, phoneGainDb, random),
    );
    const { atMs, level } = at;
    const place = { x: at.x + error.x, y: at.y + error.y };
    seconds.push({
      position: { atMs, level, ...place, covariance: COVARIANCE, accuracy95: ACCURACY },
      heard,
    });
  }
  return { phoneGainDb, seconds, truth };
}

function hear(
  { venue, world }: Day,
  beacon: RadioBeacon,
  at: TruthPoint,
  heading: number,
  gainDb: number,
  random: Random,
): Second['heard'] {
  if (beacon.dead || Math.hypot(beacon.at.x - at.x, beacon.at.y - at.y) > HEARD_WITHIN) return [];
  const place = { x: at.x, y: at.y, z: floorOf(venue, at) + CHANNEL.receiver.height };
  const link = linkTo(world, beacon, place, CHANNEL.receiver.sensitivityDbm - gainDb - 2 * FADING_SD_DB);
  const body = bodyLossDb(link.azimuth - heading, link.cosElevation, CHANNEL.body.frontToBackDb);
  const level = link.powerDbm + gainDb - body;
  if (level + 3 * FADING_SD_DB < CHANNEL.receiver.sensitivityDbm) return [];
  let [count, sum] = [0, 0];
  for (let i = 0; i < ADVERTS_A_SECOND; i++) {
    const dbm = level + FADING_SD_DB * normal(random);
    if (random() < CHANNEL.air.lossShare || random() >= receptionProbability(dbm)) continue;
    count++;
    sum += Math.round(dbm);
  }
  return count === 0 ? [] : [[beacon.number, count, sum]];
}
