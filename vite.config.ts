import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
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

/** A few per cent larger than at the default 11, and many times faster. */
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Puts a .br and a .gz beside each text file, so that the server sends them as they are. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle() {
      for (const name of readdirSync(outDir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg|json|webmanifest)$/.test(name)) continue;
        const bytes = readFileSync(join(outDir, name));
        writeFileSync(join(outDir, `${name}.br`), brotliCompressSync(bytes, brotli));
        writeFileSync(join(outDir, `${name}.gz`), gzipSync(bytes));
      }
    },
  };
}

/** The web apps, served below /kiosk/, /phone/ and so on; `server` and `cli` are built by apps/cli/bin/daoyin.js. */
export default defineConfig({
  root: 'apps',
  base: '/',
  plugins: [react(), precompress()],
  build: {
    outDir,
    emptyOutDir: true,
    chunkSizeWarningLimit: 1000,
    rollupOptions: { input: pages() },
  },
  server: { proxy: { '/api': { target: 'http://localhost:8080', ws: true } } },
});
