/**
 * A hall for an hour under ten times its load: 5,000 tickets, 3,000 pages, 60 receivers, 10,000 readings a second, in processes beside the
 * server's. `npm run test:hour -- [--minutes 60] [--tickets 5000] [--pages 3000] [--receivers 60] [--readings 10000] [--on pglite |
 * postgres] [--broker own | mosquitto]`. A line a minute, then the verdict; exit 1 where the hour is not held.
 */
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { seededRandom } from '@daoyin/geometry';
import { holdHour } from '../apps/server/src/testing/hour/hold-hour';
import { LIMIT_MS, type Minute, type Verdict } from '../apps/server/src/testing/hour/hour-report';
import { receiverNames } from '../apps/server/src/testing/hour/start-receivers';
import { startMosquitto } from '../apps/server/src/testing/mosquitto';
import { startPostgres } from '../apps/server/src/testing/postgres';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    tickets: { type: 'string', default: '5000' },
    pages: { type: 'string', default: '3000' },
    receivers: { type: 'string', default: '60' },
    readings: { type: 'string', default: '10000' },
    on: { type: 'string', default: 'pglite' },
    broker: { type: 'string', default: 'own' },
    seed: { type: 'string', default: '1' },
  },
});
const PASSWORD = 'hour';
const postgres = values.on === 'postgres' ? await startPostgres() : undefined;
const accounts = ['server', ...receiverNames(Number(values.receivers))];
const mosquitto =
  values.broker === 'mosquitto'
    ? await startMosquitto(Object.fromEntries(accounts.map((name) => [name, PASSWORD])))
    : undefined;
try {
  const verdict = await holdHour({
    minutes: Number(values.minutes),
    ticketsAnHour: Number(values.tickets),
    pages: Number(values.pages),
    receivers: Number(values.receivers),
    readingsASecond: Number(values.readings),
    databaseUrl: postgres?.url,
    broker: mosquitto && {
      url: mosquitto.urlOf('server', PASSWORD),
      receivers: mosquitto.url,
      password: PASSWORD,
    },
    random: seededRandom(Number(values.seed)),
    minuteIsOver: (minute) => console.log(lineOf(minute)),
    say: console.log,
  });
  console.log(`${values.on}, broker ${values.broker}: ${textOf(verdict)}`);
  for (const { route, calls, p50Ms, p99Ms } of verdict.routes)
    console.log(`  ${route}: ${calls} calls, p50 ${p50Ms.toFixed(0)} p99 ${p99Ms.toFixed(0)} ms`);
  console.log(verdict.complaints.length === 0 ? 'HELD' : `NOT HELD: ${verdict.complaints.join('; ')}`);
  if (verdict.complaints.length > 0) process.exitCode = 1;
} finally {
  await mosquitto?.stop();
  await postgres?.stop();
}

function lineOf(minute: Minute): string {
  const { taken, calls, failed, p50Ms, p99Ms, slowestMs, pageP95Ms, pages, readings, cpu, stoodStillMs } =
    minute;
  return [
    `minute ${String(minute.minute).padStart(2)}:`,
    `${taken} taken, ${calls} calls, ${failed} failed,`,
    `p50 ${p50Ms.toFixed(0)} p99 ${p99Ms.toFixed(0)} slowest ${slowestMs.toFixed(0)} ms,`,
    `pages told p95 ${pageP95Ms.toFixed(0)} ms, ${pages} pages,`,
    `${readings.toFixed(0)} readings/s, ${cpu.toFixed(2)} cores,`,
    `${minute.residentMb} MB resident, heap ${minute.heapMb.toFixed(0)} MB,`,
    `stood still for ${stoodStillMs.toFixed(0)} ms at most; load of the machine ${loadavg()[0]!.toFixed(1)}`,
  ].join(' ');
}

function textOf(verdict: Verdict): string {
  const { calls, withinLimit, p50Ms, p99Ms, slowestMs, failed, pagesWithin2s, growthMbAnHour } = verdict;
  return [
    `${calls} calls, ${(100 * withinLimit).toFixed(2)} % within ${LIMIT_MS} ms`,
    `(p50 ${p50Ms.toFixed(0)}, p99 ${p99Ms.toFixed(0)}, slowest ${slowestMs.toFixed(0)} ms), ${failed} failed;`,
    `${(100 * pagesWithin2s).toFixed(2)} % of changes at their page within 2 s;`,
    `${verdict.ticketsAnHour.toFixed(0)} tickets an hour, ${verdict.readingsASecond.toFixed(0)} readings a second,`,
    `${verdict.readingsLost} lost; ${verdict.residentMb} MB, growing by ${growthMbAnHour.toFixed(0)} MB an hour`,
  ].join(' ');
}
