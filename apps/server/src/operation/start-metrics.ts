import { holidaysKnownUntil } from '@daoyin/services';
import type { Nightly } from '../backup/nightly';
import type { ServerOptions } from '../options/options';
import { countBeacons, readReceivers } from '../receivers/health-store';
import type { Receivers } from '../receivers/open-receivers';
import type { Database } from '../storage/database';
import type { LiveHall } from '../studio/live';
import type { TicketDesk } from '../tickets/desk';
import { VERSION } from '../version';
import { type Metrics, openMetrics } from './metrics';
import { serveMetrics } from './metrics-port';
import type { Readiness } from './readiness';

/** The parts of a server that its figures are of; `pages` and `receivers` of parts that start later. */
export interface MeasuredParts {
  readonly readiness: () => Promise<Readiness>;
  readonly pages: () => number;
  readonly receivers: () => Receivers | undefined;
  readonly desk: TicketDesk;
  readonly live: LiveHall;
  readonly nightly: Nightly;
  readonly database: Database;
  readonly nowMs: () => number;
}

const HOUR_MS = 3_600_000;

/** Metrics on a port of their own, where one is set. */
export async function startMetrics(
  { metricsPort: port, metricsHost: host }: ServerOptions,
  { readiness, pages, receivers, desk, live, nightly, database, nowMs }: MeasuredParts,
): Promise<Partial<Metrics> & { readonly port?: number; readonly close: () => Promise<void> }> {
  if (port === undefined) return { close: async () => undefined };
  const metrics = openMetrics({
    version: VERSION,
    readiness,
    pages,
    queues: desk.queues,
    door: () => receivers()?.counters,
    receivers: () => readReceivers(database),
    beacons: () => countBeacons(database, live.bundle().register.beacons, nowMs() - HOUR_MS),
    registered: () => live.bundle().register.beacons.filter(({ status }) => status === 'active').length,
    lastBackupMs: nightly.lastBackupMs,
    holidaysKnownUntilMs: () => {
      const { services } = live.bundle();
      const until = services && holidaysKnownUntil(services);
      return until ? Date.parse(until) : undefined;
    },
  });
  return { ...metrics, ...(await serveMetrics(metrics, { port, host })) };
}
