import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Answered } from '../http/request-log';
import type { DoorCounters } from '../receivers/door';
import type { Readiness } from './readiness';

/** What a scrape asks the server's parts. */
export interface MetricsSources {
  readonly version: string;
  readonly readiness: () => Promise<Readiness>;
  readonly pages: () => number;
  /** People who wait and windows that are open, by queue. */
  readonly queues: () => Promise<
    readonly { readonly letter: string; readonly waiting: number; readonly openWindows: readonly string[] }[]
  >;
  readonly door: () => DoorCounters | undefined;
  readonly receivers: () => Promise<
    readonly {
      readonly id: string;
      readonly seenAtMs: number;
      readonly online: boolean;
      readonly lost: number;
    }[]
  >;
  /** Beacons that the register wants to be heard. */
  readonly registered: () => number;
  /** Heard within the last hour; with a battery at its end; heard more often than sent. */
  readonly beacons: () => Promise<{
    readonly heard: number;
    readonly lowBattery: number;
    readonly copied: number;
  }>;
  /** Undefined before the first. */
  readonly lastBackupMs: () => number | undefined;
  /** Until when the catalogue knows the public holidays; undefined where it knows none. */
  readonly holidaysKnownUntilMs: () => number | undefined;
}

export interface Metrics {
  readonly answered: Answered;
  readonly changed: (state: string) => void;
  /** In Prometheus' text format. */
  readonly text: () => Promise<string>;
  readonly contentType: string;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** The server's own figures beside Node's. Of visitors there are numbers of people only. */
export function openMetrics(sources: MetricsSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'daoyin_http_request_seconds',
    help: 'Time to answer, by route',
    labelNames: ['route', 'method', 'status'],
    buckets: SECONDS,
    registers,
  });
  const changes = new Counter({
    name: 'daoyin_ticket_changes_total',
    help: 'Changes of tickets heard by this server, by the state that came of them; every server hears all',
    labelNames: ['state'],
    registers,
  });
  const gauge = (name: string, help: string, labelNames: readonly string[] = []) =>
    new Gauge({ name: `daoyin_${name}`, help, labelNames: [...labelNames], registers });
  gauge('info', 'The version that runs', ['version']).set({ version: sources.version }, 1);
  const adverts = new Counter({
    name: 'daoyin_adverts_total',
    help: 'Adverts received, by what became of them',
    labelNames: ['outcome'],
    registers,
  });
  const collect = [...collectors(sources, gauge), async () => count(adverts, sources.door() ?? {})];
  return {
    answered: (route, method, status, taken) =>
      seconds.observe({ route, method, status: `${Math.floor(status / 100)}xx` }, taken),
    changed: (state) => changes.inc({ state }),
    async text() {
      await Promise.all(collect.map((one) => one()));
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
}

/** The door counts by itself, since it must be fast. */
function count(counter: Counter, counts: Readonly<Record<string, number>>): void {
  counter.reset();
  for (const [outcome, value] of Object.entries(counts)) counter.inc({ outcome }, value);
}

type MakeGauge = (name: string, help: string, labelNames?: readonly string[]) => Gauge;

/** Each reads one part. A part that cannot be read leaves its last figures; `daoyin_database_up` says why. */
function collectors(sources: MetricsSources, gauge: MakeGauge): readonly (() => Promise<void>)[] {
  const pages = gauge('pages', 'Pages connected to the event stream');
  const databaseUp = gauge('database_up', 'Whether the database answers');
  const databaseSeconds = gauge('database_seconds', 'Time of an empty query');
  const brokerUp = gauge('broker_up', 'Whether the MQTT broker is there');
  const waiting = gauge('waiting', 'People who wait, by queue', ['queue']);
  const windows = gauge('open_windows', 'Windows that serve, by queue', ['queue']);
  const online = gauge('receiver_online', 'Whether a receiver says it is online', ['receiver']);
  const seen = gauge('receiver_seen_timestamp_seconds', 'When a receiver was last heard', ['receiver']);
  const lost = gauge('receiver_adverts_lost', 'Adverts that a receiver could not keep', ['receiver']);
  const beacons = gauge('beacons', 'Beacons of the register, by how they are', ['state']);
  const backup = gauge('backup_timestamp_seconds', 'When the last backup was made; 0 before the first');
  const holidays = gauge(
    'holidays_known_until_timestamp_seconds',
    'Until when public holidays are known; 0 where none are',
  );
  return [
    async () => {
      pages.set(sources.pages());
      backup.set((sources.lastBackupMs() ?? 0) / 1000);
      holidays.set((sources.holidaysKnownUntilMs() ?? 0) / 1000);
    },
    async () => {
      const { database, broker } = await sources.readiness();
      databaseUp.set(Number(database.answers));
      databaseSeconds.set(database.seconds);
      brokerUp.set(Number(broker));
    },
    unlessAway(sources.queues, (queues) => {
      for (const { letter: queue, ...is } of queues) {
        waiting.set({ queue }, is.waiting);
        windows.set({ queue }, is.openWindows.length);
      }
    }),
    unlessAway(sources.receivers, (receivers) => {
      for (const { id: receiver, ...is } of receivers) {
        online.set({ receiver }, Number(is.online));
        seen.set({ receiver }, is.seenAtMs / 1000);
        lost.set({ receiver }, is.lost);
      }
    }),
    unlessAway(sources.beacons, ({ heard, lowBattery, copied }) => {
      beacons.set({ state: 'copied' }, copied);
      beacons.set({ state: 'registered' }, sources.registered());
      beacons.set({ state: 'heard' }, heard);
      beacons.set({ state: 'low-battery' }, lowBattery);
    }),
  ];
}

const unlessAway =
  <T>(read: () => Promise<T>, set: (value: T) => void) =>
  (): Promise<void> =>
    read().then(set, () => undefined);
