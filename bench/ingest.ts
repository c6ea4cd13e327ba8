import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import {
  createAdvertReader,
  decodeReadingLine,
  indexBeacons,
  readAdvert,
  startChain,
} from '@daoyin/beacon-ingest';
import { seededRandom } from '@daoyin/geometry';
import type { BeaconRegister } from '@daoyin/venue';
import * as air from '../packages/beacon-ingest/test/air';
import { replaceSocketModule, StandInSocket } from '../packages/beacon-ingest/test/stand-in-socket';

/**
 * Adverts a second on one core, against noble's own parser on the same bytes in the same run:
 * `tsx bench/ingest.ts [--adverts 100000] [--runs 5] [--seed 1]`.
 */
const { values: flags } = parseArgs({
  options: {
    adverts: { type: 'string', default: '100000' },
    runs: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
  },
});
const count = Number(flags.adverts);
const random = seededRandom(Number(flags.seed));
const BEACONS = 600;

const register: BeaconRegister = {
  venue: 'bench',
  beacons: Array.from({ length: BEACONS }, (_, i) => ({
    id: `B${i}`,
    uuid: air.UUID,
    major: 1,
    minor: i,
    at: { x: i % 30, y: Math.floor(i / 30), level: '1F' },
    height: 3,
    measuredPowerDbm: -59,
    status: 'active',
  })),
};
const addressOf = (i: number) =>
  `c0:00:00:00:${air
    .bytes(i >> 8)[0]!
    .toString(16)
    .padStart(2, '0')}:${(i & 255).toString(16).padStart(2, '0')}`;
const heard = Array.from({ length: count }, (_, i) => ({
  atMs: i,
  beacon: Math.floor(random() * BEACONS),
  rssiDbm: -50 - Math.floor(random() * 45),
}));
const reports = Array.from({ length: BEACONS }, (_, i) => air.iBeacon(1, i));
const packets = heard.map(({ beacon, rssiDbm }) =>
  Buffer.from(air.legacyEvent(air.legacyReport(addressOf(beacon), rssiDbm, reports[beacon]!))),
);
const lines = heard.map(({ atMs, beacon, rssiDbm }) =>
  JSON.stringify({ atMs, beacon: `B${beacon}`, rssiDbm }),
);

const index = indexBeacons(register);
const silent = () => ({ observe: () => {}, positionAt: () => undefined });

/** Each gives how many adverts came out, so that nothing can be left out unseen. */
const contestants: Readonly<Record<string, () => number>> = {
  'noble: HCI bytes to discover': nobleParser(),
  'HCI bytes to adverts': () => {
    const reader = createAdvertReader();
    return sum(packets, (bytes, atMs) => reader.read({ kind: 'event', bytes }, atMs).adverts.length);
  },
  'HCI bytes to identified readings': () => {
    const reader = createAdvertReader();
    return sum(packets, (bytes, atMs) => {
      const [advert] = reader.read({ kind: 'event', bytes }, atMs).adverts;
      return advert && index.byIdentity(readAdvert(advert).identities[0]!) ? 1 : 0;
    });
  },
  'HCI bytes through the chain (smoothing, health)': () => {
    const reader = createAdvertReader();
    const chain = startChain({ register, estimator: silent, seed: 1 });
    for (const [atMs, bytes] of packets.entries()) {
      for (const advert of reader.read({ kind: 'event', bytes }, atMs).adverts)
        chain.push({ kind: 'advert', advert });
    }
    return chain.counters().readings + chain.counters().dropped.duplicate;
  },
  'JSONL lines to readings': () => sum(lines, (line) => (decodeReadingLine(line).ok ? 1 : 0)),
};

function nobleParser(): () => number {
  replaceSocketModule();
  const resolveBindings = createRequire(import.meta.url)('@abandonware/noble/lib/resolve-bindings.js');
  const bindings = resolveBindings({});
  let discovered = 0;
  bindings.on('discover', () => discovered++);
  bindings.init();
  bindings.startScanning([], true);
  const socket = StandInSocket.last!;
  return () => {
    discovered = 0;
    for (const packet of packets) socket.emit('data', packet);
    return discovered;
  };
}

function sum<T>(items: readonly T[], of: (item: T, i: number) => number): number {
  let total = 0;
  for (let i = 0; i < items.length; i++) total += of(items[i]!, i);
  return total;
}

/** Adverts a second in each run; the first warms up and does not count. */
function measure(run: () => number): readonly number[] {
  return Array.from({ length: Number(flags.runs) + 1 }, () => {
    const began = performance.now();
    const got = run();
    if (got !== count) throw new Error(`Expected ${count} adverts, got ${got}.`);
    return (1000 * count) / (performance.now() - began);
  }).slice(1);
}

console.log(
  `${count} adverts of ${BEACONS} beacons, ${flags.runs} runs, seed ${flags.seed}; thousands a second\n`,
);
console.log('  best   mean ± sd   against noble');
let noble: number | undefined;
for (const [name, run] of Object.entries(contestants)) {
  const rates = measure(run).map((rate) => rate / 1000);
  const mean = rates.reduce((a, b) => a + b) / rates.length;
  const deviation = Math.sqrt(rates.reduce((s, rate) => s + (rate - mean) ** 2, 0) / rates.length);
  noble ??= mean;
  const cells = [
    Math.max(...rates)
      .toFixed(0)
      .padStart(6),
    `${mean.toFixed(0).padStart(6)} ± ${deviation.toFixed(0).padEnd(4)}`,
  ];
  console.log(`${cells.join(' ')} ${(mean / noble).toFixed(2).padStart(8)}   ${name}`);
}
process.exit();
