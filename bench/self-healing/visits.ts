import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { decodeReading, startChain } from '@daoyin/beacon-ingest';
import { seededRandom } from '@daoyin/geometry';
import { BeaconWitness, type Position, type WalkReport, WitnessSite } from '@daoyin/positioning';
import {
  createRadioWorld,
  type FindWay,
  type RadioWorld,
  routedWays,
  simulateVisit,
  type TruthPoint,
  type Variant,
} from '@daoyin/traces';
import type { BeaconRegister, Venue } from '@daoyin/venue';
import { quickVisit } from './quick';

/** A hall on one day: a radio world and whoever visits it. */
export interface Day {
  readonly venue: Venue;
  readonly register: BeaconRegister;
  readonly seed: number;
  readonly variant: Variant;
  readonly world: RadioWorld;
  readonly findWay: FindWay;
  readonly site: WitnessSite;
}

export function openDay(hall: Pick<Day, 'venue' | 'register' | 'seed' | 'variant'>): Day {
  return {
    ...hall,
    world: createRadioWorld({ ...hall, remember: true }),
    findWay: routedWays(hall.venue),
    site: new WitnessSite(hall),
  };
}

/** What was heard between two positions of the default estimator: for each beacon of the world its number, adverts, and sum of dBm. */
export interface Second {
  readonly position: Position;
  readonly heard: readonly (readonly [beacon: number, count: number, sumDbm: number])[];
}

/** One visit, simulated and located: all that the statistics need, so that they can be done again in seconds. */
export interface Visit {
  readonly phoneGainDb: number;
  readonly seconds: readonly Second[];
  readonly truth: readonly TruthPoint[];
}

/** A visitor's visit: from the folder `cache` if it is there, else simulated and located now (some 5 s), or `quick`. */
export function visitOf(day: Day, visitor: number, cache?: string, quick = false): Visit {
  const own = 100_000 * day.seed + visitor;
  const file = cache && `${cache}/${quick ? 'quick' : 'visit'}-${day.seed}-${visitor}.json.gz`;
  if (file && existsSync(file)) return JSON.parse(gunzipSync(readFileSync(file)).toString()) as Visit;
  const visit = quick ? quickVisit(day, own, phoneOf(own)) : makeVisit(day, own);
  if (file) {
    mkdirSync(cache, { recursive: true });
    writeFileSync(file, gzipSync(JSON.stringify(visit)));
  }
  return visit;
}

/** Phones differ by up to 15 dB: most by ± 4 dB, some are deaf. */
function phoneOf(seed: number): number {
  const random = seededRandom(seed);
  return random() < 0.15 ? -5 - 10 * random() : -4 + 8 * random();
}

function makeVisit({ venue, register, variant, world, findWay }: Day, own: number): Visit {
  const phoneGainDb = phoneOf(own);
  const walk = simulateVisit({
    venue,
    register,
    seed: own,
    world,
    findWay,
    variant: { ...variant, phoneGainDb },
  });
  const chain = startChain({ venue, register, seed: 1, everyMs: 1000 });
  const numbers = new Map(world.beacons.map(({ beacon }, number) => [beacon.id, number]));
  const seconds: Second[] = [];
  let heard = new Map<number, [number, number, number]>();
  const take = (event: ReturnType<typeof chain.push>[number]): void => {
    if (event.kind === 'reading') {
      const number = numbers.get(event.reading.beaconId)!;
      const tally = heard.get(number) ?? [number, 0, 0];
      heard.set(number, [number, tally[1] + 1, tally[2] + event.reading.rssiDbm]);
    } else if (event.kind === 'position') {
      seconds.push({ position: event.position, heard: [...heard.values()] });
      heard = new Map();
    }
  };
  for (const line of walk.lines) {
    const decoded = decodeReading({ ...line });
    if (decoded.ok) chain.push(decoded.input).forEach(take);
  }
  chain.end().forEach(take);
  return { phoneGainDb, seconds, truth: walk.truth };
}

/** What the visit's phone reports of the beacons. */
export function reportOf({ site, world }: Day, { seconds }: Visit): WalkReport {
  const witness = new BeaconWitness(site);
  for (const { position, heard } of seconds) {
    for (const [number, count, sum] of heard) {
      const reading = { kind: 'reading', atMs: position.atMs, rssiDbm: sum / count } as const;
      for (let i = 0; i < count; i++)
        witness.observe({ ...reading, beaconId: world.beacons[number]!.beacon.id });
    }
    witness.settle(position);
  }
  return witness.report();
}
