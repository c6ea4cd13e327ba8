import { expect, type Page, test } from '@playwright/test';
import { flatBrowser } from './flat';
import { startHall, type TestHall } from './hall';
import { openKiosk, sizes, typeNumber } from './kiosk';

test.use({ launchOptions: flatBrowser, viewport: { width: 360, height: 640 } });

let hall: TestHall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall?.close());

async function walkTo232(page: Page): Promise<void> {
  await page.goto(`${hall.at}/phone/`);
  await page.locator('#entry').fill('232');
  await page.locator('.entry-go').click();
  await page.locator('#here-window').fill('32');
  await page.getByRole('button', { name: '就在这里' }).click();
  await expect(page.getByTestId('distance-left')).toContainText(/\d+ 米/);
}

test('a browser that keeps nothing leads all the same, and forgets', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage'])
      Object.defineProperty(window, name, {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
  });
  await walkTo232(page);
  await page.getByRole('button', { name: '我走到了，下一步' }).click();
  await expect(page.locator('.banner-phrase')).not.toHaveText('');
  await page.goto('about:blank');
  await page.goto(`${hall.at}/phone/`);
  await expect(page.locator('#entry')).toBeVisible();
  expect(errors).toEqual([]);
});

for (const [motion, orientation, denied] of [
  ['granted', 'denied', false],
  ['denied', 'granted', true],
] as const)
  test(`of an iPhone's two questions motion is the one that steps need (motion ${motion}, orientation ${orientation})`, async ({
    page,
  }) => {
    await page.addInitScript(
      (answers) => {
        for (const [i, name] of ['DeviceMotionEvent', 'DeviceOrientationEvent'].entries())
          Object.defineProperty(window, name, { value: { requestPermission: async () => answers[i] } });
      },
      [motion, orientation],
    );
    await walkTo232(page);
    await page.getByTestId('best-source').click();
    const steps = page.locator('[data-source=steps].source');
    if (denied) await expect(steps).toContainText('没有允许运动传感器');
    else await expect(steps).toContainText(/没有报告走动|正在使用/);
    await page.getByRole('button', { name: '我走到了，下一步' }).click();
    await expect(page.getByTestId('distance-left')).toBeVisible();
  });

test('a kiosk offers to read aloud only where it has a voice of the language', async ({ page }) => {
  await page.addInitScript(() => {
    const voices = [{ lang: 'zh-CN', name: 'a voice' }];
    speechSynthesis.getVoices = () => voices as unknown as SpeechSynthesisVoice[];
  });
  await openKiosk(page, hall.at, sizes.portrait);
  await typeNumber(page, '232');
  await expect(page.getByTestId('route-length')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('button', { name: '读给我听' })).toBeVisible();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Window 232' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Read it to me' })).toHaveCount(0);
  await expect(page.locator('.steps')).toContainText('Escalator');
});
