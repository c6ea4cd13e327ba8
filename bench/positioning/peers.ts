import { createRequire } from 'node:module';
import type { ChainInput } from '@daoyin/beacon-ingest';
import type { PositionLine } from '@daoyin/traces';
import type { Beacon } from '@daoyin/venue';
import { type Contestant, cpuMs, type Located } from './locate';
import type { Walk, WalkSet } from './walks';

const require = createRequire(import.meta.url);
const trilateration = require('node-trilateration') as {
  readonly calculate: (
    circles: readonly { readonly x: number; readonly y: number; readonly distance: number }[],
  ) => { readonly x: number; readonly y: number };
};

/** A beacon of the register with its mean level over the window, in dBm. */
export interface HeardBeacon {
  readonly beacon: Beacon;
  readonly at: NonNullable<Beacon['at']>;
  readonly rssiDbm: number;
}

/** A peer's fix from what was heard over the last seconds, the loudest first, all of one level; absent where it gives none. */
export type PeerFix = (heard: readonly HeardBeacon[]) => Fix | undefined | Promise<Fix | undefined>;
type Fix = { readonly x: number; readonly y: number };

const LEVEL_VOTERS = 5;

/**
 * A peer that knows neither time nor levels, made into a contestant: each second it gets each beacon's mean level over the last `windowMs`,
 * of the storey that most of the five loudest beacons are on.
 */
export function peerContestant(name: string, windowMs: number, fixOf: PeerFix): Contestant {
  return {
    name,
    peer: true,
    async locate(walk, set) {
      const positions: PositionLine[] = [];
      const updateMs: number[] = [];
      for (const { atMs, readings } of secondsOf(walk, windowMs)) {
        const began = cpuMs();
        const heard = loudest(readings, set);
        const level = levelOf(heard);
        const fix = level && (await fixOf(heard.filter(({ at }) => at.level === level)));
        updateMs.push(cpuMs() - began);
        if (fix && Number.isFinite(fix.x) && Number.isFinite(fix.y)) {
          positions.push({ atMs, x: fix.x, y: fix.y, level: level! });
        }
      }
      return { positions, updateMs } satisfies Located;
    },
  };
}

type Reading = Extract<ChainInput, { readonly kind: 'reading' }>;

function* secondsOf({ inputs }: Walk, windowMs: number) {
  const readings = inputs.filter((input): input is Reading => input.kind === 'reading');
  const [first, last] = [readings[0]?.atMs ?? 0, readings.at(-1)?.atMs ?? -1];
  let [from, to] = [0, 0];
  for (let atMs = Math.ceil(first / 1000) * 1000; atMs <= last; atMs += 1000) {
    while (to < readings.length && readings[to]!.atMs <= atMs) to++;
    while (from < to && readings[from]!.atMs <= atMs - windowMs) from++;
    yield { atMs, readings: readings.slice(from, to) };
  }
}

function loudest(readings: readonly Reading[], { register }: WalkSet): readonly HeardBeacon[] {
  const sums = new Map<string, { sum: number; n: number }>();
  for (const { beaconId, rssiDbm } of readings) {
    const { sum, n } = sums.get(beaconId) ?? { sum: 0, n: 0 };
    sums.set(beaconId, { sum: sum + rssiDbm, n: n + 1 });
  }
  return register.beacons
    .flatMap((beacon) => {
      const heard = sums.get(beacon.id);
      return heard && beacon.at ? [{ beacon, at: beacon.at, rssiDbm: heard.sum / heard.n }] : [];
    })
    .sort((a, b) => b.rssiDbm - a.rssiDbm);
}

function levelOf(heard: readonly HeardBeacon[]): string | undefined {
  const votes = new Map<string, number>();
  for (const { at } of heard.slice(0, LEVEL_VOTERS)) votes.set(at.level, (votes.get(at.level) ?? 0) + 1);
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Log-distance path loss turned round: metres for a level, with the register's power at 1 m. */
function metresOf({ beacon, rssiDbm }: HeardBeacon, exponent: number): number {
  return 10 ** ((beacon.measuredPowerDbm - rssiDbm) / (10 * exponent));
}

/** `node-trilateration`: three circles in closed form. Where two of the three share y it divides by zero and gives no fix. */
export function nodeTrilateration(exponent: number, windowMs: number): Contestant {
  const name = `node-trilateration (n ${exponent}, ${windowMs / 1000} s)`;
  return peerContestant(name, windowMs, (heard) => {
    if (heard.length < 3) return undefined;
    const circles = heard.slice(0, 3).map((one) => ({ ...one.at, distance: metresOf(one, exponent) }));
    return trilateration.calculate(circles);
  });
}
