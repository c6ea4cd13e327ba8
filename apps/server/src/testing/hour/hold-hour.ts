import { setMaxListeners } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantile } from '@daoyin/geometry';
import type { VenueBundle } from '@daoyin/protocol';
import { WebSocket } from 'ws';
import { inParallel } from '../in-parallel';
import { cpuSeconds, residentMegabytes } from '../process-figures';
import { type ServerProcess, startProcess } from '../start-process';
import { isFailure, type Minute, type Verdict, verdictOf } from './hour-report';
import { startReceivers } from './start-receivers';
import { openTimedCalls, type Timing } from './timed-calls';
import { openVisitors, type Visitors } from './visitors';

/** What a hall is made to bear, and for how long. */
export interface HourTest {
  readonly minutes: number;
  readonly ticketsAnHour: number;
  /** Numbers taken before the hour begins: so many pages are open all the time. */
  readonly pages: number;
  readonly receivers: number;
  readonly readingsASecond: number;
  readonly databaseUrl?: string | undefined;
  /** Another broker than the one inside: the server's access to it, and the receivers'. */
  readonly broker?:
    | { readonly url: string; readonly receivers: string; readonly password: string }
    | undefined;
  readonly random: () => number;
  readonly minuteIsOver: (minute: Minute) => void;
  readonly say: (line: string) => void;
}

const MACHINE = 'hour-test';
/** Kiosks that show what their own receiver hears. */
const LISTENING_KIOSKS = 20;
/** From the first reading to what counts. */
const SETTLE_MS = 5_000;
/** Of a window's time, what is between two visitors. */
const IDLE_SHARE = 0.1;

/** Holds a hall under load, and says what was seen; the server, its receivers and its visitors are processes of their own. */
export async function holdHour(test: HourTest): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-hour-'));
  const env: Record<string, string> = { DAOYIN_METRICS_PORT: '0' };
  if (test.databaseUrl !== undefined) env.DATABASE_URL = test.databaseUrl;
  if (test.broker !== undefined) env.MQTT_URL = test.broker.url;
  const server = await startProcess(folder, env, { machine: MACHINE, hall: 'sample' });
  try {
    return await hold(test, server);
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function hold(test: HourTest, server: ServerProcess): Promise<Verdict> {
  const { random, say } = test;
  const bundle = (await (await fetch(`${server.at}/api/venue`)).json()) as VenueBundle;
  const services = bundle.services!;
  const timings: Timing[] = [];
  const delaysMs: number[] = [];
  const calls = openTimedCalls(server.at, (timing) => timings.push(timing));
  const secret = `${MACHINE}:${server.secret}`;
  const told = (ms: number) => delaysMs.push(ms);
  const hour = new AbortController();
  setMaxListeners(0, hour.signal);
  const pause = (ms: number) => sleep(Math.max(0, ms), undefined, { signal: hour.signal });
  const visitors = openVisitors({ at: server.at, calls, secret, services, random, pause, told });
  await inParallel(16, Array.from({ length: test.pages }), () => visitors.arrive());
  say(`${visitors.pages()} numbers taken, as many pages connected`);
  const kiosks = Array.from({ length: LISTENING_KIOSKS }, (_, i) => listen(server.at, i));
  const { venue, beacons } = bundle.register;
  const receivers = startReceivers({
    ...test,
    url: test.broker?.receivers ?? server.mqttUrl,
    password: test.broker?.password,
    venue,
    beacons,
  });
  const listening = performance.now();
  await sleep(SETTLE_MS);
  timings.length = 0;
  delaysMs.length = 0;
  const began = performance.now();
  const windows = [...new Set(services.items.flatMap((item) => item.windows))];
  const secondsEach = (windows.length * 3600) / test.ticketsAnHour;
  const people = [
    arrivals(test, visitors, pause),
    ...windows.map((window) => clerk(window, secondsEach, { visitors, random, pause })),
  ].map((work) => work.catch(unlessOver(hour.signal)));
  const minutes: Minute[] = [];
  const watch = minuteByMinute({ test, server, timings, delaysMs, visitors }, (minute) => {
    minutes.push(minute);
    test.minuteIsOver(minute);
  });
  await Promise.all([watch, sleep(test.minutes * 60_000)]);
  const seconds = (performance.now() - began) / 1000;
  hour.abort();
  await Promise.all(people);
  const sent = await receivers.end();
  const heardFor = (performance.now() - listening) / 1000;
  await sleep(2_000);
  const accounted = await readingsOf(server);
  for (const kiosk of kiosks) kiosk.close();
  visitors.close();
  calls.close();
  if (visitors.untold() > 0) say(`${visitors.untold()} changes never reached their page`);
  return verdictOf({
    minutes,
    timings,
    delaysMs,
    readings: { sent, accounted, seconds: heardFor },
    wanted: test,
    seconds,
  });
}

type Pause = (ms: number) => Promise<void>;

/** People come when they like: what is between two is exponential. */
async function arrivals(
  { ticketsAnHour, random }: HourTest,
  visitors: Visitors,
  pause: Pause,
): Promise<void> {
  for (let due = performance.now(); ; ) {
    due += (-Math.log(1 - random()) * 3_600_000) / ticketsAnHour;
    await pause(due - performance.now());
    visitors.arrive().catch(() => undefined); // what went wrong is among the timings
  }
}

async function clerk(
  window: string,
  secondsEach: number,
  { visitors, random, pause }: { visitors: Visitors; random: () => number; pause: Pause },
): Promise<void> {
  await pause(random() * secondsEach * 1000);
  for (let due = performance.now(); ; ) {
    due += secondsEach * (0.5 + random()) * 1000;
    await visitors.serveOne(window, ((due - performance.now()) / 1000) * (1 - IDLE_SHARE));
    await pause(due - performance.now());
  }
}

const unlessOver = (signal: AbortSignal) => (error: unknown) => {
  if (!signal.aborted) throw error;
};

interface Watched {
  readonly test: HourTest;
  readonly server: ServerProcess;
  readonly timings: readonly Timing[];
  readonly delaysMs: readonly number[];
  readonly visitors: Visitors;
}

async function minuteByMinute(
  { test, server, timings, delaysMs, visitors }: Watched,
  over: (minute: Minute) => void,
): Promise<void> {
  let [timed, delayed, cpu] = [0, 0, cpuSeconds(server.pid)];
  let [readings, at] = [await readingsOf(server), performance.now()];
  const began = at;
  for (let minute = 1; minute <= test.minutes; minute++) {
    await sleep(began + minute * 60_000 - performance.now());
    const [these, those] = [timings.slice(timed), delaysMs.slice(delayed)];
    [timed, delayed] = [timings.length, delaysMs.length];
    const metrics = await metricsOf(server);
    const [nowCpu, nowReadings, now] = [cpuSeconds(server.pid), readingsIn(metrics), performance.now()];
    const times = these.map(({ ms }) => ms);
    over({
      minute,
      taken: these.filter(({ route, status }) => route === 'take' && status === 201).length,
      calls: these.length,
      failed: these.filter(isFailure).length,
      p50Ms: quantile(times, 0.5),
      p99Ms: quantile(times, 0.99),
      slowestMs: Math.max(0, ...times),
      pageP95Ms: quantile(
        those.sort((a, b) => a - b),
        0.95,
      ),
      pages: visitors.pages(),
      readings: ((nowReadings - readings) * 1000) / (now - at),
      cpu: ((nowCpu - cpu) * 1000) / (now - at),
      residentMb: residentMegabytes(server.pid),
      heapMb: figureOf(metrics, 'nodejs_heap_size_used_bytes') / 1e6,
      stoodStillMs: 1000 * figureOf(metrics, 'nodejs_eventloop_lag_max_seconds'), // since it was last asked
    });
    [cpu, readings, at] = [nowCpu, nowReadings, now];
  }
}

const metricsOf = async ({ metricsPort }: ServerProcess): Promise<string> =>
  (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
const readingsIn = (metrics: string) => figureOf(metrics, 'daoyin_adverts_total{outcome="readings"}');
const readingsOf = async (server: ServerProcess) => readingsIn(await metricsOf(server));

function figureOf(metrics: string, series: string): number {
  const line = metrics.split('\n').find((one) => one.startsWith(`${series} `));
  return Number(line?.slice(series.length) ?? 0);
}

/** A kiosk's page that shows what its receiver hears. */
function listen(at: string, index: number): WebSocket {
  const session = `hour-session-${String(index).padStart(4, '0')}`;
  const socket = new WebSocket(`${at.replace('http', 'ws')}/api/events?session=${session}`, {
    headers: { 'x-forwarded-for': `10.255.0.${index}` },
    perMessageDeflate: false,
  });
  socket.on('message', () => undefined);
  socket.on('error', () => undefined);
  return socket;
}
