import { expect, type Page, test } from '@playwright/test';
import { typeNumber } from './kiosk';

const phone = { width: 390, height: 844 };
const shot = (page: Page, name: string) =>
  page.screenshot({ path: `test-results/${name}.png`, timeout: 60_000 });

test('a visitor enters their ticket, sees the way to its window, and the dot reaches it', async ({
  page,
  request,
}) => {
  await page.setViewportSize(phone);
  // Others watch the demonstration too: whoever comes when its visitor is being served comes again for the next one.
  await expect(async () => {
    const { ticket } = await (await request.get('/api/demo')).json();
    const { window } = await (await request.get(`/api/tickets/${ticket}`)).json();
    await page.goto('/phone/');
    await page.evaluate(() => localStorage.clear()); // a phone goes on with the trip that it kept
    await page.goto('/phone/');
    await page.locator('#entry').fill(ticket);
    await page.locator('.entry-go').click();
    await expect(page.locator('.seal')).toHaveText(window);
    await expect(page.getByTestId('distance-left')).toContainText(/\d+ 米/);
    await shot(page, 'phone-guide-zh');
    await expect(page.getByTestId('arrival')).toBeVisible({ timeout: 60_000 });
    await expect(page.getByTestId('arrival').locator('.seal')).toHaveText(window);
  }).toPass({ timeout: 170_000 });
  await shot(page, 'phone-arrival-zh');
});

test('an unknown ticket is named in a clear sentence, in Chinese and in English', async ({ page }) => {
  await page.setViewportSize(phone);
  await page.goto('/phone/?ticket=X099');
  await expect(page.getByRole('alert')).toContainText('没有找到号码 X099，请核对');
  await page.getByRole('button', { name: 'Switch to English' }).click();
  await expect(page.getByRole('alert')).toContainText('Number X099 was not found');
  await shot(page, 'phone-unknown-en');
});

test('without a signal the visitor says where they are, and the route outlives the connection', async ({
  page,
  context,
}) => {
  await page.setViewportSize(phone);
  await page.goto('/phone/?window=232');
  await page.locator('#here-window').fill('999');
  await page.getByRole('button', { name: '就在这里' }).click();
  await expect(page.getByRole('alert')).toContainText('没有 999 号窗口');
  await page.locator('#here-window').fill('32');
  await page.getByRole('button', { name: '就在这里' }).click();
  await expect(page.getByTestId('distance-left')).toContainText(/\d+ 米/);
  await context.setOffline(true);
  await expect(page.locator('.notices')).toContainText('网络断开');
  await expect(page.getByTestId('distance-left')).toContainText(/\d+ 米/);
  await shot(page, 'phone-offline-zh');
  await context.setOffline(false);
  await expect(page.locator('.notices')).not.toContainText('网络断开');
});

test('the kiosk names a number that does not exist', async ({ page }) => {
  await page.setViewportSize({ width: 1080, height: 1920 });
  await page.goto('/kiosk/');
  await typeNumber(page, '999');
  await expect(page.getByRole('alert')).toContainText('没有 999 号窗口');
});
