import { resolve } from 'node:path';
import { type Log, openLog } from '../operation/log';
import type { ServerOptions } from '../options/options';
import { withoutPassword } from '../options/without-password';
import { type RunningServer, startServer } from '../server';
import { loadBundle } from '../venue';

export const serveHelp = `Usage: daoyin serve [options]

Starts the whole system on one machine: pages, API, event stream, database and MQTT broker.`;

const LONGEST_FAREWELL_MS = 10_000;

/** Runs until it is told to stop; 1 where it cannot start. */
export async function serve(options: ServerOptions, root: string): Promise<number | undefined> {
  const loaded = loadBundle(options.venue, options.beacons);
  if (!loaded.ok) return fail(loaded.message);
  const format = options.logFormat ?? (process.stderr.isTTY ? 'text' : 'json');
  const log = openLog({
    level: options.logLevel,
    format,
    write: (line) => process.stderr.write(line),
  });
  try {
    const pages = resolve(root, '.build', 'web');
    const server = await startServer(options, { ...loaded, pages, nowMs: Date.now, log });
    announce(server, options);
    log.info({ port: server.port, venue: loaded.bundle.version }, 'the server runs');
    stopWhenTold(server, log);
    endWhenBroken(log);
    return undefined;
  } catch (error) {
    return fail(reasonOf(error as NodeJS.ErrnoException & { port?: number }, options));
  }
}

function stopWhenTold(server: RunningServer, log: Log): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'the server stops');
      setTimeout(() => process.exit(0), LONGEST_FAREWELL_MS).unref(); // a database that is away must not keep it
      void server.close().finally(() => process.exit(0));
    });
  }
}

/** What nobody expected is said in the log before the process ends; whoever watches it starts it again. */
function endWhenBroken(log: Log): void {
  const end = (err: unknown) => {
    log.fatal({ err }, 'the server ends: it does not know what state it is in');
    process.exit(70);
  };
  process.once('uncaughtException', end);
  process.once('unhandledRejection', end);
}

/** For whoever started it by hand, and to copy the first admin's link. */
function announce({ port, mqttUrl, invitation }: RunningServer, options: ServerOptions): void {
  const at = `${options.tlsCertificate === undefined ? 'http' : 'https'}://localhost:${port}`;
  console.log(`导引 Daoyin is running${options.demo ? ', with a demonstration visitor' : ''}
  phone   手机    ${at}/phone/
  kiosk   触摸屏  ${at}/kiosk/
  studio  工作室  ${at}/studio/
  staff   值班台  ${at}/staff/
  receivers       ${withoutPassword(mqttUrl)}
Stop with Ctrl+C.`);
  if (invitation !== undefined)
    console.log(`  first admin     ${at}/staff/#first-admin=${invitation}   (once, within 24 hours)`);
}

function reasonOf(error: NodeJS.ErrnoException & { port?: number }, options: ServerOptions): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${error.port ?? options.port} is in use. Choose another: daoyin serve --port N`;
  if (error.code === 'EACCES') return `No permission for port ${options.port} or folder ${options.data}.`;
  if (error.code === 'ECONNREFUSED')
    return `Nothing answers at ${withoutPassword(options.databaseUrl ?? options.mqttUrl ?? '')}.`;
  return error.message;
}

function fail(message: string): number {
  process.stderr.write(`daoyin: ${message}\n`);
  return 1;
}
