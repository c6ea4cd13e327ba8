import { seededRandom } from '@daoyin/geometry';
import { afterAll, describe, expect, it } from 'vitest';
import { databasesUnderTest } from './testing/databases';
import { killServers } from './testing/kill';

/** The long run of fifty is `npm run test:kill`. */
describe.each(databasesUnderTest())('kill -9 under load on $name', (under) => {
  afterAll(() => under.end());

  it('no number is given twice, lost or stuck', async () => {
    const place = await under.fresh();
    const shared = place.kind === 'postgres' ? { databaseUrl: place.url, servers: 2 } : {};
    const report = await killServers({ kills: 1, mostWaiting: 40, random: seededRandom(50), ...shared });
    expect(report).toMatchObject({ twice: 0, gaps: 0, lost: 0, stuck: 0 });
    expect(report.taken).toBeGreaterThan(10);
    expect(report.repeated).toBeGreaterThan(0);
  }, 300_000);
});
