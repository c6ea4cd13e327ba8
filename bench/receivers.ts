/**
 * Readings a second through the receivers' door on one core: JSON of a batch, its check, the advert's bytes, the beacon, its health.
 * The peer is `JSON.parse` of the same batches in the same run: what any server must do at least.
 * `npx tsx bench/receivers.ts [--batches 400] [--size 250] [--runs 5]`.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { seededRandom } from '@daoyin/geometry';
import type { BeaconRegister } from '@daoyin/venue';
import { openReceiverDoor } from '../apps/server/src/receivers/door';

const { values: flags } = parseArgs({
  options: {
    batches: { type: 'string', default: '400' },
    size: { type: 'string', default: '250' },
    runs: { type: 'string', default: '5' },
  },
});
const [batches, size, runs] = [Number(flags.batches), Number(flags.size), Number(flags.runs)];
const random = seededRandom(1);
const uuid = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';
const BEACONS = 600;
const RECEIVERS = 40;
const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0');

const register: BeaconRegister = {
  venue: 'bench',
  beacons: Array.from({ length: BEACONS }, (_, i) => ({
    id: `B${i}`,
    uuid,
    major: 1,
    minor: i,
    height: 3,
    measuredPowerDbm: -59,
    status: 'active',
  })),
};
const adverts = Array.from(
  { length: BEACONS },
  (_, i) => `0201061aff4c000215${uuid.replaceAll('-', '')}0001${hex(i, 4)}c5`,
);
const texts = Array.from({ length: batches }, (_, batch) =>
  JSON.stringify({
    receiver: `kiosk-${batch % RECEIVERS}`,
    session: 's',
    adverts: Array.from({ length: size }, (_, i) => {
      const beacon = Math.floor(random() * BEACONS);
      return {
        atMs: 1_700_000_000_000 + batch * 500 + i,
        address: `c0:00:00:00:${hex(beacon >> 8, 2)}:${hex(beacon & 255, 2)}`,
        advertHex: adverts[beacon]!,
        rssiDbm: -50 - Math.floor(random() * 45),
      };
    }),
  }),
);
const readings = batches * size;

function perSecond(work: () => void): number {
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  return readings / Math.min(...times);
}

const began = performance.now();
const door = openReceiverDoor(register, {
  nowMs: Date.now,
  warn: (message) => {
    throw new Error(message);
  },
});
let accounted = 0;
const through = perSecond(() => {
  texts.forEach((text, batch) => {
    accounted += door.receive(text, `kiosk-${batch % RECEIVERS}`).readings.length;
  });
});
const parse = perSecond(() => {
  for (const text of texts) JSON.parse(text);
});
if (accounted !== readings * runs || door.counters.readings !== accounted)
  throw new Error('readings were lost');
const { by } = door.health.get('B0')!;
console.log(
  `${readings} readings of ${BEACONS} beacons by ${RECEIVERS} receivers in batches of ${size}, best of ${runs} (${Math.round(performance.now() - began)} ms)`,
);
console.log(
  `through the door ${Math.round(through)} a CPU second (${(through / 50_000).toFixed(1)} × 50,000), all accounted for; B0 heard by ${by.size}`,
);
console.log(
  `JSON.parse alone ${Math.round(parse)} a CPU second: the door costs ${(parse / through).toFixed(1)} × that`,
);
