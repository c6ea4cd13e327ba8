/**
 * What has to be there before Daoyin runs: the installed dependencies and the builds, made when missing or stale.
 * Plain JavaScript without dependencies, because it installs them. All that it says goes to stderr.
 */
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const buildFolder = join(root, '.build');
const say = (text) => process.stderr.write(`${text}\n`);

/** Runs `npm ci` where node_modules is missing or older than the lock file; exits with npm's words when that fails. */
export function ensureInstalled() {
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (existsSync(installed) && modified(installed) >= modified(lock)) return;
  withLock('install', () => {
    if (existsSync(installed) && modified(installed) >= modified(lock)) return;
    say('Installing dependencies (npm ci) …');
    const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: root,
      encoding: 'utf8',
    });
    if (npm.status !== 0) {
      say(`npm ci failed:\n${npm.stderr || npm.error?.message}`);
      process.exit(1);
    }
    if (existsSync(installed)) utimesSync(installed, new Date(), new Date());
  });
}

/** Builds the programs of Node, and with `web` the pages too, where their sources are newer than what was built. */
export async function ensureBuilt({ web = false } = {}) {
  const newest = newestSource();
  const wanted = web ? ['node', 'web'] : ['node'];
  for (const what of wanted) {
    if (isFresh(what, newest)) continue;
    await withLock(what, async () => {
      if (isFresh(what, newest)) return;
      say(what === 'node' ? 'Building the programs …' : 'Building the pages …');
      await (what === 'node' ? buildPrograms() : buildPages());
      mkdirSync(buildFolder, { recursive: true });
      writeFileSync(stampOf(what), String(newest));
    });
  }
}

/** The built program of an app. */
export const programOf = (app) => pathToFileURL(join(buildFolder, 'node', `${app}.js`)).href;

const stampOf = (what) => join(buildFolder, `${what}.stamp`);
const isFresh = (what, newest) => existsSync(stampOf(what)) && modified(stampOf(what)) >= newest;
const modified = (path) => statSync(path).mtimeMs;

function newestSource() {
  let newest = modified(join(root, 'vite.config.ts'));
  const visit = (folder) => {
    newest = Math.max(newest, modified(folder));
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (entry.name === 'node_modules') continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else newest = Math.max(newest, modified(path));
    }
  };
  for (const folder of ['apps', 'packages']) visit(join(root, folder));
  return newest;
}

async function buildPrograms() {
  const { build } = await import('vite');
  const apps = ['cli', 'server', 'receiver'].filter((app) =>
    existsSync(join(root, 'apps', app, 'src', 'main.ts')),
  );
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: [/^@daoyin\//] },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(buildFolder, 'node'),
      emptyOutDir: true,
      sourcemap: true,
      minify: false,
      rollupOptions: {
        input: Object.fromEntries(apps.map((app) => [app, join(root, 'apps', app, 'src', 'main.ts')])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  });
}

async function buildPages() {
  const { build } = await import('vite');
  await build({ configFile: join(root, 'vite.config.ts'), root: join(root, 'apps'), logLevel: 'error' });
}

/** Runs `work` while no other process does the same; a lock older than ten minutes is left over from one that was ended. */
function withLock(name, work) {
  mkdirSync(buildFolder, { recursive: true });
  const path = join(buildFolder, `${name}.lock`);
  const deadline = Date.now() + 600_000;
  while (!tryLock(path)) {
    if (Date.now() > deadline || (existsSync(path) && Date.now() - modified(path) > 600_000))
      rmSync(path, { force: true });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
  }
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  let result;
  try {
    result = work();
  } catch (error) {
    release();
    throw error;
  }
  if (!(result instanceof Promise)) {
    release();
    return undefined;
  }
  return result.finally(release);
}

function tryLock(path) {
  try {
    closeSync(openSync(path, 'wx'));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    return false;
  }
}
