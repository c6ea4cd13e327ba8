import type { BeaconRegister } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { openReceiverDoor } from './door';

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
    const door = openReceiverDoor(register, () => undefined);
    const { session, readings } = door.receive(
      batch(
        { advertHex: iBeaconHex(1, 1) },
        { advertHex: iBeaconHex(1, 2) },
        { advertHex: iBeaconHex(1, 1), rssiDbm: 127 },
        { advertHex: '0aff4c000215' },
      ),
    );
    expect(session).toBe('s');
    expect(readings).toEqual([{ atMs: 0, beacon: 'B001', rssiDbm: -70 }]);
    expect(door.counters).toEqual({
      adverts: 4,
      readings: 1,
      unknownBeacon: 1,
      malformed: 1,
      noLevel: 1,
      badBatches: 0,
    });
    expect(door.heard.get('B001')).toEqual({ lastHeardMs: 0, rssiDbm: -70, receiver: 'kiosk-1', heard: 1 });
  });

  it('leaves out a batch that is none, and says what is wrong with it', () => {
    const warnings: string[] = [];
    const door = openReceiverDoor(register, (message) => warnings.push(message));
    expect(door.receive('{"receiver":1}').readings).toEqual([]);
    expect(door.receive('rubbish').readings).toEqual([]);
    expect(door.counters.badBatches).toBe(2);
    expect(warnings[0]).toContain('receiver');
  });
});
