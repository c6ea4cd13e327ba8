/**
 * Kills servers fifty times under load and counts numbers given twice, lost or stuck: `npm run test:kill -- [--kills 50] [--on pglite |
 * postgres] [--servers 2]`. PostgreSQL is started for it from Debian's package.
 */
import { parseArgs } from 'node:util';
import { seededRandom } from '@daoyin/geometry';
import { killServers } from '../apps/server/src/testing/kill';
import { startPostgres } from '../apps/server/src/testing/postgres';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    on: { type: 'string', default: 'pglite' },
    servers: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
  },
});
const postgres = values.on === 'postgres' ? await startPostgres() : undefined;
try {
  const report = await killServers({
    kills: Number(values.kills),
    servers: postgres ? Number(values.servers) : 1,
    databaseUrl: postgres?.url,
    random: seededRandom(Number(values.seed)),
    say: console.log,
  });
  console.log(`${values.on}: ${JSON.stringify(report)}`);
  const { twice, gaps, lost, stuck } = report;
  if (twice + gaps + lost + stuck > 0) process.exitCode = 1;
} finally {
  await postgres?.stop();
}
