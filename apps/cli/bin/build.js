/**
 * Builds what Node runs: the command line, the server with its threads, and the receiver; workspace packages inlined, others
 * left in node_modules. All files lie beside each other, so that a thread is found from wherever its starter went.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './prepare.js';

const input = Object.fromEntries(
  [
    ...['cli', 'server', 'receiver'].map((app) => [app, join(root, 'apps', app, 'src', 'main.ts')]),
    ['gate-thread', join(root, 'apps/server/src/studio/gate-thread.ts')],
    ['backup-thread', join(root, 'apps/server/src/backup/backup-thread.ts')],
  ].filter(([, file]) => existsSync(file)),
);
const made = join(root, '.build', 'node.next');
const kept = join(root, '.build', 'node');

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  ssr: { noExternal: [/^@daoyin\//], target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    outDir: made,
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
    reportCompressedSize: false,
    rollupOptions: {
      input,
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
rmSync(kept, { recursive: true, force: true });
renameSync(made, kept);
