import { seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { heardInTwoPlaces } from './two-places';

const NOW = 1_796_000_000_000;
/** 600 beacons 6 m apart on three storeys, and a kiosk that listens every 30 m. */
const beacons = ['1F', '2F', '3F'].flatMap((level) =>
  Array.from({ length: 200 }, (_, i) => ({
    id: `${level}-${i}`,
    at: { x: (i % 20) * 6, y: Math.floor(i / 20) * 6, level },
    measuredPowerDbm: -59,
  })),
);
const kiosks = ['1F', '2F', '3F'].flatMap((level) =>
  [15, 45, 75, 105].flatMap((x) => [15, 45].map((y) => ({ id: `${level}-${x}-${y}`, at: { x, y, level } }))),
);
type Sender = (typeof beacons)[number];

/** What the kiosks' receivers hear: log-distance with exponent 2, shadowing of 6 dB, 20 dB a slab. */
function heardOf(senders: readonly (Sender & { readonly atMs?: number })[], seed = 1) {
  const random = seededRandom(seed);
  const shadow = () => (random() + random() + random() + random() - 2) * 6 * Math.sqrt(3);
  const byBeacon = new Map<string, { receiver: string; lastHeardMs: number; rssiDbm: number }[]>();
  for (const { id, at, atMs = NOW } of senders)
    for (const kiosk of kiosks) {
      const metres = Math.max(1, Math.hypot(at.x - kiosk.at.x, at.y - kiosk.at.y, 2));
      const slabs = Math.abs(Number(at.level[0]) - Number(kiosk.at.level[0]));
      const rssiDbm = -59 - 20 * Math.log10(metres) - 20 * slabs + shadow();
      if (rssiDbm < -95) continue;
      byBeacon.set(id, [...(byBeacon.get(id) ?? []), { receiver: kiosk.id, lastHeardMs: atMs, rssiDbm }]);
    }
  return [...byBeacon].map(([beaconId, receivers]) => ({ beaconId, receivers }));
}

describe('an identity heard in two places', () => {
  const original = beacons.find(({ id }) => id === '1F-42')!; // (12, 12), near a kiosk
  const copyAt = (x: number, y: number, level: string, atMs?: number) => ({
    ...original,
    at: { x, y, level },
    ...(atMs !== undefined && { atMs }),
  });

  it('nobody is suspected in a hall where each beacon hangs once', () => {
    for (let seed = 1; seed <= 10; seed++)
      expect([seed, ...heardInTwoPlaces(beacons, heardOf(beacons, seed))]).toEqual([seed]);
  });

  it('a copy beside a receiver at the other end of the hall, or on another storey, is noticed mostly, and nothing else', () => {
    for (const copy of [copyAt(104, 44, '1F'), copyAt(14, 14, '3F')]) {
      const found = Array.from({ length: 10 }, (_, seed) => [
        ...heardInTwoPlaces(beacons, heardOf([...beacons, copy], seed + 1)),
      ]);
      expect(found.flat().every((id) => id === original.id)).toBe(true);
      expect(found.flat().length).toBeGreaterThan(5);
    }
  });

  it('a beacon that was carried elsewhere is in one place at a time', () => {
    const anHourLater = copyAt(104, 44, '1F', NOW + 3_600_000);
    expect([...heardInTwoPlaces(beacons, heardOf([...beacons, anHourLater]))]).toEqual([]);
    const moved = beacons.map((beacon) => (beacon.id === original.id ? copyAt(104, 44, '1F') : beacon));
    expect([...heardInTwoPlaces(beacons, heardOf(moved))]).toEqual([]);
  });
});
