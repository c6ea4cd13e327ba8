import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';

test('the phone page locates and routes in a worker, so that drawing never waits for either', async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const { ticket } = await (await request.get('/api/demo')).json();
  await page.goto(`/phone/?ticket=${ticket}`);
  await expect(page.getByTestId('distance-left')).toContainText(/\d+ 米/, { timeout: 60_000 });
  const ours = page.workers().map((worker) => worker.evaluate(() => typeof document === 'undefined'));
  expect(await Promise.all(ours)).toContain(true);
});

test('the debug page plays files that are opened there, with the beacons heard, the error, and what was dropped and why', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/phone/debug/replay/');
  const register = JSON.parse(readFileSync('beacons.json', 'utf8'));
  const { x, y, level } = register.beacons[0];
  const near = register.beacons
    .filter((one: { level: string }) => one.level === level)
    .map((one: { id: string; x: number; y: number }) => ({
      ...one,
      metres: Math.hypot(one.x - x, one.y - y, 2),
    }))
    .filter(({ metres }: { metres: number }) => metres < 15);
  const lines = Array.from({ length: 40 }, (_, i) =>
    near.map(({ id, metres }: { id: string; metres: number }, j: number) => ({
      atMs: 300 * i + j,
      beacon: id,
      rssiDbm: Math.round(-59 - 20 * Math.log10(metres)),
    })),
  ).flat();
  const text = (name: string, values: readonly unknown[]) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(values.map((value) => JSON.stringify(value)).join('\n')),
  });
  await page.locator('input[type=file]').setInputFiles([
    text('readings.jsonl', [...lines, { atMs: 11_900, beacon: 'stranger', rssiDbm: -60 }]),
    text(
      'truth.jsonl',
      [0, 2000, 4000, 6000, 8000, 10_000, 12_000].map((atMs) => ({ atMs, x, y, level })),
    ),
    text('beacons.json', [register]),
  ]);
  await expect(page.getByTestId('estimate')).toBeVisible();
  await expect(page.getByTestId('truth')).toBeVisible();
  await expect(page.getByTestId('notes')).toContainText('1 unknown-beacon', { timeout: 60_000 });
  expect(page.workers().length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Switch to English' }).click();
  await expect(page.getByText('Residuals')).toBeVisible();
});
