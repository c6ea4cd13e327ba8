import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Advert } from '@daoyin/beacon-ingest';
import { beforeEach, describe, expect, it } from 'vitest';
import { handClock, standInWx } from '../test/stand-in-wx';
import { type BeaconListener, createBeaconListener, type ListenState } from './listener';

const UUID = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';
const beacon = (rssi: number, minor = 1) => ({
  uuid: UUID.toUpperCase(),
  major: 1,
  minor,
  rssi,
  accuracy: rssi / -10,
});

let phone: ReturnType<typeof standInWx>;
let hand: ReturnType<typeof handClock>;
let heard: Advert[];
let states: ListenState[];
let listener: BeaconListener;
beforeEach(() => {
  phone = standInWx();
  hand = handClock();
  heard = [];
  states = [];
  listener = createBeaconListener({
    wx: phone.wx,
    clock: hand.clock,
    uuids: [UUID],
    onHeard: (adverts) => void heard.push(...adverts),
    onState: (state) => void states.push(state),
  });
});
const now = () => states.at(-1);

describe('discovery through WeChat', () => {
  it('starts with the UUID as WeChat wants it, hears, and stops', () => {
    listener.start();
    expect(phone.started).toEqual([[UUID.toUpperCase()]]);
    phone.tell([beacon(-60)]);
    expect(now()).toEqual({ kind: 'hearing' });
    expect(heard).toHaveLength(1);
    listener.stop();
    expect(phone.discovering).toBe(false);
    phone.tell([beacon(-50)]);
    expect(heard).toHaveLength(1);
    expect(hand.running()).toBe(0);
  });

  it('names what hinders before it starts, each by itself', () => {
    const { wx } = phone;
    const why = (change: object, back: object) => {
      Object.assign(phone.phone, change);
      listener.start();
      Object.assign(phone.phone, back);
      return now();
    };
    expect(why({ bluetoothEnabled: false }, { bluetoothEnabled: true })).toEqual({
      kind: 'hindered',
      why: 'bluetooth-off',
    });
    expect(why({ locationEnabled: false }, { locationEnabled: true })).toEqual({
      kind: 'hindered',
      why: 'location-off',
    });
    expect(why({ locationAuthorized: 'denied' }, { locationAuthorized: 'authorized' })).toEqual({
      kind: 'hindered',
      why: 'location-denied',
    });
    expect(why({ bluetoothAuthorized: 'denied' }, { bluetoothAuthorized: 'authorized' })).toEqual({
      kind: 'hindered',
      why: 'bluetooth-denied',
    });
    expect(phone.started).toEqual([]);
    listener.start();
    expect(now()).toEqual({ kind: 'starting' });
    delete wx.startBeaconDiscovery;
    listener.start();
    expect(now()).toEqual({ kind: 'hindered', why: 'unsupported' });
  });

  it.each([
    [{ errCode: 11000 }, 'unsupported'],
    [{ errCode: 11001 }, 'bluetooth-off'],
    [{ errMsg: 'startBeaconDiscovery:fail errCode:11002 location service unavailable' }, 'location-off'],
    [{ errCode: 11006 }, 'system'],
  ] as const)('takes the error %j for %s', (error, why) => {
    phone.failWith(error);
    listener.start();
    expect(now()).toEqual({ kind: 'hindered', why });
  });

  it('takes "already started" for started, and tries again after errors of the system, not for ever', () => {
    phone.failWith({ errCode: 11003 });
    listener.start();
    expect(now()).toEqual({ kind: 'starting' });
    phone.failWith({ errCode: 11005 }, { errMsg: 'fail' });
    listener.start();
    hand.advance(4600);
    expect(phone.discovering).toBe(true);
    phone.tell([beacon(-60)]);
    expect(now()).toEqual({ kind: 'hearing' });
    phone.failWith(...Array.from({ length: 9 }, () => ({ errCode: 11005 })));
    listener.start();
    hand.advance(20_000);
    expect(states).toContainEqual({ kind: 'hindered', why: 'system' });
    expect(phone.started.length).toBeLessThan(10);
  });

  it('starts again when the Bluetooth that was switched off is back', () => {
    listener.start();
    phone.serviceChange({ available: false, discovering: false });
    expect(now()).toEqual({ kind: 'hindered', why: 'bluetooth-off' });
    phone.serviceChange({ available: true, discovering: false });
    expect(phone.discovering).toBe(true);
    phone.tell([beacon(-61)]);
    expect(now()).toEqual({ kind: 'hearing' });
  });

  it('tells silence, and finds the permission that was taken away behind it', () => {
    listener.start();
    hand.advance(7000);
    expect(now()).toEqual({ kind: 'silent' });
    phone.tell([beacon(-60)]);
    expect(now()).toEqual({ kind: 'hearing' });
    phone.phone.locationAuthorized = 'denied';
    hand.advance(7000);
    expect(now()).toEqual({ kind: 'hindered', why: 'location-denied' });
  });

  it('is silent where Android goes on repeating what it heard long ago', () => {
    listener.start();
    for (let i = 0; i < 3000; i++) {
      phone.tell([beacon(-60), beacon(-70, 2)]);
      hand.advance(5);
    }
    expect(now()).toEqual({ kind: 'silent' });
    expect(heard.length).toBeLessThanOrEqual(10);
  });

  it('started twice, as when the page is shown again, hears each beacon once', () => {
    listener.start();
    listener.start();
    phone.tell([beacon(-60)]);
    expect(heard).toHaveLength(1);
  });

  it('survives lists that are none', () => {
    listener.start();
    for (const beacons of [undefined, null, 'x', [null], [{}], [{ major: 'a' }]]) phone.tell(beacons);
    expect(heard).toEqual([]);
  });
});

const folder = join(
  process.env.DAOYIN_DATA ?? join(import.meta.dirname, '../../../../shared/data'),
  'wechat',
);
const recordings = existsSync(folder) ? readdirSync(folder) : [];
describe.skipIf(recordings.length === 0)('scans of real phones', () => {
  it.each(recordings)(
    '%s is heard: in order, no faster than ten times a second, silent where the phone was',
    (name) => {
      const { beaconScanList: scans } = JSON.parse(
        gunzipSync(readFileSync(join(folder, name))).toString(),
      ) as {
        readonly beaconScanList: readonly {
          readonly timestamp: number;
          readonly beaconList: readonly unknown[];
        }[];
      };
      listener.start();
      const startMs = hand.clock.nowMs();
      phone.replay(scans, hand.advanceTo, startMs);
      const seconds = (hand.clock.nowMs() - startMs) / 1000;
      expect(heard.length).toBeGreaterThan(seconds);
      expect(heard.length).toBeLessThan(10 * 10 * seconds);
      for (let i = 1; i < heard.length; i++)
        expect(heard[i]!.atMs).toBeGreaterThanOrEqual(heard[i - 1]!.atMs);
      const gaps = scans.slice(1).map(({ timestamp }, i) => timestamp - scans[i]!.timestamp);
      const wasSilent = states.some(({ kind }) => kind === 'silent');
      if (Math.max(...gaps) > 7000) expect(wasSilent).toBe(true);
      hand.advance(7000);
      expect(now()).toEqual({ kind: 'silent' });
    },
  );
});
