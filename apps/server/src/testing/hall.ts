import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { VenueBundle } from '@daoyin/protocol';
import { emptyVenue } from '@daoyin/venue';
import type { Log } from '../operation/log';
import { readOptions, type ServerOptions } from '../options/options';
import { type RunningServer, startServer } from '../server';
import { freshDatabase } from './fresh-database';
import { silentLog } from './silent';

export const uuid = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';
const label = (en: string) => ({ en });
const item = (id: string, windows: readonly string[], series: string) => ({
  id,
  name: label(id),
  departmentId: 'd',
  windows,
  series,
  bring: [],
  steps: [],
  selfService: false,
  atStations: false,
});

/** A hall of two queues and three windows that never closes. */
export const smallHall: VenueBundle = {
  version: 'v1',
  venue: { ...emptyVenue, id: 'hall', name: label('Hall'), origin: [113, 22] },
  register: {
    venue: 'hall',
    beacons: [{ id: 'B001', uuid, major: 1, minor: 1, height: 3, measuredPowerDbm: -59, status: 'active' }],
  },
  services: {
    venue: 'hall',
    departments: [],
    areas: [],
    windows: [],
    series: [
      { letter: 'A', name: label('General'), windows: ['1', '2'] },
      { letter: 'B', name: label('Tax'), windows: ['3'] },
    ],
    items: [item('passport', ['1', '2'], 'A'), item('tax', ['3'], 'B')],
    themes: [
      {
        id: 'shop',
        name: label('Shop'),
        steps: [
          { name: label('Licence'), windows: ['1', '2'] },
          { name: label('Tax'), windows: ['3'] },
        ],
      },
    ],
    hours: { regular: '24/7', extended: '', selfService: '24/7', stations: '' },
    process: [],
    stations: [],
    holidays: [],
    doors: [],
  },
};

export interface TestServer extends RunningServer {
  /** `http://127.0.0.1:port`. */
  readonly at: string;
  readonly folder: string;
}

export function testOptions(folder: string, args: readonly string[], env: NodeJS.ProcessEnv): ServerOptions {
  const read = readOptions(
    ['--port', '0', '--host', '127.0.0.1', '--mqtt-port', '0', '--data', folder, ...args],
    env,
    folder,
  );
  if (read.kind !== 'run') throw new Error(JSON.stringify(read));
  return read.options;
}

/** The whole server on free ports and a scratch folder, for one hall. */
export async function startTestServer(
  around: {
    readonly bundle?: VenueBundle;
    readonly env?: NodeJS.ProcessEnv;
    readonly nowMs?: () => number;
    readonly args?: readonly string[];
    readonly log?: Log;
  } = {},
): Promise<TestServer> {
  const { bundle = smallHall, env = {}, nowMs = Date.now, args = [], log = silentLog } = around;
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-server-'));
  const options = testOptions(folder, args, env);
  if (options.databaseUrl === undefined) await freshDatabase(options.data);
  const server = await startServer(options, {
    bundle,
    pages: join(folder, 'no-pages'),
    nowMs,
    log,
  });
  return {
    ...server,
    folder,
    at: `http://127.0.0.1:${server.port}`,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
