import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type CDPSession, chromium } from '@playwright/test';
import { visit } from './soak/visit';

/**
 * Sends visitors to one kiosk page that is never opened anew, and measures after every hundred what it holds once garbage is collected.
 * `tsx test/soak.ts [--visitors 2000] [--port 9640]`; exits 1 where memory grows with the visitors.
 */
const { values } = parseArgs({
  options: {
    visitors: { type: 'string', default: '2000' },
    port: { type: 'string', default: '9640' },
    every: { type: 'string', default: '100' },
  },
});
const [visitors, port, every] = [Number(values.visitors), Number(values.port), Number(values.every)];
/** Caches and just-in-time code settle within so many visitors. */
const WARM_UP = Math.min(300, Math.floor(visitors / 4));
/** What a page may hold more after all visitors than after the first: a leak of 2 KB a visitor shows. */
const MOST_GROWTH_BYTES = 2_000 * (visitors - WARM_UP);
const MOST_MORE_NODES = 300;

interface Held {
  readonly visitor: number;
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const data = mkdtempSync(join(tmpdir(), 'daoyin-soak-'));
const server = spawn(
  process.execPath,
  ['apps/cli/bin/daoyin.js', 'serve', ...['--port', `${port}`, '--mqtt-port', `${port + 1}`, '--data', data]],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
);
const url = `http://localhost:${port}`;
let failed = false;
try {
  await untilUp();
  failed = !judge(await soak());
} finally {
  server.kill('SIGTERM');
  await new Promise((resolve) => server.once('exit', resolve));
  rmSync(data, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

async function untilUp(): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if ((await fetch(`${url}/api/health`).catch(() => undefined))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error(`No server at ${url}.`);
}

async function soak(): Promise<readonly Held[]> {
  const browser = await chromium.launch({
    executablePath: process.env.DAOYIN_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--no-sandbox',
      '--disable-background-networking',
    ],
  });
  const page = await browser.newPage({ viewport: { width: 540, height: 960 } });
  page.on('pageerror', (error) => {
    console.error(error);
    failed = true;
  });
  await page.goto(`${url}/kiosk/`);
  await page.waitForSelector('.kiosk canvas', { timeout: 120_000 });
  const cdp = await page.context().newCDPSession(page);
  const held: Held[] = [];
  const began = performance.now();
  for (let i = 0; i < visitors; i++) {
    await page.evaluate(visit, i);
    if ((i + 1) % every !== 0) continue;
    held.push(await measure(cdp, i + 1));
    print(held.at(-1)!, (performance.now() - began) / (i + 1));
  }
  await browser.close();
  return held;
}

async function measure(cdp: CDPSession, visitor: number): Promise<Held> {
  await cdp.send('Performance.enable');
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    visitor,
    heapBytes: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
  };
}

function print({ visitor, heapBytes, nodes, listeners }: Held, msEach: number): void {
  console.log(
    `${visitor} visitors: ${(heapBytes / 1e6).toFixed(1)} MB of heap, ${nodes} nodes, ${listeners} listeners; ${msEach.toFixed(0)} ms each`,
  );
}

/** Compares the last third with the first third after the warm-up, by their medians. */
function judge(held: readonly Held[]): boolean {
  const settled = held.filter(({ visitor }) => visitor > WARM_UP);
  const third = Math.max(1, Math.floor(settled.length / 3));
  const grown = (pick: (one: Held) => number) =>
    median(settled.slice(-third).map(pick)) - median(settled.slice(0, third).map(pick));
  const [bytes, nodes, listeners] = [
    grown(({ heapBytes }) => heapBytes),
    grown((one) => one.nodes),
    grown((one) => one.listeners),
  ];
  console.log(
    `grown from the first to the last third of ${visitors} visitors: ${(bytes / 1e6).toFixed(2)} MB, ${nodes} nodes, ${listeners} listeners`,
  );
  const flat = bytes < MOST_GROWTH_BYTES && nodes < MOST_MORE_NODES && listeners < MOST_MORE_NODES;
  if (!flat) console.error('The page holds more with every visitor.');
  return flat;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}
