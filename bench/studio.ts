import { median, quantile } from '@daoyin/geometry';
import type { Page } from '@playwright/test';
import type {} from './studio/main';
import { onStudioPage } from './studio/open';

/**
 * Panning the studio's plan with 600 beacons and 5,000 features: `tsx bench/studio.ts`. Prints milliseconds of JavaScript a
 * frame, against painting every feature in view at each frame, in one browser and one run. Times are compared, never gated.
 */
const FRAMES = 300;
const BUDGET_MS = 1000 / 60;
await onStudioPage({ port: 9474, page: '' }, async (page) => {
  await page.waitForFunction(() => window.pan !== undefined, undefined, { timeout: 120_000 });
  const tiles = await measure(page, true);
  const naive = await measure(page, false);
  console.log(`painting all / tiles: ${(median(naive) / median(tiles)).toFixed(1)} × the script`);
});

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
