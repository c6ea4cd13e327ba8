import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { median } from '@daoyin/geometry';
import { type CDPSession, chromium, type Page } from '@playwright/test';
import { countGpuObjects, drawNoPixels, type GpuHeld } from './soak/gpu';
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
/** Textures and geometries of what happens to be shown when it is measured; a leak of one in a hundred visitors shows. */
const MOST_MORE_ON_GPU = (visitors - WARM_UP) / 100;

interface Held {
  readonly visitor: number;
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly gpu: GpuHeld;
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
  for (let tries = 0; tries < 900; tries++) {
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
      '--disable-gpu-compositing', // Chromium's own drawing, which takes four times as long by SwiftShader
      '--disable-gpu-rasterization',
      '--no-sandbox',
      '--disable-background-networking',
    ],
  });
  // A kiosk's size, at a quarter of its pixels each way: drawn by the processor they would take the time of the visits.
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 }, deviceScaleFactor: 0.25 });
  page.on('pageerror', (error) => {
    console.error(error);
    failed = true;
  });
  // What tsx wraps every function in; functions that are sent to the page need it there.
  await page.addInitScript('globalThis.__name = (named) => named');
  await page.addInitScript(countGpuObjects);
  await page.addInitScript(drawNoPixels);
  await page.goto(`${url}/kiosk/`);
  await page.waitForSelector('.kiosk canvas', { timeout: 120_000 });
  const cdp = await page.context().newCDPSession(page);
  const held: Held[] = [];
  const began = performance.now();
  for (let i = 0; i < visitors; i++) {
    await page.evaluate(visit, i);
    if ((i + 1) % every !== 0) continue;
    const now = await measure(page, cdp, i + 1);
    if (now.gpu.vertexArrays === 0) throw new Error('The hall was never drawn: what is held says nothing.');
    held.push(now);
    print(now, (performance.now() - began) / (i + 1));
  }
  await browser.close();
  return held;
}

async function measure(page: Page, cdp: CDPSession, visitor: number): Promise<Held> {
  await cdp.send('Performance.enable');
  for (let i = 0; i < 3; i++) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    visitor,
    heapBytes: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    gpu: await page.evaluate(() => window.gpuHeld()),
  };
}

function print({ visitor, heapBytes, nodes, listeners, gpu }: Held, msEach: number): void {
  const { contexts, textures, vertexArrays, buffers, programs } = gpu;
  console.log(
    `${visitor} visitors: ${(heapBytes / 1e6).toFixed(1)} MB of heap, ${nodes} nodes, ${listeners} listeners; GPU: ${contexts} context, ` +
      `${textures} textures, ${vertexArrays} geometries, ${buffers} buffers, ${programs} programs; ${msEach.toFixed(0)} ms each`,
  );
}

/** Compares the last quarter with the first quarter after the warm-up, by their medians. */
function judge(held: readonly Held[]): boolean {
  const settled = held.filter(({ visitor }) => visitor > WARM_UP);
  const quarter = Math.max(1, Math.floor(settled.length / 4));
  const grown = (pick: (one: Held) => number) =>
    median(settled.slice(-quarter).map(pick)) - median(settled.slice(0, quarter).map(pick));
  const bytes = grown(({ heapBytes }) => heapBytes);
  const page = [grown((one) => one.nodes), grown((one) => one.listeners)] as const;
  const gpu = [grown((one) => one.gpu.textures), grown((one) => one.gpu.vertexArrays)] as const;
  console.log(
    `grown from the first to the last quarter of ${visitors} visitors: ${(bytes / 1e6).toFixed(2)} MB, ${page[0]} nodes, ${page[1]} listeners, ` +
      `${gpu[0]} textures, ${gpu[1]} geometries`,
  );
  const flat =
    bytes < MOST_GROWTH_BYTES &&
    page.every((more) => more < MOST_MORE_NODES) &&
    gpu.every((more) => more <= MOST_MORE_ON_GPU);
  if (!flat) console.error('The page holds more with every visitor.');
  return flat;
}
