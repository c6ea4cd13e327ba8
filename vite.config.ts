import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const outDir = join(import.meta.dirname, '.build/web');

/** Every index.html below apps/: the apps themselves and their debug pages. */
function pages(): string[] {
  const apps = join(import.meta.dirname, 'apps');
  return readdirSync(apps, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('index.html') && !name.includes('node_modules'))
    .map((name) => join(apps, name));
}

/** `phone-debug-replay` for its index.html: what its scripts are called. */
const nameOf = (path: string) =>
  relative(join(import.meta.dirname, 'apps'), dirname(path)).replaceAll('/', '-');

const TEXT = /\.(js|css|html|svg|json|webmanifest)$/;

async function compressed(path: string): Promise<void> {
  const bytes = await readFile(path);
  await Promise.all([
    promisify(brotliCompress)(bytes).then((small) => writeFile(`${path}.br`, small)),
    promisify(gzip)(bytes).then((small) => writeFile(`${path}.gz`, small)),
  ]);
}

/** Puts a .br and a .gz beside each text file, so that the server sends them as they are. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    async writeBundle() {
      const names = readdirSync(outDir, { recursive: true, encoding: 'utf8' });
      await Promise.all(
        names.filter((name) => TEXT.test(name)).map((name) => compressed(join(outDir, name))),
      );
    },
  };
}

const serviceWorker = 'phone/service-worker';

/** Tells the phone's service worker which files the phone page can ask for: all that its page names, and what these name. */
function listPhoneFiles(): Plugin {
  return {
    name: 'list-phone-files',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const textOf = (name: string) => {
        const file = bundle[name];
        return file?.type === 'chunk' ? file.code : String(file?.source ?? '');
      };
      const named = new Set<string>();
      const follow = (name: string) => {
        const text = textOf(name);
        for (const other of Object.keys(bundle)) {
          const base = other.replace(/^assets\//, '');
          if (base === other || named.has(other) || !text.includes(base)) continue;
          named.add(other);
          if (/\.(js|css)$/.test(other)) follow(other);
        }
      };
      follow('phone/index.html');
      const kept = readdirSync(join(import.meta.dirname, 'apps/public/phone')).map(
        (name) => `/phone/${name}`,
      );
      const files = [...[...named].sort().map((name) => `/${name}`), ...kept];
      const version = createHash('sha256').update(files.join()).update(textOf('phone/index.html'));
      const worker = bundle[`${serviceWorker}.js`];
      if (worker?.type !== 'chunk') throw new Error(`${serviceWorker}.js is missing`);
      worker.code = worker.code
        .replaceAll('__PHONE_FILES__', JSON.stringify(files))
        .replaceAll('__PHONE_VERSION__', JSON.stringify(version.digest('hex').slice(0, 12)));
    },
  };
}

/** The web apps, served below /kiosk/, /phone/ and so on; `server` and `cli` are built by apps/cli/bin/daoyin.js. */
export default defineConfig({
  root: 'apps',
  base: '/',
  plugins: [react(), listPhoneFiles(), precompress()],
  build: {
    outDir,
    emptyOutDir: true,
    chunkSizeWarningLimit: 1000,
    modulePreload: { polyfill: false },
    rollupOptions: {
      checks: { pluginTimings: false },
      input: {
        ...Object.fromEntries(pages().map((path) => [nameOf(path), path])),
        [serviceWorker]: join(import.meta.dirname, 'apps/phone/src/offline/service-worker.ts'),
      },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            // what every page shows first in one file, not in twenty that each wait for a slow line: a browser asks for six at a time
            {
              name: 'shell',
              test: /packages\/(ui\/src\/(language|api\/(client|events|hall-news|useFeed|useHall)|guide\/(entry|goal|resolve)|map\/(areas|text-factor|useSize|view)|search|state|theme|components\/(Icon|SwitchRow|Notice|WalkerChoice|PlaceList|ErrorBoundary|LevelSwitch|Dialog)\b)|venue\/src\/(labels|window-number|coming-time)|protocol\/src\/(checks|events|ticket-guard|ticket-states|guide-call-(guard|states))|services\/src\/(ticket-number|hours\/(local-time|working-days))|geometry\/src\/(polygon|screen-box|segment)\b)|vite\/preload-helper/,
            },
            {
              name: 'phone-shell',
              test: /apps\/phone\/src\/(words\/|state|kept-trip|TopBar|wish|ticket\/holder|journey\/journey)/,
            },
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|zustand|use-sync-external-store)\/|rolldown\/runtime/,
            },
          ],
        },
        entryFileNames: ({ name }) => (name === serviceWorker ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: { proxy: { '/api': { target: 'http://localhost:8080', ws: true } } },
});
