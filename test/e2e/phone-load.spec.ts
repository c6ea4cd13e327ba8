import { expect, type Page, test } from '@playwright/test';
import { startHall, type TestHall } from './hall';

let hall: TestHall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall?.close());

const FIRST_KB = 110;
const SOLID_KB = 260;

interface Script {
  readonly name: string;
  readonly bytes: number;
}

/** The scripts that a page asks for, as they come over the line. */
function scriptsOf(page: Page): readonly Script[] {
  const scripts: Script[] = [];
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (!pathname.endsWith('.js') || response.fromServiceWorker()) return;
    const { 'content-encoding': encoding, 'content-length': length } = response.headers();
    expect(encoding, pathname).toBe('br');
    scripts.push({ name: pathname, bytes: Number(length) });
  });
  return scripts;
}

const kb = (scripts: readonly Script[]) => scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
const isWorker = ({ name }: Script) => name.includes('worker-');

test('the phone page loads at most 110 KB of scripts before 3D, and 3D at most 260 KB more', async ({
  browser,
  request,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const scripts = scriptsOf(page);
  await page.goto(`${hall.at}/phone/`);
  await expect(page.locator('#entry')).toBeVisible();
  const shown = [...scripts];
  // what leads comes by itself right behind the first screen, and counts
  for (const part of ['GuideScreen', 'HallMap', 'FlatPlan'])
    await expect.poll(() => scripts.some(({ name }) => name.includes(part)), part).toBe(true);
  await page.waitForLoadState('networkidle');
  const first = scripts.filter((script) => !isWorker(script));
  expect(first.length).toBeGreaterThan(1);
  const { venue } = await (await request.get(`${hall.at}/api/venue`)).json();
  const { x, y, level } = venue.windows.at(-1).at;
  await page.goto(`${hall.at}/phone/?window=32#from=${x},${y},${level}`);
  await page.reload();
  await expect(page.getByTestId('distance-left')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('canvas')).toBeVisible({ timeout: 60_000 });
  const names = new Set(first.map(({ name }) => name));
  const later = new Map(
    scripts.filter(({ name }) => !names.has(name)).map((script) => [script.name, script]),
  );
  const workers = [...later.values()].filter(isWorker);
  const solid = [...later.values()].filter((script) => !isWorker(script));
  console.log(
    `scripts, KB brotli: first screen ${kb(shown).toFixed(1)}, all before 3D ${kb(first).toFixed(1)}, 3D ${kb(solid).toFixed(1)}, guide worker beside the page ${kb(workers).toFixed(1)}`,
  );
  expect(kb(first)).toBeLessThanOrEqual(FIRST_KB);
  expect(kb(solid)).toBeLessThanOrEqual(SOLID_KB);
  await context.close();
});

test('on a slow line and a slow phone the first screen can be used, and the figure is told', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6e6 / 8) | 0,
    uploadThroughput: (0.75e6 / 8) | 0,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const began = Date.now();
  await page.goto(`${hall.at}/phone/`, { waitUntil: 'commit' });
  await page.locator('#entry').fill('3');
  const usable = Date.now() - began;
  await expect(page.locator('#entry')).toHaveValue('3');
  await expect(page.locator('.tile').first()).toBeVisible();
  const whole = Date.now() - began;
  console.log(
    `first screen usable at 1.6 Mbit/s, 150 ms and a CPU four times slower: ${usable} ms, with the hall's plan ${whole} ms`,
  );
  await context.close();
});
