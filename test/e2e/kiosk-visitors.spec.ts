import { expect, test } from '@playwright/test';
import { startHall, type TestHall } from './hall';
import { dock, openKiosk, scan, sizes, tab } from './kiosk';

let hall: TestHall;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  hall = await startHall();
});
test.afterAll(() => hall?.close());

test('what is left alone asks first, then forgets what was typed', async ({ page }) => {
  await page.clock.install();
  await openKiosk(page, hall.at, sizes.portrait);
  await dock(page, 4);
  await page.locator('.number-pad').getByRole('button', { name: '7', exact: true }).click();
  await page.clock.fastForward('01:14');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await page.clock.fastForward('00:02');
  await expect(page.locator('dialog[open]')).toBeVisible();
  await page.locator('dialog[open] .button-primary').click();
  await expect(page.locator('.number-typed')).toHaveText('7');
  await page.clock.fastForward('01:16');
  await expect(page.locator('dialog[open]')).toBeVisible();
  await page.clock.fastForward('00:31');
  await expect(page.locator('dialog[open]')).toHaveCount(0);
  await expect(page.locator('.number-typed')).toHaveAttribute('data-empty', 'true');
  await expect(page.locator('html')).toHaveAttribute('data-text', 'normal');
});

test('what visitors call a thing finds it: characters, pinyin, initials, other words', async ({ page }) => {
  await openKiosk(page, hall.at, sizes.portrait);
  await tab(page, 'search');
  const first = page.locator('.search-found .result-name').first();
  for (const words of ['厕所', '洗手间', '卫生间', 'cesuo', 'xsj', 'toilet']) {
    await page.locator('#query').fill(words);
    await expect(first, words).toHaveText(/卫生间/);
  }
  for (const words of ['公安局', 'gonganju', 'gaj']) {
    await page.locator('#query').fill(words);
    await expect(first, words).toHaveText(/公安/);
  }
});

test('bad codes are named in one sentence each, and good ones lead at once', async ({ page }) => {
  await openKiosk(page, hall.at, sizes.portrait);
  const alert = page.getByRole('alert');
  await scan(page, `${hall.at}/phone/?ticket=A032&day=2020-01-02`);
  await expect(alert).toContainText('2020-01-02');
  await scan(page, 'https://other-hall.example.cn/phone/?ticket=A032');
  await expect(alert).toContainText('other-hall.example.cn');
  await scan(page, 'WIFI:S:hall;T:WPA;P:secret;;');
  await expect(alert).toContainText('不是本大厅');
  await scan(page, '999');
  await expect(alert).toContainText('没有 999 号窗口');
  await scan(page, `${hall.at}/phone/?window=32`);
  await expect(page.locator('.route-head .seal')).toHaveText('32');
});

test('a storm of taps takes one number, not many', async ({ page }) => {
  await openKiosk(page, hall.at, sizes.portrait);
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/tickets')) sent.push(request.url());
  });
  await tab(page, 'ticket');
  await page.locator('.paged .result').first().click();
  await expect(page.locator('.places-back')).toBeVisible();
  await page
    .locator('.paged .result')
    .first()
    .evaluate((button) => {
      for (let i = 0; i < 20; i++) (button as HTMLElement).click();
    });
  await expect(page.locator('.route-taken strong')).toBeVisible();
  expect(sent).toHaveLength(1);
});
