import { fileURLToPath } from 'node:url';
import type { FrameStats } from '@daoyin/scene';
import { chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';
import type {} from './scene/main';

/**
 * The scene against a naive mesh-per-thing scene of @react-three/fiber, in one browser and one run: `tsx bench/scene.ts`.
 * Prints draw calls, triangles and milliseconds of JavaScript a frame; then what must hold (at most 60 calls, no frame at rest,
 * nothing left behind by 1,000 routes, a lost context restored) and exits 1 where it does not. Times are compared, never gated.
 * `--open` serves the same page to look at, in any browser, with the figures of both beside one another.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const port = Number(process.env.BENCH_PORT ?? 9473);
const server = await createServer({
  root: `${root}bench/scene`,
  configFile: false,
  plugins: [react()],
  logLevel: 'error',
  cacheDir: `${root}.build/vite-bench`,
  server: { port, host: '127.0.0.1', fs: { strict: false }, hmr: false, watch: null },
});
await server.listen();
const address = `http://127.0.0.1:${port}/?venue=/@fs${root}floorplans/zhongshan&beacons=/@fs${root}beacons.json`;
if (process.argv.includes('--open')) {
  console.log(`Open ${address}&panel in a browser; stop with Ctrl+C.`);
  await new Promise(() => undefined);
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--no-sandbox',
    '--disable-background-networking',
  ],
});
/** Times are never gated: a busy machine is waited for. */
const PATIENCE_MS = 600_000;
const failures: string[] = [];
let measured: readonly FrameStats[] = [];
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('pageerror', (error) => failures.push(`page error: ${error.message}`));
  await page.goto(address);
  await page.waitForFunction(() => window.bench !== undefined);
  await hall(page);
  await page.evaluate(() => {
    window.bench.hide();
    window.bench.show('naive');
  });
  await page.waitForFunction(() => window.bench.frames.length > 60);
  const [ours, peer] = [measured, (await frames(page)).slice(20)];
  print('naive', peer);
  const ratio = (pick: (stats: FrameStats) => number) => (median(peer, pick) / median(ours, pick)).toFixed(1);
  console.log(`naive / hall: ${ratio((s) => s.calls)} × the calls, ${ratio((s) => s.scriptMs)} × the script`);
} finally {
  await browser.close();
  await server.close();
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

async function hall(page: Page): Promise<void> {
  await page.evaluate(() => window.bench.show('hall'));
  await rest(page);
  const still = (await frames(page)).length;
  await page.waitForTimeout(4000);
  check('no frame while nothing changes', (await frames(page)).length - still, (n) => n === 0);
  await page.evaluate(async () => {
    window.bench.frames.length = 0;
    // As many frames as it takes: a busy machine draws few of them.
    for (let i = 0; i < 40 || window.bench.frames.length < 40; i++) {
      window.bench.handle?.rotateBy(0.06);
      await new Promise((done) => setTimeout(done, 60));
    }
  });
  const moving = await frames(page);
  measured = moving;
  print('hall', moving);
  check('at most 60 draw calls', Math.max(...moving.map(({ calls }) => calls)), (n) => n <= 60);
  await manyRoutes(page);
  await lostContext(page);
}

async function manyRoutes(page: Page): Promise<void> {
  const change = (count: number, drawn = false) =>
    page.evaluate(
      async ([n, waits]) => {
        const { frames, routes, levels, set } = window.bench;
        for (let i = 0; i < n; i++) {
          const route = routes[i % routes.length]!;
          const before = frames.length;
          set({
            route,
            highlightWindow: route.destination.window,
            level: i % 50 === 0 ? levels[(i / 50) % levels.length] : undefined,
          });
          let waited = 0;
          do await new Promise((done) => setTimeout(done, 8));
          while (waits && frames.length < before + 2 && waited++ < 300);
        }
        set({ route: routes[0], highlightWindow: undefined, level: undefined });
      },
      [count, drawn] as const,
    );
  // Each is drawn once: what is shared by all that go over storeys is made when the first of them is seen.
  await change(120, true);
  const before = await settled(page);
  await change(1000);
  const after = await settled(page);
  check('textures left behind by 1,000 routes', after.textures - before.textures, (n) => n === 0);
  check('geometries left behind by 1,000 routes', after.geometries - before.geometries, (n) => n === 0);
}

async function lostContext(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const extension = document
      .querySelector('canvas')!
      .getContext('webgl2')!
      .getExtension('WEBGL_lose_context')!;
    extension.loseContext();
    await new Promise((done) => setTimeout(done, 800));
    extension.restoreContext();
    window.bench.frames.length = 0;
  });
  const { calls } = await settled(page);
  check('draw calls after a lost context came back', calls, (n) => n > 10);
}

/** The figures of a frame drawn after everything has come to rest and what is not used any more is freed. */
async function settled(page: Page): Promise<FrameStats> {
  await rest(page);
  await page.evaluate(() => window.bench.handle?.zoomBy(1.01));
  await rest(page);
  const last = (await frames(page)).at(-1);
  return last ?? { calls: 0, triangles: 0, textures: 0, geometries: 0, scriptMs: 0, labels: 0 };
}

/** Waits until five seconds pass without a frame: on a busy machine the shade of the last storey comes late. */
async function rest(page: Page): Promise<void> {
  let [last, still] = [-1, 0];
  for (let i = 0; i < 60 && still < 2; i++) {
    const now = (await frames(page)).length;
    still = now === last ? still + 1 : 0;
    last = now;
    await page.waitForTimeout(2500);
  }
}

function frames(page: Page): Promise<FrameStats[]> {
  return page.evaluate(() => window.bench.frames);
}

function print(name: string, list: readonly FrameStats[]): void {
  const times = list.map(({ scriptMs }) => scriptMs).sort((a, b) => a - b);
  const mean = times.reduce((sum, t) => sum + t, 0) / times.length;
  const sd = Math.sqrt(times.reduce((sum, t) => sum + (t - mean) ** 2, 0) / times.length);
  const { calls, triangles, textures, geometries, labels } = list.at(-1)!;
  const median = times[times.length >> 1]!;
  console.log(
    `${name}: ${calls} calls, ${triangles} triangles, ${textures} textures, ${geometries} geometries, ${labels} labels; ` +
      `script a frame: min ${times[0]!.toFixed(2)}, median ${median.toFixed(2)}, mean ${mean.toFixed(2)} ± ${sd.toFixed(2)} ms of ${times.length} frames`,
  );
}

function median(list: readonly FrameStats[], pick: (stats: FrameStats) => number): number {
  return list.map(pick).sort((a, b) => a - b)[list.length >> 1]!;
}

function check(what: string, value: number, holds: (value: number) => boolean): void {
  console.log(`${what}: ${value}`);
  if (!holds(value)) failures.push(`Does not hold: ${what} (${value}).`);
}
