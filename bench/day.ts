/**
 * A day of the hall through the HTTP API: visitors take numbers, windows call them, on a clock that runs as fast as the server
 * answers. Prints how the told waiting ranges came true. `npx tsx bench/day.ts [--seed 1] [--numbers 2400]`; with DATABASE_URL on
 * PostgreSQL.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { planDay } from '@daoyin/traces';
import { openApiHall } from '../apps/server/src/day/api-hall';
import { coverageOf, type WaitCoverage } from '../apps/server/src/day/coverage';
import { playDay } from '../apps/server/src/day/play';
import { startServer } from '../apps/server/src/server';
import { testOptions } from '../apps/server/src/testing/hall';
import { loadBundle } from '../apps/server/src/venue';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, numbers: { type: 'string', default: '2400' } },
});
const loaded = loadBundle('floorplans/zhongshan', 'beacons.json');
if (!loaded.ok) throw new Error(loaded.message);
const { bundle } = loaded;

/** Wednesday 7 March 2018, midnight in China. */
const MIDNIGHT_MS = Date.UTC(2018, 2, 6, 16);
let seconds = 8 * 3600;
const folder = mkdtempSync(join(tmpdir(), 'daoyin-day-'));
const server = await startServer(testOptions(folder, [], process.env), {
  bundle,
  pages: join(folder, 'none'),
  nowMs: () => MIDNIGHT_MS + Math.round(seconds * 1000),
  warn: console.warn,
});
const began = performance.now();
try {
  const secret = await server.machines.enrol('bench', { id: 'day', kind: 'calls' });
  const plan = planDay(bundle.services!, { seed: Number(values.seed), numbers: Number(values.numbers) });
  const told = await playDay(
    plan,
    openApiHall({ at: `http://127.0.0.1:${server.port}`, calls: `day:${secret}` }),
    {
      until: async (at) => {
        seconds = at;
      },
    },
  );
  const perHour = new Map<number, number>();
  for (const { atSeconds } of plan.visitors) {
    const hour = Math.floor(atSeconds / 3600);
    perHour.set(hour, (perHour.get(hour) ?? 0) + 1);
  }
  const windows = new Set(plan.shifts.map(({ window }) => window)).size;
  console.log(
    `${plan.visitors.length} numbers, ${windows} of 254 windows staffed, peak ${Math.max(...perHour.values())} an hour, ` +
      `${((performance.now() - began) / 1000).toFixed(0)} s on ${process.env.DATABASE_URL ? 'PostgreSQL' : 'PGlite'}`,
  );
  report('all numbers          ', coverageOf(told));
  report('those who had to wait', coverageOf(told.filter((wait) => wait.told.high > 100)));
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

function report(name: string, { called, within, beforeMedian, beforeP90, width, meanWait }: WaitCoverage) {
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `${name}: ${called} called, in the 90 % range ${percent(within)}, before the 90 % mark ${percent(beforeP90)}, ` +
      `before the median ${percent(beforeMedian)}, mean wait ${Math.round(meanWait)} s, mean width ${Math.round(width)} s`,
  );
}
