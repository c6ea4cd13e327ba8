/**
 * When the phone's first screen can be used on a slow line and a slow phone: `npx tsx bench/phone-load.ts [--runs 5]`. Serves the built
 * pages (`npm start` builds them once), opens them in Chromium at 1.6 Mbit/s and 150 ms with a CPU four times slower, nothing kept, and
 * prints when one can type, when the plan has come, and where the time goes. A figure of this machine: see its load beside it.
 */

import { loadavg } from 'node:os';
import { median } from '@daoyin/geometry';
import { type Browser, chromium } from '@playwright/test';
import { startHall } from '../test/e2e/hall';

const RUNS = Number(process.argv[process.argv.indexOf('--runs') + 1] || 5) || 5;
const LINE = { latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
const SLOWER = 4;
const PROMISE_MS = 2500;

/** As a text: what tsx makes of functions does not run in a page. */
const WATCH = `
  const seen = (window.seen = {});
  const look = () => {
    if (document.querySelector('#entry')) seen.field ??= performance.now();
    if (document.querySelector('.tile')) seen.plan ??= performance.now();
    if (!seen.plan) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  document.addEventListener('input', () => (seen.typed ??= performance.now()));
`;

/** Milliseconds from the page's own start: by when the field stood, took a letter, and the plan's tiles stood. */
async function measure(browser: Browser, address: string) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', { offline: false, ...LINE });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.addInitScript({ content: WATCH });
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('#entry').waitFor();
  const { metrics } = await session.send('Performance.getMetrics');
  // Chromium slows a thread by making it spin, so that its time is the slow phone's
  const cpu = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  await page.locator('#entry').fill('3');
  await page.locator('.tile').first().waitFor({ timeout: 60_000 });
  const result = await page.evaluate(() => {
    const { seen } = window as unknown as { seen: Record<string, number> };
    const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
    const needed = scripts.filter((one) => (one as PerformanceResourceTiming).responseEnd <= seen.field!);
    const came = Math.max(...needed.map((one) => (one as PerformanceResourceTiming).responseEnd));
    return { scripts: came, field: seen.field!, typed: seen.typed!, plan: seen.plan! };
  });
  await context.close();
  return { ...result, cpu };
}

const hall = await startHall();
const browser = await chromium.launch({
  executablePath: process.env.DAOYIN_CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
});
try {
  const runs: Awaited<ReturnType<typeof measure>>[] = [];
  for (let i = 0; i < RUNS; i++) runs.push(await measure(browser, `${hall.at}/phone/`));
  for (const name of ['scripts', 'field', 'typed', 'plan', 'cpu'] as const) {
    const all = runs.map((run) => run[name]);
    console.log(
      `${name.padEnd(8)} median ${median(all).toFixed(0)} ms, least ${Math.min(...all).toFixed(0)}, most ${Math.max(...all).toFixed(0)}`,
    );
  }
  const [scripts, field, cpu] = (['scripts', 'field', 'cpu'] as const).map((name) =>
    median(runs.map((run) => run[name])),
  ) as [number, number, number];
  console.log(
    `the field stood after ${field.toFixed(0)} ms on this machine, whose load is ${loadavg()[0]!.toFixed(1)}; ` +
      `where nothing else runs at most: line ${scripts.toFixed(0)} + the page's own processor time, slowed, ${cpu.toFixed(0)} = ` +
      `${(scripts + cpu).toFixed(0)} ms, promised ${PROMISE_MS}`,
  );
} finally {
  await browser.close();
  await hall.close();
}
