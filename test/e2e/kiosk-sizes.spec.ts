import { expect, test } from '@playwright/test';
import { typeNumber } from './kiosk';

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
