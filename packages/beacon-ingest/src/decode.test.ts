import { seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import * as air from '../test/air';
import { decodeAdStructures, decodeAdvert, mainFrame } from './decode';

const frameOf = (bytes: Uint8Array) => mainFrame(decodeAdStructures(bytes));

describe('frames by their specifications', () => {
  it('reads an iBeacon: Apple, 02 15, UUID, major and minor big-endian, power at 1 m', () => {
    expect(frameOf(air.iBeacon(0x0102, 0xfffe, { power: -59 }))).toEqual({
      type: 'ibeacon',
      uuid: air.UUID,
      major: 258,
      minor: 65_534,
      measuredPowerDbm: -59,
    });
  });

  it('keeps the iBeacons 1/1 and 257/257 apart', () => {
    expect(frameOf(air.iBeacon(1, 1))).not.toEqual(frameOf(air.iBeacon(257, 257)));
  });

  it('reads an AltBeacon of any manufacturer, with or without the reserved byte', () => {
    const id = '2f234454cf6d4a0fadf2f4911ba9ffa600010002';
    expect(frameOf(air.altBeacon(0x0118, id, -59, 9))).toEqual({
      type: 'altbeacon',
      manufacturerId: 0x0118,
      id,
      measuredPowerDbm: -59,
      reserved: 9,
    });
    const without = air.bytes(air.flags, air.manufacturerData(0x0118, 'be ac', id, -59));
    expect(frameOf(without)).toMatchObject({ type: 'altbeacon', reserved: 0 });
  });

  it('reads an Eddystone-UID, with or without its two reserved bytes', () => {
    const expected = {
      type: 'eddystone-uid',
      namespace: '00112233445566778899',
      instance: 'aabbccddeeff',
      txPower0mDbm: -20,
    };
    expect(frameOf(air.eddystoneUid('00112233445566778899', 'aabbccddeeff'))).toEqual(expected);
    const short = air.serviceData16(0xfeaa, 0x00, -20, '00112233445566778899', 'aabbccddeeff');
    expect(frameOf(air.bytes(air.completeServices16(0xfeaa), short))).toEqual(expected);
  });

  it('reads an Eddystone-TLM in millivolts, degrees and seconds', () => {
    expect(frameOf(air.eddystoneTlm(2840, 19.5 * 256, 5223, 10_948))).toEqual({
      type: 'eddystone-tlm',
      batteryMv: 2840,
      temperatureC: 19.5,
      advertCount: 5223,
      secondsSinceBoot: 1094.8,
    });
    expect(frameOf(air.eddystoneTlm(3000, -2.25 * 256, 1, 1))).toMatchObject({ temperatureC: -2.25 });
    expect(frameOf(air.eddystoneTlm(3000, 0, 0xffff_ffff, 1))).toMatchObject({ advertCount: 4_294_967_295 });
  });

  it('leaves out a battery of 0 and a temperature of 0x8000: the beacon has neither', () => {
    const frame = frameOf(air.eddystoneTlm(0, 0x8000, 1, 10));
    expect(frame).toEqual({ type: 'eddystone-tlm', advertCount: 1, secondsSinceBoot: 1 });
  });

  it.each([
    ['an Eddystone-URL', air.eddystoneUrl('daoyin')],
    [
      'an encrypted TLM',
      air.bytes(air.completeServices16(0xfeaa), air.serviceData16(0xfeaa, '20 01', '00'.repeat(16))),
    ],
    ['a name', air.localName('lamp')],
    ['another Apple message', air.manufacturerData(0x004c, '10 05 01 02 03 04 05')],
    ['nothing at all', new Uint8Array(0)],
  ])('calls %s unknown', (_, bytes) => {
    expect(frameOf(bytes)).toEqual({ type: 'unknown' });
  });

  it.each([
    ['an iBeacon cut short', air.manufacturerData(0x004c, '02 15', '00'.repeat(19)), /iBeacon of 21 bytes/],
    [
      'an AltBeacon cut short',
      air.manufacturerData(0x0118, 'be ac', '00'.repeat(19)),
      /AltBeacon of 21 bytes/,
    ],
    ['a UID cut short', air.serviceData16(0xfeaa, '00 ec', '00'.repeat(15)), /Eddystone-UID of 17 bytes/],
    ['a TLM cut short', air.serviceData16(0xfeaa, '20 00', '00'.repeat(11)), /Eddystone-TLM of 13 bytes/],
    ['a service without data', air.serviceData16(0xfeaa), /without a frame type/],
    [
      'a length past the end',
      air.bytes(0x1a, 0xff, '4c00'),
      /AD structure at byte 0 of 26 bytes, 3 are left/,
    ],
    [
      'Eddystone under another service',
      air.bytes(air.completeServices16(0xfeab), air.serviceData16(0xfeaa, '00 e3', '00'.repeat(18))),
      /not in the complete service list/,
    ],
  ])('calls %s malformed and says why', (_, bytes, reason) => {
    expect(frameOf(bytes)).toEqual({ type: 'malformed', reason: expect.stringMatching(reason) });
  });

  it('keeps what was whole before the bytes broke off', () => {
    const decoded = decodeAdStructures(air.bytes(air.iBeacon(1, 2), 0x09, 0xff));
    expect(decoded.frames).toHaveLength(1);
    expect(decoded.anomalies).toHaveLength(1);
    expect(mainFrame(decoded)).toMatchObject({ type: 'ibeacon', minor: 2 });
  });

  it('stops at a length of 0: what follows is padding', () => {
    expect(decodeAdStructures(air.bytes(0, air.iBeacon(1, 2)))).toEqual({ frames: [], anomalies: [] });
  });
});

describe('what platforms leave of an advert', () => {
  const body = air.bytes('02 15', air.UUID, air.u16be(7), air.u16be(8), -60);
  it.each([
    ['23 bytes, the company id stripped', body],
    ['25 bytes, the company id before them', air.bytes('4c 00', body)],
  ])('reads an iBeacon of %s', (_, bytes) => {
    const { frames } = decodeAdvert({ kind: 'manufacturer-data', companyId: 0x004c, bytes });
    expect(frames).toEqual([{ type: 'ibeacon', uuid: air.UUID, major: 7, minor: 8, measuredPowerDbm: -60 }]);
  });

  it('reads Eddystone from service data alone', () => {
    const bytes = air.bytes('00 ec', '00112233445566778899', 'aabbccddeeff');
    const { frames } = decodeAdvert({ kind: 'service-data', uuid16: 0xfeaa, bytes });
    expect(frames[0]).toMatchObject({ type: 'eddystone-uid', instance: 'aabbccddeeff' });
  });
});

it('never throws and gives frames of known types, whatever the bytes', () => {
  const random = seededRandom(7);
  const whole = [air.iBeacon(1, 1), air.altBeacon(1, '00'.repeat(20)), air.eddystoneTlm(1, 2, 3, 4)];
  for (let round = 0; round < 20_000; round++) {
    const bytes = Uint8Array.from(whole[round % 3]!.subarray(0, Math.floor(random() * 40)));
    for (let i = 0; i < round % 4; i++)
      bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    const { frames, anomalies } = decodeAdStructures(bytes);
    expect(frames.length).toBeLessThanOrEqual(bytes.length / 2);
    expect(anomalies.length).toBeLessThanOrEqual(1);
  }
});
