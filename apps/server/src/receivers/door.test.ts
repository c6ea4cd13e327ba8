import type { BeaconRegister } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { openReceiverDoor } from './door';

const NOW_MS = 10_000;
const doorOf = (warnings: string[] = []) =>
  openReceiverDoor(register, { warn: (message) => warnings.push(message), nowMs: () => NOW_MS });
const uuid = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';
const register: BeaconRegister = {
  venue: 'v',
  beacons: [{ id: 'B001', uuid, major: 1, minor: 1, height: 3, measuredPowerDbm: -59, status: 'active' }],
};

/** Flags, then Apple's manufacturer data of an iBeacon. */
function iBeaconHex(major: number, minor: number): string {
  const number = (value: number) => value.toString(16).padStart(4, '0');
  return `0201061aff4c000215${uuid.replaceAll('-', '')}${number(major)}${number(minor)}c5`;
}

function batch(...adverts: { advertHex: string; rssiDbm?: number }[]): string {
  return JSON.stringify({
    receiver: 'kiosk-1',
    session: 's',
    adverts: adverts.map((advert, atMs) => ({ atMs, rssiDbm: -70, ...advert })),
  });
}

describe('the receiver door', () => {
  it('hands on the readings of known beacons and counts the rest by its reason', () => {
    const door = doorOf();
    const { session, readings } = door.receive(
      batch(
        { advertHex: iBeaconHex(1, 1) },
        { advertHex: iBeaconHex(1, 2) },
        { advertHex: iBeaconHex(1, 1), rssiDbm: 127 },
        { advertHex: '0aff4c000215' },
      ),
      'kiosk-1',
    );
    expect(session).toBe('s');
    expect(readings).toEqual([{ atMs: 0, beacon: 'B001', rssiDbm: -70 }]);
    expect(door.counters).toEqual({
      adverts: 4,
      readings: 1,
      telemetry: 0,
      unknownBeacon: 1,
      malformed: 1,
      noLevel: 1,
      badBatches: 0,
    });
    expect(door.health.get('B001')?.by.get('kiosk-1')).toMatchObject({
      lastHeardMs: 0,
      rssiDbm: -70,
      heard: 1,
    });
  });

  it('joins telemetry to the beacon of its address, and knows its interval and by whom it was heard', () => {
    const door = doorOf();
    const address = 'c0:11:22:33:44:55';
    const advert = (atMs: number, advertHex: string) => ({ atMs, address, advertHex, rssiDbm: -70 });
    const telemetry = '020106' + '0303aafe' + '1116aafe' + '20000bb815800000001000000064';
    for (const receiver of ['kiosk-1', 'kiosk-2'])
      door.receive(
        JSON.stringify({
          receiver,
          adverts: [0, 500, 1000]
            .map((atMs) => advert(atMs, iBeaconHex(1, 1)))
            .concat(advert(1100, telemetry)),
        }),
        receiver,
      );
    const record = door.health.get('B001')!;
    expect([...record.by.keys()]).toEqual(['kiosk-1', 'kiosk-2']);
    expect(record.by.get('kiosk-2')).toMatchObject({ lastHeardMs: 1000, intervalMs: 500, heard: 3 });
    expect(record.telemetry?.frame).toMatchObject({ batteryMv: 3000, temperatureC: 21.5 });
    expect(door.health.takeChanged()).toHaveLength(1);
    expect(door.health.takeChanged()).toHaveLength(0);
  });

  it('a receiver is who the broker says it is, whatever its batch says', () => {
    const door = doorOf();
    door.receive(batch({ advertHex: iBeaconHex(1, 1) }), 'kiosk-9');
    expect([...door.health.get('B001')!.by.keys()]).toEqual(['kiosk-9']);
  });

  it('a clock that is ahead and a level that no radio reports leave the health as it can be', () => {
    const door = doorOf();
    const adverts = [
      { atMs: 1e300, rssiDbm: -60 },
      { atMs: 700.5, rssiDbm: -60 },
      { atMs: 800, rssiDbm: -1e9 },
    ].map((advert) => ({ ...advert, advertHex: iBeaconHex(1, 1) }));
    expect(door.receive(JSON.stringify({ receiver: 'k', adverts }), 'k').readings).toHaveLength(2);
    expect(door.health.get('B001')!.by.get('k')).toMatchObject({ lastHeardMs: NOW_MS, rssiDbm: -60 });
    expect(door.counters.noLevel).toBe(1);
  });

  it('a storm of strange beacons is counted, and those of the hall are heard through it', () => {
    const door = doorOf();
    let heard = 0;
    for (let i = 0; i < 100; i++) {
      const strangers = Array.from({ length: 400 }, (_, j) => ({ advertHex: iBeaconHex(i + 2, j) }));
      heard += door.receive(batch(...strangers, { advertHex: iBeaconHex(1, 1) }), 'kiosk-1').readings.length;
    }
    expect(heard).toBe(100);
    expect(door.counters).toMatchObject({ unknownBeacon: 40_000, readings: 100 });
    expect(door.health.takeChanged()).toHaveLength(1);
  });

  it('leaves out a batch that is none, and says what is wrong with it', () => {
    const warnings: string[] = [];
    const door = doorOf(warnings);
    expect(door.receive('{"receiver":1}', 'kiosk-1').readings).toEqual([]);
    expect(door.receive('rubbish', 'kiosk-1').readings).toEqual([]);
    expect(door.counters.badBatches).toBe(2);
    expect(warnings[0]).toContain('receiver');
  });
});
