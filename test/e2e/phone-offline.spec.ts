import { expect, test } from '@playwright/test';
import { startHall, type TestHall } from './hall';

let hall: TestHall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall?.close());

test('after the first visit the phone page plans, searches, leads and guides with the network cut', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${hall.at}/phone/`);
  await expect(page.locator('#entry')).toBeVisible();
  await page.evaluate(async () => {
    const { active, installing, waiting } = await navigator.serviceWorker.ready;
    const worker = active ?? waiting ?? installing;
    if (worker?.state === 'activated') return;
    await new Promise((done) =>
      worker?.addEventListener('statechange', () => worker.state === 'activated' && done(0)),
    );
  });
  await hall.cut();

  await page.goto(`${hall.at}/phone/?window=232`);
  await page.locator('#here-window').fill('32');
  await page.getByRole('button', { name: '就在这里' }).click();
  await expect(page.getByTestId('distance-left')).toContainText(/\d+ 米/, { timeout: 60_000 });
  await expect(page.locator('.notices')).toContainText('网络断开');
  await page.locator('.sheet .fold').last().click();
  const steps = page.locator('.step');
  await expect(steps.first()).toBeVisible();
  expect(await steps.count()).toBeGreaterThan(3);
  await page.getByRole('button', { name: '收起步骤' }).click();
  await page.getByRole('button', { name: '我走到了，下一步' }).click();
  await expect(page.locator('.banner-phrase')).not.toHaveText('');

  await page.getByRole('button', { name: '结束导航' }).click();
  await page.goto(`${hall.at}/phone/`);
  await page.locator('#entry').fill('cesuo');
  await expect(page.locator('.result').first()).toContainText('卫生间');
  await page.locator('#entry').fill('A001');
  await page.locator('.entry-go').click();
  await expect(page.getByRole('alert')).toContainText('查不到票号 A001');
});

test('the phone page can be put on the home screen: manifest, icons and a service worker for its own addresses only', async ({
  page,
  request,
}) => {
  await page.goto(`${hall.at}/phone/`).catch(() => undefined);
  await hall.mend();
  const manifest = await (await request.get(`${hall.at}/phone/manifest.webmanifest`)).json();
  expect(manifest).toMatchObject({ start_url: '/phone/', scope: '/phone/', display: 'standalone' });
  for (const { src, sizes } of manifest.icons) {
    const icon = await request.get(hall.at + src);
    expect(icon.headers()['content-type'], `${src} ${sizes}`).toBe('image/png');
  }
});
