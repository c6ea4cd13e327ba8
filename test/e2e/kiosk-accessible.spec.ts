import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { startHall, type TestHall } from './hall';
import { dock, openKiosk, sizes, tab, typeNumber } from './kiosk';

const TARGET = 64;
let hall: TestHall;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  hall = await startHall();
});
test.afterAll(() => hall?.close());

/** Every state that a visitor comes to, from the first screen. */
const states: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  number: async () => undefined,
  'a wrong number': async (page) => {
    await typeNumber(page, '999');
    await expect(page.getByRole('alert')).toBeVisible();
  },
  search: (page) => tab(page, 'search'),
  'search results': async (page) => {
    await tab(page, 'search');
    await page.locator('#query').fill('yb');
    await expect(page.locator('.search-found .result').first()).toBeVisible();
  },
  departments: (page) => tab(page, 'departments'),
  themes: (page) => tab(page, 'themes'),
  'a theme': async (page) => {
    await tab(page, 'themes');
    await page.locator('.paged .result').first().click();
    await expect(page.locator('.theme-steps .result').first()).toBeVisible();
  },
  facilities: (page) => tab(page, 'facilities'),
  'take a number': async (page) => {
    await tab(page, 'ticket');
    await page.locator('.paged .result').first().click();
    await expect(page.locator('.places-back')).toBeVisible();
  },
  'a route': async (page) => {
    await typeNumber(page, '232');
    await expect(page.getByTestId('route-length')).toBeVisible();
  },
  'call a guide': async (page) => {
    await dock(page, 1);
    await expect(page.locator('dialog[open]')).toBeVisible();
  },
  'staff’s PIN': async (page) => {
    await page.locator('.mast-mark').click();
    await expect(page.locator('dialog[open]')).toBeVisible();
  },
};

test('every state that a visitor comes to holds to WCAG 2.2 AA', async ({ page }) => {
  test.setTimeout(600_000);
  await openKiosk(page, hall.at, sizes.portrait);
  for (const [name, come] of Object.entries(states)) {
    await dock(page, 0);
    await come(page);
    await expectAccessible(page, name, TARGET);
    if (await page.locator('dialog[open]').isVisible()) await page.keyboard.press('Escape');
  }
});
