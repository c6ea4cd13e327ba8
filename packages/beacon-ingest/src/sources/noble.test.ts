import { readFileSync } from 'node:fs';
import type { BeaconRegister } from '@daoyin/venue';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as air from '../../test/air';
import { dataFolder, hasData } from '../../test/data';
import { replaceSocketModule, StandInSocket } from '../../test/stand-in-socket';
import { type Chain, startChain } from '../chain';
import { decodeAdvert, mainFrame } from '../decode';
import { createHciFramer } from '../hci/framer';
import type { Advert } from '../types';
import { startNobleSource } from './noble';

const A = 'c0:11:22:33:44:55';
const B = 'c0:11:22:33:44:66';

replaceSocketModule();
const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});

let stop = () => {};
let clock = 0;
let adverts: Advert[] = [];
let problems: string[] = [];

async function listen(extended = false) {
  const started = await startNobleSource({
    onAdvert: (advert) => adverts.push(advert),
    onProblem: (message) => problems.push(message),
    nowMs: () => clock,
    extended,
  });
  if (!started.ok) throw new Error(started.message);
  stop = started.source.stop;
  const socket = StandInSocket.last!;
  return (...packets: readonly Uint8Array[]) => {
    for (const packet of packets) {
      clock += 100;
      socket.hear(packet);
    }
  };
}

/** noble wants to clean up when the process ends; a test must not leave that behind. */
const signals = ['SIGINT', 'exit'] as const;
let listeners: readonly (readonly unknown[])[] = [];

beforeEach(() => {
  listeners = signals.map((signal) => process.listeners(signal as 'SIGINT'));
  clock = 0;
  adverts = [];
  problems = [];
  warn.mockClear();
});
afterEach(() => {
  stop();
  stop = () => {};
  for (const [i, signal] of signals.entries()) {
    for (const listener of process.listeners(signal as 'SIGINT')) {
      if (!listeners[i]!.includes(listener)) process.removeListener(signal, listener);
    }
  }
});

const frames = () => adverts.map(({ payload }) => mainFrame(decodeAdvert(payload)).type);
const one = (data: Uint8Array, { address = A, rssi = -60, type = air.ADV_NONCONN_IND } = {}) =>
  air.legacyEvent(air.legacyReport(address, rssi, data, type));

describe("through noble's own HCI parser", () => {
  it('gives every advert of a scannable beacon at once, whether or not a scan response follows', async () => {
    const hear = await listen();
    hear(one(air.iBeacon(1, 1), { type: air.ADV_SCAN_IND, rssi: -60 }));
    expect(adverts).toHaveLength(1);
    hear(one(air.iBeacon(1, 1), { type: air.ADV_SCAN_IND, rssi: -61 }));
    hear(one(air.localName('lamp'), { type: air.SCAN_RSP, rssi: -70 }));
    hear(one(air.iBeacon(1, 1), { type: air.ADV_SCAN_IND, rssi: -62 }));
    expect(adverts.map(({ rssiDbm }) => rssiDbm)).toEqual([-60, -61, -70, -62]);
    expect(frames()).toEqual(['ibeacon', 'ibeacon', 'unknown', 'ibeacon']);
    expect(adverts.map(({ scanResponse }) => scanResponse ?? false)).toEqual([false, false, true, false]);
  });

  it('keeps iBeacon and Eddystone frames of one address apart', async () => {
    const hear = await listen();
    const uid = air.eddystoneUid('00112233445566778899', 'aabbccddeeff');
    hear(one(air.iBeacon(1, 1)), one(uid), one(air.eddystoneTlm(3000, 0, 1, 1)), one(air.iBeacon(1, 1)));
    expect(frames()).toEqual(['ibeacon', 'eddystone-uid', 'eddystone-tlm', 'ibeacon']);
  });

  it('survives a malformed structure and gives the reports behind it', async () => {
    const hear = await listen();
    const txPowerWithoutValue = air.bytes(0x01, 0x0a);
    const cut = air.bytes(0x1a, 0xff, '4c00');
    hear(
      air.legacyEvent(
        air.legacyReport(A, -60, txPowerWithoutValue),
        air.legacyReport(A, -60, cut),
        air.legacyReport(B, -61, air.iBeacon(1, 2)),
      ),
    );
    expect(frames()).toEqual(['unknown', 'malformed', 'ibeacon']);
  });

  it('survives packets cut at every length, and counts each', async () => {
    const hear = await listen();
    const packet = one(air.iBeacon(1, 1));
    for (let length = 0; length < packet.length; length++) hear(packet.subarray(0, length));
    expect(adverts).toEqual([]);
    // an event header that is there but names no LE meta event is nothing of ours
    expect(problems.length).toBeGreaterThanOrEqual(packet.length - 1);
    hear(packet);
    expect(frames()).toEqual(['ibeacon']);
  });

  it('keeps the reports before the one that is cut, and counts the rest', async () => {
    const hear = await listen();
    const whole = air.legacyEvent(
      air.legacyReport(A, -60, air.iBeacon(1, 1)),
      air.legacyReport(B, -60, air.iBeacon(1, 2)),
    );
    hear(whole.subarray(0, whole.length - 5));
    expect(adverts).toHaveLength(1);
    expect(problems).toEqual(['1 of 2 advertising reports broken']);
  });

  it('reads extended adverts: several in one event, fragments, an unsigned tx power', async () => {
    const hear = await listen(true);
    const data = air.iBeacon(1, 3);
    hear(
      air.extendedEvent(
        air.extendedReport(A, -50, air.localName('lamp'), { txPower: -20 }),
        air.extendedReport(B, 127, air.iBeacon(1, 2)),
      ),
      air.extendedEvent(air.extendedReport(A, -51, data.subarray(0, 12), { eventType: 0x20 })),
      air.extendedEvent(air.extendedReport(A, -52, data.subarray(12))),
    );
    expect(frames()).toEqual(['unknown', 'ibeacon', 'ibeacon']);
    expect(adverts.map(({ rssiDbm }) => rssiDbm)).toEqual([-50, 127, -52]);
  });

  it('scans for duplicates, and again when another program has stopped the scan', async () => {
    await listen();
    const socket = StandInSocket.last!;
    const enables = () => socket.commands.filter((opcode) => opcode === 0x200c).length;
    await vi.waitFor(() => expect(enables()).toBeGreaterThan(2));
    const before = enables();
    socket.hear(air.bytes('01 0c20 02 00 01')); // LE Set Scan Enable, seen on the raw socket
    await vi.waitFor(() => expect(enables()).toBeGreaterThan(before), { timeout: 3000 });
  });

  it('keeps nothing of a thousand random addresses', async () => {
    const hear = await listen();
    for (let i = 0; i < 1000; i++) {
      hear(
        one(air.localName('x'), {
          address: `c0:00:00:00:${air
            .bytes(i >> 8)[0]!
            .toString(16)
            .padStart(2, '0')}:01`,
        }),
      );
    }
    expect(adverts).toHaveLength(1000);
    expect(warn).not.toHaveBeenCalled();
  });
});

it('says in one line that there is no adapter', async () => {
  replaceSocketModule(
    class {
      constructor() {
        throw new Error('EAFNOSUPPORT, Address family not supported by protocol');
      }
    },
  );
  const started = await startNobleSource({ onAdvert: () => {}, onProblem: () => {}, nowMs: () => 0 });
  expect(started).toEqual({
    ok: false,
    message: expect.stringMatching(/^no Bluetooth adapter on this machine/),
  });
  replaceSocketModule();
});

describe('from the socket to readings', () => {
  const register: BeaconRegister = {
    venue: 'test',
    beacons: [1, 2].map((minor) => ({
      id: `B${minor}`,
      uuid: air.UUID,
      major: 1,
      minor,
      at: { x: minor, y: 0, level: '1F' },
      height: 3,
      measuredPowerDbm: -59,
      status: 'active' as const,
    })),
  };
  const chainOf = (list: readonly Advert[]): Chain => {
    const chain = startChain({ register, estimator: 'centroid', seed: 1 });
    for (const advert of list) chain.push({ kind: 'advert', advert });
    return chain;
  };

  it('counts no signal twice, and all that was dropped', async () => {
    const hear = await listen();
    const beacon = air.iBeacon(1, 1);
    hear(
      one(beacon, { type: air.ADV_SCAN_IND }),
      one(air.localName('lamp'), { type: air.SCAN_RSP }),
      one(air.eddystoneTlm(2900, 0, 1, 1)),
      one(beacon, { rssi: 127 }),
      one(air.iBeacon(7, 7)),
      one(air.bytes(0x1a, 0xff)),
      one(air.iBeacon(1, 2), { address: B }),
    );
    const { readings, telemetry, dropped } = chainOf(adverts).counters();
    expect(readings).toBe(2);
    expect(telemetry).toBe(1);
    expect(dropped).toMatchObject({
      'rssi-unavailable': 1,
      'unknown-beacon': 1,
      malformed: 1,
      'no-beacon': 1,
    });
  });
});

describe.skipIf(!hasData)('the capture of a real adapter, through the same door', () => {
  interface Summary {
    readonly mac: string;
    readonly major: number;
    readonly minor: number;
    readonly n: number;
    readonly rssi_min: number;
    readonly rssi_max: number;
  }
  it('gives the expected summary, byte by byte', async () => {
    const hear = await listen();
    const file = (name: string) => readFileSync(`${dataFolder}/hci/${name}`, 'utf8');
    const framer = createHciFramer();
    for (const byte of air.bytes(...air.packetsOfHcidump(file('starksm64_hcidumpBig_ibeacon.raw.txt')))) {
      framer.append(Uint8Array.of(byte));
      for (let packet = framer.next(); packet; packet = framer.next()) hear(packet.bytes);
    }
    expect(adverts).toHaveLength(494);
    expect(frames().filter((type) => type === 'ibeacon')).toHaveLength(429);
    expect(problems).toEqual([]);
    for (const expected of JSON.parse(file('starksm64_expected_summary.json')) as Summary[]) {
      const own = adverts.filter(({ address }) => address === expected.mac);
      const levels = own
        .filter(({ payload }) => mainFrame(decodeAdvert(payload)).type === 'ibeacon')
        .map(({ rssiDbm }) => rssiDbm);
      expect([levels.length, Math.min(...levels), Math.max(...levels)], expected.mac).toEqual([
        expected.n,
        expected.rssi_min,
        expected.rssi_max,
      ]);
    }
  });
});
