import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import type { VenueBundle } from '@daoyin/protocol';
import { holidayIssue } from '@daoyin/services';
import type { ArchiveFiles } from '@daoyin/venue';
import { openBackups } from './backup/backups';
import { openControl } from './backup/control';
import { openNightly } from './backup/nightly';
import { startEvidenceDesk } from './beacons/evidence-desk';
import { wallClock } from './clock';
import { startDemo } from './demo/start-demo';
import type { DemonstrationVisitor } from './demo/visitor';
import { openGuideCalls } from './guides/guide-calls';
import { createApp } from './http/app';
import { type Machines, openMachines } from './machines/machines';
import { calmly } from './operation/calm';
import type { Log } from './operation/log';
import { readinessOf } from './operation/readiness';
import { startMetrics } from './operation/start-metrics';
import type { ServerOptions } from './options/options';
import { openReceivers, type Receivers } from './receivers/open-receivers';
import { openSite } from './site/site';
import { openStaff } from './staff/accounts';
import { locationOf } from './storage/location';
import { lockFolder } from './storage/lock';
import { openStorage } from './storage/open-storage';
import { startUpkeep } from './storage/upkeep';
import { openStudio } from './studio/studio';
import { openAppointments } from './tickets/appointments';
import { openBoard } from './tickets/board';
import { openTicketDesk } from './tickets/desk';
import { openForecasts } from './tickets/forecasts';
import { openCatalogue } from './tickets/live-catalogue';
import { withClock } from './venue';
import { recordedWalks } from './walks';

export interface RunningServer {
  readonly port: number;
  /** Of the metrics, where they are served. */
  readonly metricsPort: number | undefined;
  readonly mqttUrl: string;
  /** A one-time token to make the first admin with; undefined once there is an account. */
  readonly invitation: string | undefined;
  readonly machines: Machines;
  /** Writes the beacons' health at once instead of within ten seconds. */
  readonly flushHealth: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What the server takes from outside besides its options. */
export interface ServerSurroundings {
  /** The hall of the plan folder: the first version, and what is live until somebody publishes another. */
  readonly bundle: VenueBundle;
  /** The archive that it was read from, for what no document holds. */
  readonly archive?: ArchiveFiles;
  /** The folder of the built pages. */
  readonly pages: string;
  readonly nowMs: () => number;
  readonly log: Log;
}

/** Notes what was opened, to close it in the reverse order. */
type Opened = <T extends { close: () => Promise<unknown> }>(part: T) => T;

/** Starts database, broker, HTTP and, where asked, the demonstration; what was started is ended again when a later part fails. */
export async function startServer(
  options: ServerOptions,
  around: ServerSurroundings,
): Promise<RunningServer> {
  const parts: { close: () => Promise<unknown> }[] = [];
  const opened: Opened = (part) => {
    parts.push(part);
    return part;
  };
  const close = async () => {
    for (const part of parts.splice(0).reverse()) await part.close();
  };
  try {
    return { ...(await startParts(options, around, opened)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function startParts(
  options: ServerOptions,
  around: ServerSurroundings,
  opened: Opened,
): Promise<Omit<RunningServer, 'close'>> {
  const { nowMs, log } = around;
  const warn = calmly((message) => log.warn(message), nowMs);
  await expectFree(options.port, options.host);
  if (options.databaseUrl === undefined) opened(await lockFolder(options.data));
  const storage = opened(await openStorage(options, nowMs, log, warn));
  const board = opened(await openBoard(storage));
  const clock = wallClock(options.timeZone);
  const year = () => clock.local(nowMs()).year;
  const studio = opened(
    await openStudio({
      storage,
      given: around.bundle,
      archive: around.archive,
      withHours: (plan) => (options.demo ? plan : withClock(plan, options.timeZone, year())),
      nowMs,
      warn,
    }),
  );
  const { live } = studio;
  const bundle = live.bundle();
  const { services } = bundle;
  const holidays = services && holidayIssue(services, clock.day(nowMs()));
  if (holidays?.severity === 'warning') log.warn(holidays.message);
  const catalogue = openCatalogue(services, clock, services !== null && !options.demo);
  const { offers, series, hours } = catalogue;
  const queues = { board, series, hours, clock, nowMs };
  const desk = openTicketDesk({ ...queues, storage, offers });
  let visitor: DemonstrationVisitor | undefined;
  let receivers: Receivers | undefined;
  const { database } = storage;
  const upkeep =
    options.databaseUrl === undefined ? opened(startUpkeep(database, options.data, warn)) : undefined;
  const { data } = options;
  const backups = opened(await openBackups({ database, location: locationOf(options), data, warn }));
  const nightly = opened(
    await openNightly({
      ...{ database, backups, upkeep, clock, nowMs, log, retention: options },
      ...{ folder: options.backupFolder, at: options.backupAt, keep: options.backupKeep },
    }),
  );
  if (options.databaseUrl === undefined) {
    const control = await openControl(data, { backups, nowMs, warn });
    if (control) opened(control);
  }
  const readiness = () =>
    readinessOf({ database, brokerIsThere: () => receivers?.link.isConnected() ?? false });
  const metrics = opened(
    await startMetrics(options, {
      ...{ readiness, desk, live, nightly, database, nowMs },
      pages: () => hub.pages(),
      receivers: () => receivers,
    }),
  );
  board.onChange((change) => {
    if (change.kind === 'ticket') metrics.changed?.(change.ticket.state);
  });
  const staff = openStaff(database, nowMs);
  const machines = openMachines(database, nowMs);
  const guideCalls = opened(await openGuideCalls(storage, nowMs));
  const site = openSite(database, nowMs, options.publicUrl);
  const forecasts = openForecasts({ ...queues, database });
  const adapter = { desk, offers, nowMs };
  const evidence = opened(startEvidenceDesk({ register: live.bundle().register, database, nowMs, warn }));
  const appointments = services ? openAppointments({ database, offers, services, clock, nowMs }) : undefined;
  const { app, hub } = await createApp({
    live,
    studio,
    desk,
    forecasts,
    guideCalls,
    site,
    staff,
    machines,
    database,
    adapter,
    evidence,
    appointments,
    trustProxy: options.trustProxy,
    demonstration: () => visitor,
    walks: recordedWalks(options.walks),
    pages: around.pages,
    readiness,
    answered: metrics.answered,
    tls: certificateOf(options),
    log,
    nowMs,
  });
  opened({ close: () => app.close() });
  opened({ close: async () => hub.close() });
  await app.listen({ port: options.port, host: options.host });
  const { port } = app.server.address() as AddressInfo;
  const parts = { hub, database, machines, adapter, port };
  receivers = opened(await openReceivers({ ...parts, options, bundle, nowMs, warn }));
  const { link, mqttUrl, flushHealth, use } = receivers;
  live.onChange((published) => {
    catalogue.replace(published.services);
    use(published.register);
    evidence.follow(published.register).catch((error: Error) => warn(`beacon evidence: ${error.message}`));
    hub.published(published.version);
  });
  if (options.demo) {
    const demo = opened(await startDemo(options, { ...parts, bundle, desk, offers, link, nowMs, warn }));
    visitor = demo.visitor;
  }
  const invitation = await staff.inviteFirstAdmin();
  return { port, metricsPort: metrics.port, mqttUrl, invitation, machines, flushHealth };
}

function certificateOf({ tlsCertificate, tlsKey }: ServerOptions) {
  if (tlsCertificate === undefined || tlsKey === undefined) return undefined;
  return { cert: readFileSync(tlsCertificate), key: readFileSync(tlsKey) };
}

/** Says that a port is taken before a database is opened for nothing. Rejects as `listen` does. */
function expectFree(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
