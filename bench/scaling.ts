/**
 * Several servers on one PostgreSQL and one Mosquitto: numbers a second, taken, called, served and finished as fast as answers come,
 * against the number of servers. `npx tsx bench/scaling.ts [--servers 1,2,3,4] [--seconds 20] [--clients 24] [--pages 500] [--readings 2000]`
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { quantile } from '@daoyin/geometry';
import { takenTicket, type VenueBundle } from '@daoyin/protocol';
import { receiverNames, startReceivers } from '../apps/server/src/testing/hour/start-receivers';
import { openTimedCalls, type TimedCalls } from '../apps/server/src/testing/hour/timed-calls';
import { inParallel } from '../apps/server/src/testing/in-parallel';
import { type LoadPage, openPage } from '../apps/server/src/testing/load-page';
import { startMosquitto } from '../apps/server/src/testing/mosquitto';
import { startPostgres } from '../apps/server/src/testing/postgres';
import { cpuSeconds } from '../apps/server/src/testing/process-figures';
import { type ServerProcess, startProcess } from '../apps/server/src/testing/start-process';

const { values } = parseArgs({
  options: {
    servers: { type: 'string', default: '1,2,3,4' },
    seconds: { type: 'string', default: '20' },
    clients: { type: 'string', default: '24' },
    pages: { type: 'string', default: '500' },
    readings: { type: 'string', default: '2000' },
  },
});
const [seconds, clients, pages, readings] = [
  values.seconds,
  values.clients,
  values.pages,
  values.readings,
].map(Number) as [number, number, number, number];
const PASSWORD = 'scaling';
const RECEIVERS = 20;

console.log(
  `${cpus().length} cores, ${cpus()[0]?.model}; ${clients} clients without a pause, ${pages} pages, ${readings} readings a second`,
);
for (const count of values.servers.split(',').map(Number)) await measure(count);

async function measure(count: number): Promise<void> {
  const broker = await startMosquitto(
    Object.fromEntries(['server', ...receiverNames(RECEIVERS)].map((name) => [name, PASSWORD])),
  );
  const postgres = await startPostgres();
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-scaling-'));
  const env = { DATABASE_URL: postgres.url, MQTT_URL: broker.urlOf('server', PASSWORD) };
  const servers: ServerProcess[] = [];
  for (let i = 0; i < count; i++)
    servers.push(await startProcess(join(folder, String(i)), env, { machine: `calls-${i}`, hall: 'sample' }));
  try {
    await load(servers, broker.url);
  } finally {
    for (const server of servers) await server.kill();
    await postgres.stop();
    await broker.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function load(servers: readonly ServerProcess[], brokerUrl: string): Promise<void> {
  const bundle = (await (await fetch(`${servers[0]!.at}/api/venue`)).json()) as VenueBundle;
  const items = new Map(
    bundle.services!.items.flatMap((item) => item.windows.map((window) => [window, item.id])),
  );
  const windows = [...items.keys()];
  const timings: number[] = [];
  const callers = servers.map((server, i) => ({
    calls: openTimedCalls(server.at, ({ ms }) => timings.push(ms)),
    headers: { authorization: `Bearer calls-${i}:${server.secret}` },
    at: server.at,
  }));
  const open: LoadPage[] = [];
  await inParallel(16, Array.from({ length: pages }), async (_, i) => {
    const caller = callers[i % callers.length]!;
    const page = openPage(
      caller.at,
      await take(caller, items.get(windows[i % windows.length]!)!),
      `10.0.${i >> 8}.${i & 255}`,
    );
    open.push(page);
    await page.ready;
  });
  const url = new URL(brokerUrl);
  const receivers = startReceivers({
    url: `mqtt://${url.host}`,
    venue: bundle.register.venue,
    receivers: RECEIVERS,
    readingsASecond: readings,
    beacons: bundle.register.beacons,
    password: PASSWORD,
  });
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  timings.length = 0;
  const used = () => [...servers.map(({ pid }) => cpuSeconds(pid)), postgresSeconds(), ownSeconds()];
  const before = used();
  const began = performance.now();
  let served = 0;
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const caller = callers[client % callers.length]!;
      const window = windows[Math.floor((client * windows.length) / clients)]!;
      while (performance.now() - began < seconds * 1000) {
        const one = await serveOne(caller, window, items.get(window)!);
        served += one; // read after the wait: the others count too
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  const cores = used().map((now, i) => ((now - before[i]!) / took).toFixed(2));
  console.log(
    [
      `${servers.length} servers: ${(served / took).toFixed(0)} numbers a second (${(timings.length / took).toFixed(0)} calls),`,
      `p50 ${quantile(timings, 0.5).toFixed(0)} p99 ${quantile(timings, 0.99).toFixed(0)} ms;`,
      `cores: servers ${cores.slice(0, -2).join(' + ')}, PostgreSQL ${cores.at(-2)}, generator ${cores.at(-1)}`,
    ].join(' '),
  );
  await receivers.end();
  for (const page of open) page.close();
  for (const { calls } of callers) calls.close();
}

interface Caller {
  readonly calls: TimedCalls;
  readonly headers: Readonly<Record<string, string>>;
}

async function take({ calls, headers }: Caller, serviceId: string): Promise<string> {
  const { body } = await calls.call('take', '/api/tickets', { body: { serviceId }, headers });
  return takenTicket.parse(JSON.parse(body.toString())).number;
}

/** One number from its taking to its end; 0 where somebody else was called. */
async function serveOne(caller: Caller, window: string, serviceId: string): Promise<number> {
  const { calls, headers } = caller;
  await take(caller, serviceId);
  const called = await calls.call('next', `/api/windows/${window}/next`, { body: {}, headers });
  if (called.status !== 200) return 0;
  const { number } = JSON.parse(called.body.toString()) as { number: string };
  for (const kind of ['serve', 'finish'])
    await calls.call('act', `/api/tickets/${number}/actions`, { body: { kind }, headers });
  return 1;
}

/** Of all processes of the database that this bench started. */
function postgresSeconds(): number {
  const pids = execFileSync('pgrep', ['-x', 'postgres'], { encoding: 'utf8' }).trim().split('\n').map(Number);
  return pids.filter(isOurs).reduce((sum, pid) => sum + cpuSeconds(pid), 0);
}

/** Whether this process is among a process's ancestors. */
function isOurs(pid: number): boolean {
  try {
    const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[1]);
    return parent === process.pid || (parent > 1 && isOurs(parent));
  } catch {
    return false; // it has ended
  }
}

function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
