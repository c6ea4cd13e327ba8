#!/usr/bin/env node
/** `npm run test:faults`: sets up what the faults are made with, then makes them. Further arguments are vitest's. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, ensurePages, root } from '../../apps/cli/bin/prepare.js';
import { ensureBrowser } from '../browser.mjs';
import { ensureServices } from '../services.mjs';

ensureInstalled();
ensurePages();
const browser = ensureBrowser();
if (!ensureServices() || browser === undefined) process.exit(1);
ensureNetworks();
const { status } = spawnSync(
  join(root, 'node_modules', '.bin', 'vitest'),
  ['run', '--config', 'test/faults.config.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit', env: { ...process.env, DAOYIN_INSIST: '1', DAOYIN_CHROMIUM: browser } },
);
process.exit(status ?? 1);

/** The program that splits networks; where it cannot be had, those tests say so and are left out. */
function ensureNetworks() {
  const has = ['/usr/sbin/ip', '/sbin/ip'].some(existsSync);
  if (has || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log('Installing iproute2 by apt-get (once)');
  const options = { stdio: ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-qq'], options);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'iproute2'], options);
}
