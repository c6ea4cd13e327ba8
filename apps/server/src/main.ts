import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readOptions, type ServerOptions } from './options';
import { startServer } from './server';
import { loadBundle } from './venue';

/** `.build/node/server.js` stands two folders below the project. */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');
const say = (text: string) => process.stderr.write(`${text}\n`);

const wanted = readOptions(
  process.argv.slice(2).filter((argument) => argument !== 'serve'),
  process.env,
  root,
);
if (wanted.kind === 'help') console.log(wanted.text);
else if (wanted.kind === 'wrong') fail(wanted.message);
else await serve(wanted.options);

async function serve(options: ServerOptions): Promise<void> {
  const loaded = loadBundle(options.venue, options.beacons);
  if (!loaded.ok) return fail(loaded.message);
  try {
    const server = await startServer(options, {
      bundle: loaded.bundle,
      pages: resolve(root, '.build', 'web'),
      nowMs: Date.now,
      warn: (message) => say(`warning: ${message}`),
    });
    announce(server.port, server.mqttUrl, options);
    if (server.invitation !== undefined) invite(server.port, server.invitation);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        void server.close().finally(() => process.exit(0));
      });
    }
  } catch (error) {
    fail(reasonOf(error as NodeJS.ErrnoException & { port?: number }, options));
  }
}

function announce(port: number, mqttUrl: string, options: ServerOptions): void {
  const at = `http://localhost:${port}`;
  console.log(`导引 Daoyin is running${options.demo ? ', with a demonstration visitor' : ''}
  phone   手机    ${at}/phone/
  kiosk   触摸屏  ${at}/kiosk/
  receivers       ${mqttUrl}
Stop with Ctrl+C.`);
}

function invite(port: number, token: string): void {
  console.log(
    `  first admin     http://localhost:${port}/staff/#first-admin=${token}   (once, within 24 hours)`,
  );
}

function reasonOf(error: NodeJS.ErrnoException & { port?: number }, options: ServerOptions): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${error.port ?? options.port} is in use. Choose another: daoyin serve --port N`;
  if (error.code === 'EACCES') return `No permission for port ${options.port} or folder ${options.data}.`;
  if (error.code === 'ECONNREFUSED') return `Nothing answers at ${options.databaseUrl ?? options.mqttUrl}.`;
  return error.message;
}

function fail(message: string): void {
  say(`daoyin: ${message}`);
  process.exit(1);
}
