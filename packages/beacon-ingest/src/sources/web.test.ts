import { expect, it, vi } from 'vitest';
import * as air from '../../test/air';
import { decodeAdvert } from '../decode';
import type { Advert } from '../types';
import { advertOfEvent, startWebScan, type WebBluetooth } from './web';

const view = (...parts: readonly air.Part[]) => new DataView(air.bytes(...parts).buffer);
const body = view('02 15', air.UUID, air.u16be(1), air.u16be(2), -59);
const uid = view('00 ec', '00112233445566778899', 'aabbccddeeff');
const event = {
  rssi: -66,
  manufacturerData: new Map([[0x004c, body]]),
  serviceData: new Map([['0000feaa-0000-1000-8000-00805f9b34fb', uid]]),
};

it('makes one advert of one event, with an iBeacon of 23 bytes and Eddystone in it', () => {
  const advert = advertOfEvent(event, 7);
  expect(advert).toMatchObject({ atMs: 7, rssiDbm: -66 });
  expect(decodeAdvert(advert.payload)).toMatchObject({
    frames: [
      { type: 'ibeacon', uuid: air.UUID, major: 1, minor: 2, measuredPowerDbm: -59 },
      { type: 'eddystone-uid', instance: 'aabbccddeeff' },
    ],
    anomalies: [],
  });
});

it('says 127 where the browser has no level, and leaves long services out', () => {
  const service = new Map([['12345678-0000-1000-8000-00805f9b34fb', uid]]);
  const advert = advertOfEvent({ manufacturerData: new Map(), serviceData: service }, 0);
  expect(advert).toEqual({
    atMs: 0,
    rssiDbm: 127,
    payload: { kind: 'ad-structures', bytes: new Uint8Array(0) },
  });
});

it('scans until it is stopped', async () => {
  const adverts: Advert[] = [];
  const target = new EventTarget();
  const stop = vi.fn();
  const requestLEScan = vi.fn(async () => ({ stop }));
  const bluetooth = Object.assign(target, { requestLEScan }) as unknown as WebBluetooth;
  const scan = await startWebScan(
    bluetooth,
    (advert) => adverts.push(advert),
    () => 5,
  );
  const hear = () => target.dispatchEvent(Object.assign(new Event('advertisementreceived'), event));
  hear();
  hear();
  expect(adverts).toHaveLength(2);
  // Chromium takes the company away from the body and compares what follows it
  const iBeacon = { manufacturerData: [{ companyIdentifier: 0x004c, dataPrefix: Uint8Array.of(2, 0x15) }] };
  expect(requestLEScan).toHaveBeenCalledWith(
    expect.objectContaining({ keepRepeatedDevices: true, filters: expect.arrayContaining([iBeacon]) }),
  );
  if (!scan.ok) throw new Error(scan.message);
  scan.stop();
  hear();
  expect([adverts.length, stop.mock.calls.length]).toEqual([2, 1]);
});

it('says why it cannot scan', async () => {
  const nothing = { addEventListener: () => {}, removeEventListener: () => {} };
  const refusing = (name: string) => ({
    ...nothing,
    requestLEScan: async () => {
      throw Object.assign(new Error('no'), { name });
    },
  });
  const kindOf = async (bluetooth: WebBluetooth | undefined) => {
    const scan = await startWebScan(
      bluetooth,
      () => {},
      () => 0,
    );
    return scan.ok ? 'ok' : scan.kind;
  };
  expect(await kindOf(undefined)).toBe('unsupported');
  expect(await kindOf(nothing)).toBe('unsupported');
  expect(await kindOf(refusing('NotAllowedError'))).toBe('denied');
  expect(await kindOf(refusing('NotFoundError'))).toBe('failed');
});
