import { expect, test } from '@playwright/test';
import { flatBrowser } from './flat';
import { startHall, type TestHall } from './hall';
import { partsInOrder, tabTo } from './keyboard';
import { openKiosk, sizes } from './kiosk';

test.use({ launchOptions: flatBrowser });

let hall: TestHall;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  hall = await startHall();
});
test.afterAll(() => hall?.close());

test('by keyboard alone: a number typed, the way read and watched, a number taken, a guide called', async ({
  page,
}) => {
  await openKiosk(page, hall.at, sizes.portrait);
  const press = async (name: string | RegExp) => {
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };
  for (const key of ['2', '3', '2']) await press(key);
  await press('查找路线');
  await expect(page.getByTestId('route-length')).toBeVisible();
  // what was pressed has gone: its reader is at the head of what came, not at the top of the page
  await expect(page.locator('.route h1')).toBeFocused();
  await press('播放走法');
  await expect(page.getByRole('button', { name: '停止播放' })).toBeVisible();
  await press('停止播放');
  await press('返回');
  await expect(page.locator('.number h1')).toBeFocused();

  await tabTo(page, '按号码找');
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowRight');
  await expect(page.locator('#tab-ticket')).toHaveAttribute('aria-selected', 'true');
  await press(/公安局/);
  await expect(page.locator('.places-back')).toBeVisible();
  await expect(page.locator('.places h1')).toBeFocused();
  await tabTo(page, '返回');
  await tabTo(page, /./);
  await page.keyboard.press('Enter');
  await expect(page.locator('.route-taken strong')).toBeVisible();

  await press('呼叫导办员');
  await expect(page.locator('dialog[open]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await press('首页');
  await expect(page.locator('.number-pad')).toBeVisible();
});

test('Tab goes through the page as it is read, and out of it again', async ({ page }) => {
  await openKiosk(page, hall.at, sizes.landscape);
  expect(await partsInOrder(page)).toEqual(['mast', 'kiosk-map', 'tabs', 'choice', 'dock']);
});

test('pages are turned by keyboard to the end and back', async ({ page }) => {
  await openKiosk(page, hall.at, sizes.landscape);
  await page.locator('#tab-departments').click();
  const next = page.getByRole('button', { name: '下一页' });
  await tabTo(page, '下一页');
  for (let i = 0; i < 40 && (await next.isEnabled()); i++) await page.keyboard.press('Enter');
  await expect(next).toBeDisabled();
  await expect(page.getByRole('button', { name: '上一页' })).toBeFocused();
});
