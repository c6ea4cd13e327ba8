import { expect, type Page, test } from '@playwright/test';
import { countGpuObjects } from '../soak/gpu';
import { startHall, type TestHall } from './hall';
import { dock, openKiosk, sizes, typeNumber } from './kiosk';

let hall: TestHall;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  hall = await startHall();
});
test.afterAll(() => hall?.close());

/** Takes the WebGL context away, as a driver does. */
const loseContext = (page: Page) =>
  page.locator('.kiosk canvas').evaluate((canvas) => {
    const context = (canvas as HTMLCanvasElement).getContext('webgl2')!;
    const extension = context.getExtension('WEBGL_lose_context')!;
    Object.assign(window, { giveBack: () => extension.restoreContext() });
    extension.loseContext();
    return new Promise((done) => setTimeout(done, 200));
  });

const giveBack = (page: Page) =>
  page.evaluate(() => (window as unknown as { giveBack: () => void }).giveBack());

/** Vertex arrays in contexts that are not lost: more than none where the hall is drawn. */
const drawn = (page: Page) => page.evaluate(() => window.gpuHeld().vertexArrays);

test('the hall is drawn again after its WebGL context was lost, given back or not', async ({ page }) => {
  await page.addInitScript(countGpuObjects);
  await openKiosk(page, hall.at, sizes.landscape, 'solid');
  await expect.poll(() => drawn(page)).toBeGreaterThan(0);
  await loseContext(page);
  expect(await drawn(page)).toBe(0);
  await giveBack(page);
  await expect.poll(() => drawn(page)).toBeGreaterThan(0);
  await loseContext(page); // and this time for good: another canvas takes its place
  await expect.poll(() => drawn(page)).toBeGreaterThan(0);
  await expect(page.locator('.map[data-map=solid]')).toBeAttached();
});

test('without WebGL there is the flat plan, with the same route', async ({ page }) => {
  await openKiosk(page, hall.at, sizes.portrait);
  await expect(page.locator('.map[data-map=flat] .plan-window').first()).toBeAttached();
  await typeNumber(page, '32');
  await expect(page.getByTestId('route-length')).toBeVisible();
  await expect(page.locator('.plan-route')).toBeAttached();
});

test('with the network cut it searches, leads and says what it cannot do, and is whole again after', async ({
  page,
}) => {
  await openKiosk(page, hall.at, sizes.portrait);
  const { number } = await hall.take((await firstService(page))!);
  await typeNumber(page, number);
  await expect(page.locator('.ticket-number')).toContainText(number);
  await dock(page, 0);
  await hall.cut();
  await typeNumber(page, '32');
  await expect(page.getByTestId('route-length')).toBeVisible({ timeout: 60_000 });
  await dock(page, 0);
  await typeNumber(page, number);
  await expect(page.getByRole('alert')).toBeVisible();
  await dock(page, 1);
  await page.locator('dialog[open] .button-primary').click();
  await expect(page.locator('.call')).toContainText('通知不到');
  await hall.mend();
  await dock(page, 0);
  await typeNumber(page, number);
  await expect(page.locator('.ticket-number')).toContainText(number, { timeout: 60_000 });
});

/** The id of the first item for which a number can be taken. */
const firstService = (page: Page) =>
  page.evaluate(async () => {
    const bundle = await (await fetch('/api/venue')).json();
    return bundle.services.items[0].id as string | undefined;
  });
