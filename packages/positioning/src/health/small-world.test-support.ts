import { normal, type Random, seededRandom } from '@daoyin/geometry';
import type { Beacon, BeaconRegister } from '@daoyin/venue';
import { indexBeacons } from '../beacon-index';
import { pathLossModel } from '../radio-model';
import { normalCdf } from '../reception';
import type { Position } from '../types';
import type { WalkReport } from './report';
import { BeaconWitness, WitnessSite } from './witness';

const [CEILING, HAND] = [3, 1.2];

/** A hall of 30 × 24 m without walls, a beacon every 6 m below the ceiling. */
export const register: BeaconRegister = {
  venue: 'small',
  beacons: Array.from({ length: 20 }, (_, i) =>
    beaconAt(`B${i}`, 3 + 6 * (i % 5), 3 + 6 * Math.floor(i / 5)),
  ),
};

function beaconAt(id: string, x: number, y: number): Beacon {
  return { id, at: { x, y, level: '1F' }, height: CEILING, measuredPowerDbm: -59, status: 'active' };
}

/** What is not as the register says, by beacon id. */
export type Faults = Readonly<
  Record<
    string,
    { readonly dead?: true; readonly weakerDb?: number; readonly dx?: number; readonly dy?: number }
  >
>;

const FADING_SD_DB = 3.5;
const SHADOW_SD_DB = 3.5;
const INTERVAL_MS = 305;
const BODY_DB = 8;

/**
 * One visitor's walk along lanes of the hall, and what their device tells of it: shadowing that belongs to the places, a receiver's own
 * gain, a body of 8 dB, fading, a sensitivity of −94 dBm, positions with an error of 0.7 m that lasts for some seconds.
 */
export function walk(
  seed: number,
  faults: Faults = {},
  { gainDb = 0, lanes = [2, 7, 12, 17, 22] }: { gainDb?: number; lanes?: readonly number[] } = {},
): WalkReport {
  const random = seededRandom(seed);
  const witness = new BeaconWitness(new WitnessSite({ register }));
  const hear = hearing(faults, random, gainDb);
  const error = { x: 0, y: 0 };
  let atMs = 0;
  for (const [lane, y] of lanes.entries()) {
    const shift = 3 * random() - 1.5;
    for (let way = 1; way < 29; way++) {
      const at = { x: lane % 2 ? 29 - way : way, y: y + shift };
      atMs += 1000;
      for (const { beaconId, rssiDbm } of hear(at.x, at.y, lane % 2 ? -1 : 1)) {
        witness.observe({ kind: 'reading', atMs: atMs - 500, beaconId, rssiDbm });
      }
      error.x = 0.9 * error.x + 0.3 * normal(random);
      error.y = 0.9 * error.y + 0.3 * normal(random);
      witness.settle(positionAt(atMs, at.x + error.x, at.y + error.y));
    }
  }
  return witness.report();
}

export function positionAt(atMs: number, x: number, y: number): Position {
  return { atMs, x, y, level: '1F', covariance: [0.5, 0, 0.5], accuracy95: 1.8 };
}

function hearing(faults: Faults, random: Random, gainDb: number) {
  const moved = register.beacons.map((beacon) => {
    const { dx = 0, dy = 0 } = faults[beacon.id] ?? {};
    return { ...beacon, at: { ...beacon.at!, x: beacon.at!.x + dx, y: beacon.at!.y + dy } };
  });
  const model = pathLossModel(indexBeacons({ ...register, beacons: moved }));
  return (x: number, y: number, eastward: number) =>
    register.beacons.flatMap(({ id }, i) => {
      const { dead, weakerDb = 0, dx = 0 } = faults[id] ?? {};
      const body = bodyDb(moved[i]!.at.x - x, moved[i]!.at.y - y, eastward);
      const mean =
        model.expectedDbm(i, x, y, 0) - weakerDb + gainDb + body + SHADOW_SD_DB * shadow(i, dx)(x, y);
      return Array.from(
        { length: Math.round(1000 / INTERVAL_MS) },
        () => mean + FADING_SD_DB * normal(random),
      )
        .filter((dbm) => !dead && random() < 0.88 * normalCdf((dbm + 94) / 1.2))
        .map((dbm) => ({ beaconId: id, rssiDbm: Math.round(dbm) }));
    });
}

/** What a body that looks east (1) or west (−1) takes of a beacon there: 8 dB from behind, less from above. */
function bodyDb(dx: number, dy: number, eastward: number): number {
  const reach = Math.hypot(dx, dy, CEILING - HAND);
  return (-BODY_DB / 2) * (Math.hypot(dx, dy) / reach - (eastward * dx) / reach);
}

const fields = new Map<string, (x: number, y: number) => number>();

/** The shadowing of a beacon where it hangs: unit variance, correlation exp(−r/5 m), as a sum of random waves (Shinozuka and Deodatis 1991). */
function shadow(beacon: number, dx: number): (x: number, y: number) => number {
  const key = `${beacon}/${dx}`;
  const known = fields.get(key);
  if (known) return known;
  const random = seededRandom(1000 + beacon + 100 * Math.abs(dx));
  const waves = Array.from({ length: 40 }, () => {
    const scale = 1 / (5 * Math.abs(normal(random)));
    return [normal(random) * scale, normal(random) * scale, 2 * Math.PI * random()] as const;
  });
  const field = (x: number, y: number): number =>
    Math.sqrt(2 / 40) * waves.reduce((sum, [kx, ky, phase]) => sum + Math.cos(kx * x + ky * y + phase), 0);
  fields.set(key, field);
  return field;
}
