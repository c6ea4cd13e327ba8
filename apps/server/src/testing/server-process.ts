/**
 * The server as a process of its own, to be killed or loaded: `server-process FOLDER small|sample ADDRESS [MACHINE]`. Prints one line of JSON
 * when it listens; the sample hall comes with the built pages.
 */
import { resolve } from 'node:path';
import { startServer } from '../server';
import { loadBundle } from '../venue';
import { freshDatabase } from './fresh-database';
import { smallHall, testOptions } from './hall';
import { silentLog } from './silent';

const [folder, hall, address, enrol] = process.argv.slice(2);
if (folder === undefined || address === undefined)
  throw new Error('Usage: server-process FOLDER small|sample ADDRESS [MACHINE]');
const options = testOptions(folder, ['--trust-proxy', '--host', address], process.env);
if (options.databaseUrl === undefined) await freshDatabase(options.data);
const server = await startServer(options, {
  bundle: hall === 'sample' ? sampleHall() : smallHall,
  pages: hall === 'sample' ? resolve('.build/web') : folder,
  nowMs: Date.now,
  log: silentLog,
});
const secret = enrol && (await server.machines.enrol('test', { id: enrol, kind: 'calls' }));
const { port, metricsPort, mqttUrl, invitation } = server;
console.log(JSON.stringify({ port, metricsPort, mqttUrl, invitation, secret }));

/** The sample hall, open round the clock. */
function sampleHall() {
  const loaded = loadBundle('floorplans/zhongshan', 'beacons.json');
  if (!loaded.ok) throw new Error(loaded.message);
  const { services } = loaded.bundle;
  const hours = { ...services!.hours, regular: '24/7' };
  return { ...loaded.bundle, services: { ...services!, hours } };
}
