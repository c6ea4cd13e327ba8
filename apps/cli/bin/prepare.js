/** Sets up a checkout: dependencies, the bundle that Node runs, the web pages. Throws an Error with one line to say. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

const buildFolder = join(root, '.build');
const nodeStamp = join(buildFolder, 'node.stamp');
const pagesStamp = join(buildFolder, 'web.stamp');
const say = (text) => process.stderr.write(`daoyin: ${text}\n`);

/** The bundle of `cli`, `server` or `receiver`; an Error where this checkout has none. */
export function bundleFile(entry) {
  const file = join(buildFolder, 'node', `${entry}.js`);
  if (!existsSync(file)) throw new Error(`there is no ${entry} in this checkout`);
  return file;
}

/** Runs `npm ci` where node_modules is missing or is not what package-lock.json says. */
export function ensureInstalled() {
  if (isInstalled()) return;
  locked('install', () => {
    if (isInstalled()) return;
    say('installing dependencies (npm ci) …');
    run('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], 'npm ci failed');
  });
}

/** Builds `.build/node` where a source is newer than it. */
export function ensureNodeBundle() {
  const sources = [
    ...sourcesBelow('packages'),
    ...['cli', 'server', 'receiver'].flatMap((app) => sourcesBelow('apps', [app])),
    join(root, 'package-lock.json'),
    join(root, 'apps/cli/bin'),
  ];
  refresh(nodeStamp, sources, 'building the command line …', ['apps/cli/bin/build.js']);
}

/** Builds the pages into `.build/web` where one of their sources is newer. */
export function ensurePages() {
  if (!existsSync(join(root, 'apps/kiosk/index.html')) && !existsSync(join(root, 'apps/phone/index.html')))
    return;
  const sources = [
    ...sourcesBelow('packages'),
    ...['kiosk', 'phone', 'staff', 'studio', 'public'].map((app) => join(root, 'apps', app)),
    join(root, 'package-lock.json'),
    join(root, 'vite.config.ts'),
  ];
  refresh(pagesStamp, sources, 'building the pages …', [
    'node_modules/vite/bin/vite.js',
    'build',
    '--logLevel',
    'warn',
  ]);
}

function sourcesBelow(folder, names = readdirSync(join(root, folder))) {
  return names.map((name) => join(root, folder, name, 'src')).filter(existsSync);
}

function refresh(stamp, sources, what, command) {
  const isFresh = () => existsSync(stamp) && newest(sources) <= statSync(stamp).mtimeMs;
  if (isFresh()) return;
  locked('build', () => {
    if (isFresh()) return;
    say(what);
    const began = new Date();
    run(process.execPath, command, 'the build failed');
    // dated to its start, so that a source saved meanwhile counts as newer
    writeFileSync(stamp, '');
    utimesSync(stamp, began, began);
  });
}

/** The time of the newest file or folder in these trees; a folder's own time tells of what was deleted. */
function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) continue;
    latest = Math.max(latest, stat.mtimeMs);
    if (!stat.isDirectory()) continue;
    const below = readdirSync(path).filter((name) => name !== 'node_modules');
    latest = Math.max(latest, newest(below.map((name) => join(path, name))));
  }
  return latest;
}

/** True where every package that the lock file asks for stands in node_modules in that version. */
function isInstalled() {
  const asked = join(root, 'package-lock.json');
  const present = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(present)) return false;
  if (statSync(present).mtimeMs >= statSync(asked).mtimeMs) return true;
  const installed = packagesOf(present);
  return Object.entries(packagesOf(asked)).every(([path, { version, link, optional, devOptional }]) => {
    if (path === '' || link || !path.includes('node_modules')) return true;
    return installed[path]?.version === version || ((optional || devOptional) && !installed[path]);
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** Runs a program in the project's folder; its stdout goes to stderr. */
function run(program, args, failure) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error) throw new Error(`${failure}: ${error.message}`);
  if (status !== 0) throw new Error(`${failure} (exit ${status}), see above`);
}

/** Keeps two commands from installing or building at once; a lock whose owner is gone does not count. */
function locked(name, work) {
  mkdirSync(buildFolder, { recursive: true });
  const lock = join(buildFolder, `${name}.lock`);
  let told = false;
  while (!taken(lock)) {
    if (!told) say('waiting for another command that is setting up …');
    told = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function taken(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isAlive(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isAlive(lock) {
  try {
    const owner = Number(readFileSync(lock, 'utf8'));
    // between its creation and its first byte a lock names nobody yet
    if (!owner) return Date.now() - statSync(lock).mtimeMs < 2000;
    process.kill(owner, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
