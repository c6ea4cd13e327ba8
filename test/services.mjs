import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';

const packages = ['postgresql', 'mosquitto'];

/**
 * Whether PostgreSQL and Mosquitto are there for the tests on both databases and both brokers. On Debian as root they are installed
 * where they are missing; elsewhere the one command that installs them is printed. The tests start their own on free ports.
 */
export function ensureServices() {
  if (!arePresent()) install();
  if (arePresent()) return true;
  console.error(
    `The tests on PostgreSQL and Mosquitto need them. Install them with: sudo apt-get install -y ${packages.join(' ')}`,
  );
  return false;
}

const folder = '/usr/lib/postgresql';
const hasPostgres = () =>
  existsSync(folder) && readdirSync(folder).some((version) => existsSync(`${folder}/${version}/bin/initdb`));
const arePresent = () => hasPostgres() && existsSync('/usr/sbin/mosquitto');

function install() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log(`Installing ${packages.join(' and ')} by apt-get (once)`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio: ['ignore', 'ignore', 'inherit'], env };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options);
}
