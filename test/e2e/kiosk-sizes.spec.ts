import { expect, type Page, test } from '@playwright/test';
import { flatBrowser } from './flat';
import { startHall, type TestHall } from './hall';
import { dock, openKiosk, sizes, tab, typeNumber } from './kiosk';

test.use({ launchOptions: flatBrowser });

let hall: TestHall;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  hall = await startHall({ PUBLIC_URL: 'http://hall.example.cn' });
});
test.afterAll(() => hall?.close());

/** Results of a search that stand on the page at least: as it comes, and with all that is touched low. */
const RESULTS = { usual: 6, low: 4 };
const LOW_REACH = 7;

/** What of the rows of a list an edge cuts: a row that shows, but not the whole of it. Must stand alone: it is sent to the page as text. */
function cutRows(selector: string): readonly string[] {
  return [...document.querySelectorAll<HTMLElement>(selector)].flatMap((row) => {
    const own = row.getBoundingClientRect();
    let [top, bottom] = [own.top, own.bottom];
    for (let box = row.parentElement; box !== null; box = box.parentElement) {
      const { overflowY, clipPath } = getComputedStyle(box);
      if (overflowY === 'visible' && clipPath === 'none') continue;
      const edges = box.getBoundingClientRect();
      const [above = 0, , below = 0] = (/inset\((.*)\)/.exec(clipPath)?.[1] ?? '')
        .split(' ')
        .map((part) => Number.parseFloat(part) || 0);
      top = Math.max(top, edges.top + above);
      bottom = Math.min(bottom, edges.bottom - below);
    }
    const seen = bottom - top;
    const texts = [...row.querySelectorAll<HTMLElement>('*')];
    const isLost = texts.some(
      ({ scrollHeight, clientHeight, clientWidth }) => clientWidth > 0 && scrollHeight > clientHeight + 2,
    );
    return (seen > 3 && seen < own.height - 3) || isLost ? [row.textContent ?? ''] : [];
  });
}

/** What has been turned is drawn. Must stand alone: it is sent to the page as text. */
async function drawn(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await new Promise((done) => requestAnimationFrame(done));
}

/** Every row of a list that is turned: none is cut on any of its pages, and the last page ends with the last of them. */
async function expectWholeRows(page: Page, rows: string, where: string): Promise<void> {
  const all = page.locator(rows);
  await expect(all.first()).toBeVisible();
  const next = page.locator('.route-turn button, .paged-turn').last();
  for (let turned = 0; turned < 12; turned++) {
    await page.evaluate(drawn);
    expect({ where, turned, cut: await page.evaluate(cutRows, rows) }).toEqual({ where, turned, cut: [] });
    if (!(await next.isVisible()) || !(await next.isEnabled())) break;
    await next.click();
  }
  await expect(all.last()).toBeInViewport({ ratio: 0.9 });
}

for (const [name, size] of Object.entries({ ...sizes, laptop: { width: 1366, height: 768 } }))
  for (const language of ['zh', 'en'])
    test(`the kiosk shows ${RESULTS.usual} results and every step whole (${name}, ${language})`, async ({
      page,
    }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.addInitScript((chosen) => {
        for (const key of ['daoyin-kiosk', 'daoyin-kiosk-machine'])
          localStorage.setItem(key, JSON.stringify({ state: { language: chosen }, version: 0 }));
      }, language);
      await openKiosk(page, hall.at, size);
      for (const wish of ['usual', 'low'] as const) {
        if (wish === 'low') await dock(page, LOW_REACH);
        await tab(page, 'search');
        for (const query of ['yb', 'sfz']) {
          await page.locator('#query').fill(query);
          await expect(page.locator('.search-found .result').first()).toBeVisible();
          await expect(page.locator('.search-found .result').nth(RESULTS[wish] - 1), query).toBeVisible();
        }
        await expectWholeRows(page, '.search-found li', `results, ${wish}`);
        await tab(page, 'themes');
        await page.locator('.paged .result').first().click();
        await expectWholeRows(page, '.theme-steps > li', `a theme, ${wish}`);
        await tab(page, 'number');
        await typeNumber(page, '232');
        await expect(page.getByTestId('route-length')).toContainText(/\d+ (米|m)/, { timeout: 60_000 });
        await expect(page.locator('.route-facts .level-badge')).toHaveText('3F');
        await expect(page.locator('.step-change').first()).toBeVisible();
        await expect(page.locator('.qr')).toBeVisible();
        await expectWholeRows(page, '.steps > li', `steps, ${wish}`);
        await dock(page, 0);
      }
    });
