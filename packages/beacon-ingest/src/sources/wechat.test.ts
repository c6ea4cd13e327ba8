import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UUID } from '../../test/air';
import { dataFolder, hasData } from '../../test/data';
import { createWechatReader } from './wechat';

const entry = (rssi: unknown, more: object = {}) => ({
  uuid: UUID.toUpperCase(),
  major: 1,
  minor: 2,
  rssi,
  accuracy: 1,
  ...more,
});
const told = (times: readonly (readonly [atMs: number, rssi: number])[]) => {
  const reader = createWechatReader();
  return times.flatMap(([atMs, rssi]) =>
    reader.update([entry(rssi)], atMs).adverts.map((advert) => advert.atMs),
  );
};

it('reads numbers and texts alike, and its own UUID where the entry has none', () => {
  const expected = { atMs: 5, rssiDbm: -60, payload: { kind: 'ibeacon', uuid: UUID, major: 1, minor: 2 } };
  expect(createWechatReader().update([entry(-60)], 5).adverts).toEqual([expected]);
  const texts = { major: '1', minor: '2', rssi: '-60' };
  expect(createWechatReader({ uuid: UUID }).update([texts], 5).adverts).toEqual([expected]);
});

it('tells a list that repeats every few milliseconds not more than ten times a second', () => {
  const times = Array.from({ length: 500 }, (_, i) => [i * 4, -60 - (i % 2)] as const);
  expect(told(times).length).toBeLessThanOrEqual(20);
});

it('tells an unchanged level once a second, as iOS does', () => {
  expect(told([0, 1000, 2000, 3000].map((atMs) => [atMs, -60] as const))).toEqual([0, 1000, 2000, 3000]);
});

it('lets a frozen entry age out, and hears it again when it changes', () => {
  const frozen = Array.from({ length: 100 }, (_, i) => [i * 100, -60] as const);
  const times = told([...frozen, [10_000, -61]]);
  expect(times.at(-1)).toBe(10_000);
  expect(times.at(-2)).toBeLessThanOrEqual(3000);
});

it.each([
  [{ major: 'x' }, 'beacons[0].major is "x"'],
  [{ minor: undefined }, 'beacons[0].minor is undefined'],
  [{ rssi: 0 }, 'beacons[0].rssi is 0'],
  [{ rssi: '' }, 'beacons[0].rssi is ""'],
  [{ uuid: undefined }, 'beacons[0].uuid is missing'],
])('names what is wrong in %j, and goes on', (more, problem) => {
  const { adverts, problems } = createWechatReader().update([entry(-60, more), entry(-61, { minor: 9 })], 0);
  expect(problems).toEqual([problem]);
  expect(adverts).toHaveLength(1);
});

it('says so where there is no list', () => {
  expect(createWechatReader().update(undefined, 0)).toEqual({
    adverts: [],
    problems: ['beacons is undefined, expected a list'],
  });
});

describe.skipIf(!hasData)('scans of real phones', () => {
  const names = hasData ? readdirSync(`${dataFolder}/wechat`) : [];
  it.each(names)('%s', (name) => {
    interface Scan {
      readonly timestamp: number;
      readonly beaconList: readonly { readonly major: string; readonly minor: string }[];
    }
    const { beaconScanList }: { beaconScanList: readonly Scan[] } = JSON.parse(
      gunzipSync(readFileSync(`${dataFolder}/wechat/${name}`)).toString(),
    );
    const reader = createWechatReader({ uuid: UUID });
    const last = new Map<string, number>();
    let heard = 0;
    for (const { timestamp, beaconList } of beaconScanList) {
      const { adverts, problems } = reader.update(beaconList, timestamp);
      expect(problems.length).toBeLessThanOrEqual(beaconList.length);
      for (const { payload, rssiDbm } of adverts) {
        if (payload.kind !== 'ibeacon') throw new Error(payload.kind);
        const key = `${payload.major}/${payload.minor}`;
        expect(timestamp - (last.get(key) ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(100);
        expect(rssiDbm).toBeLessThan(0);
        last.set(key, timestamp);
        heard++;
      }
    }
    const listed = new Set(
      beaconScanList.flatMap(({ beaconList }) => beaconList.map(({ major, minor }) => `${major}/${minor}`)),
    );
    expect(last.size).toBe(listed.size);
    expect(heard).toBeGreaterThan(listed.size);
  });
});
