import { expect, type Page, test } from '@playwright/test';
import { startHall, type TestHall } from './hall';
import { dock, openKiosk, sizes, tab, typeNumber } from './kiosk';

for (const [name, size] of Object.entries({
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
  laptop: { width: 1366, height: 768 },
})) {
  test(`the kiosk shows the way over the storeys (${name})`, async ({ page }) => {
    await page.setViewportSize(size);
    await page.goto('/kiosk/');
    await page.screenshot({ path: `test-results/kiosk-${name}-zh.png`, timeout: 60_000 });
    await typeNumber(page, '232');
    await expect(page.getByTestId('route-length')).toContainText(/\d+ 米/);
    await expect(page.locator('.route-facts .level-badge')).toHaveText('3F');
    await expect(page.locator('.step-change').first()).toBeVisible();
    await expect(page.locator('.qr')).toBeVisible();
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { name: 'Window 232' })).toBeVisible();
    await page.screenshot({ path: `test-results/kiosk-${name}-route-en.png`, timeout: 60_000 });
  });
}

let hall: TestHall;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  hall = await startHall();
});
test.afterAll(() => hall?.close());

for (const [name, size] of Object.entries(sizes)) {
  for (const language of ['zh', 'en'] as const) {
    test(`who searches sees six results at once and still the map; no step is cut (${name}, ${language})`, async ({
      page,
    }) => {
      const fromHome = async () => {
        await dock(page, 0);
        if (!(await page.locator('html').getAttribute('lang'))?.startsWith(language)) await dock(page, 3);
      };
      await openKiosk(page, hall.at, size);
      await fromHome();
      await tab(page, 'search');
      await page.locator('#query').fill('yb');
      await expect.poll(() => page.locator('.search-found .result').count()).toBeGreaterThanOrEqual(6);
      expect((await page.locator('.kiosk-map').boundingBox())!.height).toBeGreaterThan(380);
      await fromHome();
      await typeNumber(page, '232');
      await expect(page.locator('.step').first()).toBeVisible();
      await expect.poll(() => cutSteps(page)).toEqual([]);
      const onwards = page.locator('.route-turn button').last();
      while ((await onwards.isVisible()) && (await onwards.isEnabled())) {
        await onwards.click();
        await page.waitForTimeout(700); // scrolls smoothly
        expect(await cutSteps(page)).toEqual([]);
      }
      await expect(page.locator('.step').last()).toBeInViewport();
    });
  }
}

/** The steps of which the box of steps shows a part only. */
function cutSteps(page: Page): Promise<string[]> {
  return page.locator('.route-steps .route-scroll').evaluate((box) => {
    const [top = 0, , bottom = 0] = (getComputedStyle(box).clipPath.match(/[\d.]+px/g) ?? []).map(
      Number.parseFloat,
    );
    const edges = box.getBoundingClientRect();
    const [from, to] = [edges.top + top, edges.bottom - bottom];
    return [...box.querySelectorAll('.step')]
      .filter((step) => {
        const { top: first, bottom: last } = step.getBoundingClientRect();
        return (first < from - 2 && last > from + 2) || (first < to - 2 && last > to + 2);
      })
      .map((step) => step.textContent ?? '');
  });
}
