import type { Estimator, Observation, StartEstimator } from '@daoyin/positioning';
import type { Beacon, BeaconRegister } from '@daoyin/venue';
import { expect, it } from 'vitest';
import * as air from '../test/air';
import { type ChainEvent, startChain } from './chain';
import { describeCounters } from './counters';
import type { ChainInput } from './lines';

const ADDRESS = 'c0:11:22:33:44:55';
const beacon = (id: string, more: Partial<Beacon>): Beacon => ({
  id,
  at: { x: 0, y: 0, level: '1F' },
  height: 3,
  measuredPowerDbm: -59,
  status: 'active',
  ...more,
});
const register: BeaconRegister = {
  venue: 'test',
  beacons: [
    beacon('both', {
      uuid: air.UUID.toUpperCase(),
      major: 1,
      minor: 1,
      eddystone: { namespace: '00112233445566778899', instance: 'AABBCCDDEEFF' },
    }),
    beacon('plain', { uuid: air.UUID, major: 257, minor: 257 }),
    beacon('by address', { address: 'C0:00:00:00:00:01' }),
    beacon('old', { uuid: air.UUID, major: 9, minor: 9, status: 'retired' }),
  ],
};

/** An estimator that only writes down what it is told. */
function recording() {
  const observed: Observation[] = [];
  let started = 0;
  const estimator: StartEstimator = () => {
    started++;
    return {
      observe: (observation) => void observed.push(observation),
      positionAt: () => undefined,
    } satisfies Estimator;
  };
  return { observed, estimator, started: () => started };
}

function start() {
  const { observed, estimator, started } = recording();
  return { chain: startChain({ register, estimator, seed: 1 }), observed, started };
}

const heard = (
  atMs: number,
  bytes: Uint8Array,
  more: { rssiDbm?: number; address?: string; scanResponse?: true } = {},
): ChainInput => ({
  kind: 'advert',
  advert: { atMs, address: ADDRESS, rssiDbm: -60, payload: { kind: 'ad-structures', bytes }, ...more },
});
const outcome = (events: readonly ChainEvent[]) =>
  events.map((event) =>
    event.kind === 'reading' ? event.reading.beaconId : event.kind === 'dropped' ? event.reason : event.kind,
  );

it('knows a beacon by any of its identities', () => {
  const { chain, observed } = start();
  const { push } = { push: (input: ChainInput) => outcome(chain.push(input)) };
  expect(push(heard(0, air.iBeacon(1, 1)))).toEqual(['both']);
  expect(push(heard(100, air.eddystoneUid('00112233445566778899', 'aabbccddeeff')))).toEqual(['both']);
  expect(push(heard(200, air.iBeacon(257, 257)))).toEqual(['plain']);
  const id = `${air.UUID.replaceAll('-', '')}01010101`;
  expect(push(heard(300, air.altBeacon(0x118, id)))).toEqual(['plain']);
  expect(push(heard(400, air.localName('lamp'), { address: 'c0:00:00:00:00:01' }))).toEqual(['by address']);
  expect(push({ kind: 'reading', atMs: 500, beaconId: 'plain', rssiDbm: -70 })).toEqual(['plain']);
  expect(observed).toHaveLength(6);
  expect(observed[0]).toMatchObject({ smoothed: { rssiDbm: -60, variance: 20 } });
});

it('counts one signal once, though it says twice who it is', () => {
  const { chain } = start();
  const twice = air.bytes(air.iBeacon(1, 1), air.eddystoneUid('00112233445566778899', 'aabbccddeeff'));
  expect(outcome(chain.push(heard(0, twice)))).toEqual(['both']);
  expect(chain.counters().readings).toBe(1);
});

it('counts one signal once, though it is told twice', () => {
  const { chain } = start();
  chain.push(heard(1000, air.iBeacon(1, 1)));
  expect(outcome(chain.push(heard(1000, air.iBeacon(1, 1))))).toEqual(['duplicate']);
  expect(outcome(chain.push(heard(1002, air.iBeacon(1, 1), { scanResponse: true })))).toEqual(['duplicate']);
  expect(outcome(chain.push(heard(1100, air.iBeacon(1, 1))))).toEqual(['both']);
  expect(outcome(chain.push(heard(1000, air.iBeacon(1, 1))))).toEqual(['late']);
});

it('counts what it drops, each under its reason, and goes on', () => {
  const { chain } = start();
  const dropped = [
    heard(0, air.iBeacon(1, 1), { rssiDbm: 127 }),
    heard(1, air.iBeacon(3, 3)),
    heard(2, air.iBeacon(9, 9)),
    heard(3, air.bytes(0x1a, 0xff)),
    heard(4, air.localName('lamp')),
    { kind: 'reading', atMs: 5, beaconId: 'nobody', rssiDbm: -60 },
    {
      kind: 'advert',
      advert: { atMs: 6, address: ADDRESS, rssiDbm: -60, payload: { kind: 'address-only' } },
    },
    { kind: 'reading', atMs: Number.NaN, beaconId: 'plain', rssiDbm: -60 },
    { kind: 'reading', atMs: 7, beaconId: 'plain', rssiDbm: Number.NaN },
  ] satisfies ChainInput[];
  expect(dropped.flatMap((input) => outcome(chain.push(input)))).toEqual([
    'rssi-unavailable',
    'unknown-beacon',
    'retired-beacon',
    'malformed',
    'no-beacon',
    'unknown-beacon',
    'unknown-beacon',
    'bad-line',
    'rssi-unavailable',
  ]);
  chain.badLine();
  expect(outcome(chain.push(heard(10, air.iBeacon(1, 1))))).toEqual(['both']);
  const { inputs, readings, dropped: counts } = chain.counters();
  expect(inputs).toBe(readings + Object.values(counts).reduce((sum, count) => sum + count));
  expect(describeCounters(chain.counters())).toMatch(/^11 inputs, 1 readings, dropped: 2 bad-line, /);
});

it('says of an unknown beacon which', () => {
  const { chain } = start();
  expect(chain.push(heard(0, air.iBeacon(3, 4)))).toEqual([
    {
      kind: 'dropped',
      reason: 'unknown-beacon',
      atMs: 0,
      message: `iBeacon ${air.UUID} 3/4 is not in the register`,
    },
  ]);
});

it('joins telemetry to its beacon by the address', () => {
  const { chain } = start();
  chain.push(heard(0, air.iBeacon(1, 1)));
  expect(chain.push(heard(100, air.eddystoneTlm(2900, 0x8000, 1, 10)))).toEqual([]);
  chain.push(heard(300, air.iBeacon(1, 1)));
  expect(chain.health()).toMatchObject([
    {
      beaconId: 'both',
      lastHeardMs: 300,
      readings: 2,
      intervalMs: 300,
      telemetry: { batteryMv: 2900, atMs: 100 },
    },
  ]);
  expect(chain.counters().telemetry).toBe(1);
});

it('passes steps and signs through, in time order', () => {
  const { chain, observed } = start();
  chain.push(heard(1000, air.iBeacon(1, 1)));
  chain.push({ kind: 'step', atMs: 950, length: 0.7, heading: 0 });
  expect(observed[1]).toEqual({ kind: 'step', atMs: 1000, length: 0.7, heading: 0 });
  expect(chain.counters().movements).toBe(1);
});

it('starts the filter anew when the clock was set back', () => {
  const { chain, started } = start();
  chain.push(heard(1e6, air.iBeacon(1, 1)));
  const events = Array.from({ length: 20 }, (_, i) => outcome(chain.push(heard(i * 400, air.iBeacon(1, 1)))));
  expect(events.flat()).toContain('restarted');
  expect(started()).toBe(2);
  expect(chain.counters()).toMatchObject({ restarts: 1, readings: 12, dropped: { late: 9 } });
});

it('gives a position at every second by itself, and none that knows of later inputs', () => {
  const corners = [0, 1, 2, 3].map((i) =>
    beacon(`corner ${i}`, { at: { x: 10 * (i % 2), y: 5 * (i - (i % 2)), level: '1F' } }),
  );
  const positions = (inputs: readonly ChainInput[]) => {
    const chain = startChain({
      register: { venue: 'test', beacons: corners },
      estimator: 'centroid',
      seed: 1,
      everyMs: 1000,
    });
    const events = [...inputs.flatMap((input) => chain.push(input)), ...chain.end()];
    return events.flatMap((event) => (event.kind === 'position' ? [event.position] : []));
  };
  const inputs = Array.from(
    { length: 400 },
    (_, i): ChainInput => ({
      kind: 'reading',
      atMs: i * 50,
      beaconId: `corner ${i % 4}`,
      rssiDbm: -60 - ((i * 7) % 11),
    }),
  );
  const all = positions(inputs);
  expect(all.length).toBeGreaterThan(15);
  expect(all.every(({ atMs }) => atMs % 1000 === 0)).toBe(true);
  const half = positions(inputs.slice(0, 201)); // up to 10,000 ms and no later
  expect(half).toEqual(all.filter(({ atMs }) => atMs <= 10_000));
});

it('gives the same for the same inputs', () => {
  const run = () => {
    const chain = startChain({ register, estimator: 'centroid', seed: 3 });
    for (let i = 0; i < 200; i++)
      chain.push(heard(i * 50, air.iBeacon(i % 2 ? 1 : 257, i % 2 ? 1 : 257), { rssiDbm: -60 - (i % 7) }));
    return JSON.stringify([chain.positionAt(10_000), chain.counters(), chain.health()]);
  };
  expect(run()).toBe(run());
});
