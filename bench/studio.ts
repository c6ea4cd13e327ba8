import { fileURLToPath } from 'node:url';
import { median, quantile } from '@daoyin/geometry';
import { chromium, type Page } from '@playwright/test';
import { createServer } from 'vite';
import type {} from './studio/main';

/**
 * Panning the studio's plan with 600 beacons and 5,000 features: `tsx bench/studio.ts`. Prints milliseconds of JavaScript a
 * frame, against painting every feature in view at each frame, in one browser and one run. Times are compared, never gated.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const FRAMES = 300;
const BUDGET_MS = 1000 / 60;
const server = await createServer({
  root: `${root}bench/studio`,
  configFile: false,
  logLevel: 'error',
  cacheDir: `${root}.build/vite-bench-studio`,
  server: { port: 9474, host: '127.0.0.1', fs: { strict: false }, hmr: false, watch: null },
});
await server.listen();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('pageerror', (error) => console.error(`page error: ${error.message}`));
  await page.goto('http://127.0.0.1:9474/');
  await page.waitForFunction(() => window.pan !== undefined, undefined, { timeout: 120_000 });
  const tiles = await measure(page, true);
  const naive = await measure(page, false);
  console.log(`painting all / tiles: ${(median(naive) / median(tiles)).toFixed(1)} × the script`);
} finally {
  await browser.close();
  await server.close();
}

async function measure(page: Page, still: boolean): Promise<readonly number[]> {
  const times = await page.evaluate(([frames, tiled]) => window.pan(frames, tiled), [FRAMES, still] as const);
  const within = times.filter((ms) => ms <= BUDGET_MS).length / times.length;
  const name = still ? 'tiles' : 'all  ';
  const [mid, high] = [median(times), quantile(times, 0.95)].map((ms) => ms.toFixed(2));
  console.log(
    `${name} ${times.length} frames: median ${mid} ms, 95 % ${high} ms, ${(100 * within).toFixed(1)} % within 16.7 ms`,
  );
  return times;
}
