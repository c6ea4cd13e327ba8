/** Builds the mini program into .build/miniprogram, to be opened in WeChat's developer tools. */
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const here = import.meta.dirname;
const to = join(here, '../../.build/miniprogram');

rmSync(to, { recursive: true, force: true });
mkdirSync(to, { recursive: true });
cpSync(join(here, 'static'), to, { recursive: true });
await build({
  entryPoints: { app: join(here, 'src/app.ts'), 'pages/walk/walk': join(here, 'src/walk.ts') },
  outdir: to,
  bundle: true,
  format: 'cjs',
  // what WeChat's oldest engines that discover beacons can read
  target: 'es2017',
  logLevel: 'warning',
});
console.log(`the mini program is in ${to}`);
