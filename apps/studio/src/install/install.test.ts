import { seededRandom } from '@daoyin/geometry';
import type { Beacon, Venue } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { hangDevice, swapDevices } from './confirm';
import { readScanned } from './identity';
import { createNearness } from './near';
import { type Placed, walkingOrder } from './round';

const uuid = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';
const beacon = (id: string, minor: number, more: Partial<Beacon> = {}): Placed => ({
  ...{ id, uuid, major: 1, minor, height: 3, measuredPowerDbm: -59, status: 'active' as const },
  at: { x: minor, y: 0, level: '1F' },
  ...(more as object),
});
const register = { venue: 'hall', beacons: [beacon('B230', 30), beacon('B231', 31)] };
const document = { venue: {} as never, register, closures: [], catalogue: null };

describe('a code on a device', () => {
  it('is a beacon of the register however its identity is written', () => {
    for (const text of [
      'B231',
      ' b231 ',
      '31',
      `${uuid},1,31`,
      `${uuid.replaceAll('-', '').toUpperCase()} 1/31`,
      `{"uuid":"${uuid}","major":1,"minor":31}`,
      `https://maker.example/b?u=${uuid}&major=1&minor=31`,
      'https://hall.example/beacons/B231',
    ])
      expect(readScanned(text, register), text).toEqual({ kind: 'beacon', id: 'B231' });
  });

  it('of a device that nobody registered is that device, and anything else is nothing', () => {
    expect(readScanned(`${uuid} 1 99`, register)).toEqual({
      kind: 'device',
      identity: { uuid, major: 1, minor: 99 },
    });
    expect(readScanned('AC-23-3F-00-00-01', register)).toMatchObject({
      identity: { address: 'ac:23:3f:00:00:01' },
    });
    for (const text of ['', 'B9', '99', `${uuid} 1`, `${uuid} 70000 1`, 'wxp://f2f0'])
      expect(readScanned(text, register), text).toEqual({ kind: 'unknown' });
  });
});

describe('who one stands under', () => {
  const heard = (key: string, atMs: number, rssiDbm: number) => ({
    ...{ key, id: key, identity: undefined, atMs, rssiDbm },
    powerDbm: -59,
  });
  const standing = (levels: Readonly<Record<string, number>>, times = 8) => {
    const near = createNearness();
    for (let i = 0; i < times; i++)
      for (const [key, level] of Object.entries(levels)) near.hear(heard(key, 300 * i, level - (i % 3)));
    return near.nearest(300 * times);
  };

  it('is the one at arm’s length, well above all others', () => {
    expect(standing({ B231: -55, B230: -71 })).toMatchObject({ id: 'B231', isNear: true });
  });

  it('is nobody between two, far from all, or after one lucky advert', () => {
    expect(standing({ B231: -55, B230: -58 })!.isNear).toBe(false);
    expect(standing({ B231: -70, B230: -85 })!.isNear).toBe(false);
    expect(standing({ B231: -40 }, 2)).toBeUndefined();
  });
});

describe('what hangs where', () => {
  const [first, second] = register.beacons as [Placed, Placed];

  it('a new device takes an empty place, and replaces what hung there with the history kept', () => {
    const identity = { uuid, major: 1, minor: 99 };
    const fresh = hangDevice(second, identity, '2026-03-01', 'B232')(document).register.beacons;
    expect(fresh[1]).toMatchObject({ id: 'B231', minor: 99, installedOn: '2026-03-01', at: second.at });
    const old = { ...second, installedOn: '2020-01-01' };
    const before = { ...document, register: { venue: 'hall', beacons: [first, old] } };
    const after = hangDevice(old, identity, '2026-03-01', 'B232')(before).register.beacons;
    expect(after.map(({ id, status, minor }) => [id, status, minor])).toEqual([
      ['B230', 'active', 30],
      ['B231', 'retired', 31],
      ['B232', 'active', 99],
    ]);
    expect(after[2]).toMatchObject({ at: old.at, installedOn: '2026-03-01' });
  });

  it('two that hang in each other’s place change their identities and nothing else; done twice, nothing changed', () => {
    const once = swapDevices(second, first, '2026-03-01')(document).register.beacons;
    expect(once.map(({ id, minor, at }) => [id, minor, at])).toEqual([
      ['B230', 31, first.at],
      ['B231', 30, second.at],
    ]);
    const { register: twice } = swapDevices(
      once[0]!,
      once[1]!,
      '2026-03-01',
    )({
      ...document,
      register: { venue: 'hall', beacons: once },
    });
    expect(twice.beacons.map(({ minor }) => minor)).toEqual([30, 31]);
  });
});

describe('the round', () => {
  const levels = [{ shortName: '1F' }, { shortName: '2F' }];
  const venue = { levels, units: [] } as unknown as Venue;
  const length = (order: readonly Placed[]) =>
    order
      .slice(1)
      .reduce((sum, { at }, i) => sum + Math.hypot(at.x - order[i]!.at.x, at.y - order[i]!.at.y), 0);

  it('goes to every beacon once, storey by storey, and is a third of the way by number', () => {
    const random = seededRandom(3);
    const beacons = Array.from({ length: 120 }, (_, i) =>
      beacon(`B${i}`, i, { at: { x: 100 * random(), y: 60 * random(), level: i % 2 ? '1F' : '2F' } }),
    );
    const order = walkingOrder(beacons, venue);
    expect(order.map(({ id }) => id).toSorted()).toEqual(beacons.map(({ id }) => id).toSorted());
    expect(order.map(({ at }) => at.level)).toEqual(order.map(({ at }) => at.level).toSorted());
    const here = (all: readonly Placed[]) => all.filter(({ at }) => at.level === '1F');
    expect(length(here(order))).toBeLessThan(length(here(beacons)) / 3);
  });
});
