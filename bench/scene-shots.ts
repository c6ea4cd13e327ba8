import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { createServer } from 'vite';

/**
 * Pictures of the scene's debug page, to be looked at: `tsx bench/scene-shots.ts OUT [name part]`.
 * Each shot is a name, a viewport and a query of apps/phone/debug/scene.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const hall = `/@fs${process.env.DAOYIN_DATA ?? `${root}../shared/data`}/hall/venue`;
const sample = `/@fs${root}floorplans/zhongshan`;
const PHONE = { width: 390, height: 844, ratio: 2 };
const KIOSK = { width: 1080, height: 1920, ratio: 1 };
const LAPTOP = { width: 1440, height: 900, ratio: 1 };

type Shot = readonly [
  name: string,
  size: typeof PHONE,
  query: string,
  act?: (page: Page) => Promise<unknown>,
];

const zoom = (x: number, y: number, level: string, distance: number) => (page: Page) =>
  page.evaluate(([px, py, on, far]) => window.scene.handle?.flyTo({ x: px, y: py, level: on }, far), [
    x,
    y,
    level,
    distance,
  ] as const);

const SHOTS: readonly Shot[] = [
  ['phone-stack', PHONE, `venue=${sample}&from=50,8,1F&window=180`],
  ['laptop-2F-route', LAPTOP, `venue=${sample}&level=2F&from=50,8,1F&window=180`],
  ['laptop-near-dark', LAPTOP, `venue=${sample}&level=2F&theme=dark`, zoom(20, 10, '2F', 60)],
  ['laptop-near', LAPTOP, `venue=${sample}&level=1F&window=32&from=50,8,1F`, zoom(30, 24, '1F', 40)],
  ['laptop-1F', LAPTOP, `venue=${sample}&level=1F`],
  ['laptop-2F-dark', LAPTOP, `venue=${sample}&level=2F&theme=dark`],
  ['laptop-stack-route', LAPTOP, `venue=${sample}&from=50,5,1F&window=180`],
  ['laptop-close', LAPTOP, `venue=${sample}&level=1F`, zoom(30, 30, '1F', 26)],
  ['laptop-middle', LAPTOP, `venue=${sample}&level=1F`, zoom(50, 30, '1F', 70)],
  ['phone-1F', PHONE, `venue=${sample}&level=1F&from=50,5,1F&window=32&at=50,12,1F,4&heading=1.57`],
  [
    'phone-follow',
    PHONE,
    `venue=${sample}&level=1F&from=50,5,1F&window=32&at=50,12,1F,4&heading=1.57&follow`,
  ],
  ['kiosk-1F', KIOSK, `labels=1.5&venue=${sample}&level=1F&here=50,8,1F&window=32&from=50,8,1F`],
  ['kiosk-stack', KIOSK, `labels=1.4&venue=${sample}&here=50,8,1F&window=180&from=50,8,1F`],
  ['hall-1F', LAPTOP, `venue=${hall}&level=1F&beacons=/@fs${root}../shared/data/hall/beacons.json`],
];

const [out = '/tmp/scene/shots', part = ''] = process.argv.slice(2);
mkdirSync(out, { recursive: true });
const server = await createServer({
  root: `${root}apps`,
  configFile: false,
  plugins: [react()],
  logLevel: 'warn',
  cacheDir: `${root}.build/vite-scene`,
  server: { port: 9471, host: '127.0.0.1', fs: { strict: false }, hmr: false, watch: null },
});
await server.listen();
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--no-sandbox',
    '--disable-background-networking',
  ],
});
for (const [name, size, query, act] of SHOTS.filter(([name]) =>
  part.split(',').some((p) => name.includes(p)),
)) {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: size.ratio });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) console.log(name, message.text().slice(0, 300));
  });
  page.on('pageerror', (error) => console.log(name, String(error).slice(0, 600)));
  await page.goto(`http://127.0.0.1:9471/phone/debug/scene/index.html?still&${query}`);
  await page
    .waitForFunction(() => (window.scene?.frames.length ?? 0) > 1, undefined, { timeout: 60_000 })
    .catch(() => undefined);
  await act?.(page);
  await page.waitForTimeout(1500);
  await page.screenshot({ path: `${out}/${name}.png` });
  const stats = await page.evaluate(() => window.scene?.frames.at(-1)).catch(() => undefined);
  console.log(name, JSON.stringify(stats));
  await page.close();
}
await browser.close();
await server.close();
