import { loadavg } from 'node:os';
import { median, quantile } from '@daoyin/geometry';
import type { Browser } from '@playwright/test';
import type {} from './studio/drag';
import { onStudioPage } from './studio/open';

/**
 * The accuracy map while a beacon of the sample hall (600 on three storeys, squares of 1 m) is dragged by the pointer in a browser:
 * `tsx bench/studio-drag.ts`. Prints the clock's milliseconds from a move to the frame that shows its map, the CPU time of the page and its
 * worker for each, the machine's load, and what all beacons anew take in the same run.
 */
const MOVES = 120;
const BETWEEN_MS = 33; // a hand that moves on
const RADIUS = 60; // CSS pixels
const BEACON = 'B060';
await onStudioPage({ port: 9475, page: 'drag.html' }, async (page, browser) => {
  await page.waitForFunction(() => window.drag !== undefined, undefined, { timeout: 120_000 });
  const cpuBefore = await cpuSeconds(browser);
  const anewMs = await page.evaluate(() => window.drag.anewMs);
  const cpuAnew = (await cpuSeconds(browser)) - cpuBefore;
  const { left, top } = await page.evaluate((id) => window.drag.place(id), BEACON);
  await page.mouse.move(left, top);
  await page.mouse.down();
  const cpuStart = await cpuSeconds(browser);
  for (let i = 1; i <= MOVES; i++) {
    const turn = (2 * Math.PI * i) / MOVES;
    await page.mouse.move(left + RADIUS * Math.sin(turn), top + RADIUS * (1 - Math.cos(turn)));
    await page.waitForTimeout(BETWEEN_MS);
  }
  await page.waitForTimeout(500);
  const cpu = (await cpuSeconds(browser)) - cpuStart;
  const times = await page.evaluate(() => window.drag.times);
  await page.mouse.up();
  const [mid, high] = [median(times), quantile(times, 0.95)].map((ms) => ms.toFixed(0));
  const within = ((100 * times.filter((ms) => ms <= 100).length) / times.length).toFixed(0);
  console.log(`${MOVES} moves, ${times.length} maps shown; load of the machine ${loadavg()[0]!.toFixed(1)}`);
  console.log(`clock from a move to its map: median ${mid} ms, 95 % ${high} ms, ${within} % within 100 ms`);
  console.log(`CPU of the page and its worker: ${((1000 * cpu) / times.length).toFixed(0)} ms a map`);
  console.log(`all anew: ${anewMs.toFixed(0)} ms on the clock, ${(1000 * cpuAnew).toFixed(0)} ms of CPU`);
});

/** Of all pages of a browser so far. */
async function cpuSeconds(of: Browser): Promise<number> {
  const session = await of.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
