import { beaconVerdictView } from '@daoyin/protocol';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { databasesUnderTest } from '../testing/databases';
import { smallHall, startTestServer, type TestServer } from '../testing/hall';

const DAY_MS = 86_400_000;
const MONDAY_MS = 20_000 * DAY_MS;
const beacons = Array.from({ length: 12 }, (_, i) => ({
  ...{ id: `B${i}`, height: 3, measuredPowerDbm: -59, status: 'active' as const },
  at: { x: 6 * i, y: 3, level: '1F' },
}));
const bundle = { ...smallHall, register: { venue: 'hall', beacons } };
const well = { heard: 12, expected: [12, 9, 5, 2], elsewhere: -1.4, gainDb: 0 };
const silent = { heard: 0, expected: [20, 14, 8, 3] };
const gone = { ...well, elsewhere: 2.5, displacement: { east: 4, north: 3, sd: 1 } };

describe.each(databasesUnderTest())('evidence of beacons on $name', (under) => {
  let server: TestServer;
  let other: TestServer;
  let nowMs = MONDAY_MS;

  beforeAll(async () => {
    const place = await under.fresh();
    const env = place.kind === 'postgres' ? { DATABASE_URL: place.url } : {};
    const start = () => startTestServer({ env, bundle, nowMs: () => nowMs });
    server = await start();
    other = place.kind === 'postgres' ? await start() : server;
  }, 120_000);
  afterAll(async () => {
    if (other !== server) await other.close();
    await server.close();
    await under.end();
  });

  const tell = (evidence: object, at = server.at) =>
    fetch(`${at}/api/beacons/evidence`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(evidence),
    });
  const verdicts = async (at = server.at) => {
    nowMs += 61_000;
    const answer = await fetch(`${at}/api/beacons/verdicts`);
    return z.array(beaconVerdictView).parse(await answer.json());
  };
  async function day(of: Readonly<Record<string, object>>): Promise<void> {
    for (let walk = 0; walk < 8; walk++) {
      for (const { id } of beacons) {
        const at = walk % 2 ? server.at : other.at;
        expect((await tell({ beaconId: id, ...(of[id] ?? well) }, at)).status).toBe(204);
      }
      nowMs += 60_000;
    }
    await verdicts(other.at); // which is when a server writes, at the latest
  }

  it('is refused with anything in it that a place, a time or a sender could be', async () => {
    for (const more of [{ x: 3 }, { at: { x: 1, y: 2 } }, { squares: [] }, { atMs: 1 }, { device: 'a' }])
      expect((await tell({ beaconId: 'B1', ...well, ...more })).status).toBe(422);
    for (const odd of [{ heard: -1 }, { heard: 1e6 }, { expected: [1] }, { elsewhere: 99 }, { gainDb: 0.5 }])
      expect((await tell({ beaconId: 'B1', ...well, ...odd })).status).toBe(422);
  });

  it('says nothing against beacons that are as registered, nor of beacons of another hall', async () => {
    expect((await tell({ beaconId: 'elsewhere', ...well })).status).toBe(204);
    await day({});
    expect(await verdicts()).toEqual([]);
  });

  it('names what has been dead or elsewhere since the next day: since when, how sure, and where it hangs now', async () => {
    const lastHeardMs = nowMs;
    nowMs = MONDAY_MS + DAY_MS + 3_600_000;
    await day({ B4: silent, B7: gone });
    const [dead, moved, ...more] = await verdicts();
    expect(more).toEqual([]);
    expect(dead).toMatchObject({ beaconId: 'B4', state: 'dead' });
    expect(Math.abs(dead!.sinceMs! - lastHeardMs)).toBeLessThan(DAY_MS / 24);
    expect(moved).toMatchObject({ beaconId: 'B7', state: 'moved', sinceMs: MONDAY_MS + DAY_MS });
    expect(moved!.place).toMatchObject({ level: '1F' });
    expect(Math.hypot(moved!.place!.x - 46, moved!.place!.y - 6)).toBeLessThan(1);
    expect(moved!.probability).toBeGreaterThan(0.6);
  });

  it('takes back its word when a dead beacon is heard again', async () => {
    const before = await verdicts();
    for (let walk = 0; walk < 8; walk++) await tell({ beaconId: 'B4', ...well });
    expect((await verdicts()).map(({ beaconId }) => beaconId)).toEqual(
      before.map(({ beaconId }) => beaconId).filter((id) => id !== 'B4'),
    );
  });
});
