/**
 * 3,000 connected pages on this machine, server and pages in a process each: when does the change of a ticket reach its page? `npm run
 * test:load -- [--pages 3000] [--changes 300] [--on pglite | postgres]` with random changes (`--per-second 10`), or with those of a
 * simulated day (`--by day --speed 10`: a morning's calls ten times faster than life). Exit 1 where fewer than 95 % come within 2 s.
 */
import { parseArgs } from 'node:util';
import { seededRandom } from '@daoyin/geometry';
import { loadServer } from '../apps/server/src/testing/load';
import { startPostgres } from '../apps/server/src/testing/postgres';

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '3000' },
    changes: { type: 'string', default: '300' },
    by: { type: 'string', default: 'random' },
    'per-second': { type: 'string', default: '10' },
    speed: { type: 'string', default: '10' },
    on: { type: 'string', default: 'pglite' },
  },
});
const postgres = values.on === 'postgres' ? await startPostgres() : undefined;
try {
  const report = await loadServer({
    pages: Number(values.pages),
    changes: Number(values.changes),
    by:
      values.by === 'day'
        ? { kind: 'day', speed: Number(values.speed) }
        : { kind: 'random', perSecond: Number(values['per-second']) },
    databaseUrl: postgres?.url,
    random: seededRandom(1),
    say: console.log,
  });
  console.log(`${values.on}: ${JSON.stringify(report)}`);
  if (report.withinTwoSeconds < 0.95 || report.caughtUp < report.cameBack) process.exitCode = 1;
} finally {
  await postgres?.stop();
}
