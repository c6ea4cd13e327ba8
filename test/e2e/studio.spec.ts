import { expect, type Page } from '@playwright/test';
import { enter, placeOf, saved, test } from './studio';

test('a newcomer hangs the first beacon in under a minute, moves it by pointer, keys and numbers, and takes each step back', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  const startMs = Date.now();
  await page.keyboard.press('b');
  const spot = await placeOf(page, 0.42, 0.46);
  await page.mouse.click(spot.x, spot.y);
  await expect(page.getByRole('heading', { name: 'B601' })).toBeVisible();
  expect(Date.now() - startMs).toBeLessThan(60_000);
  const x = page.getByLabel('东 x（米）');
  const placed = Number(await x.inputValue());

  await page.keyboard.press('v');
  await page.mouse.move(spot.x, spot.y);
  await page.mouse.down();
  await page.mouse.move(spot.x + 40, spot.y, { steps: 8 });
  await page.mouse.up();
  await expect.poll(async () => Number(await x.inputValue())).toBeGreaterThan(placed + 1);
  const dragged = Number(await x.inputValue());
  await page.getByRole('application').first().focus();
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => Number(await x.inputValue())).toBeCloseTo(dragged - 1, 3);
  await x.fill('12.5');
  await x.press('Enter');
  await expect(x).toHaveValue('12.5');
  await x.fill('+50cm');
  await x.press('Enter');
  await expect(x).toHaveValue('13');
  await saved(page);

  for (const value of [12.5, dragged - 1, dragged, placed]) {
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(async () => Number(await x.inputValue())).toBeCloseTo(value, 3);
  }
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.getByRole('heading', { name: 'B601' })).toHaveCount(0);
  await expect(page.getByRole('button', { name: '撤销' })).toBeDisabled();
  await saved(page);
});

test('a counter of windows is drawn at once, what is wrong is found as one works and mended by a click', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await page.keyboard.press('c');
  await page.getByLabel('窗口数（0 为自动）').fill('3');
  await page.getByLabel('窗口数（0 为自动）').press('Enter');
  await page.getByLabel('第一个窗口号（空为续号）').fill('901');
  const [from, to] = [await placeOf(page, 0.3, 0.5), await placeOf(page, 0.36, 0.5)];
  await page.mouse.click(from.x, from.y);
  await page.mouse.click(to.x, to.y);
  await expect(page.getByText('已选 3 项')).toBeVisible();
  await page.getByRole('button', { name: '撤销' }).click();

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('B001');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'B001' })).toBeVisible();
  const height = page.getByLabel('离地高（米）');
  await height.fill('40');
  await height.press('Enter');
  await page.getByRole('tab', { name: '检查' }).click();
  const fix = page.getByRole('button', { name: '高度改为 3 米' });
  await expect(fix).toBeVisible({ timeout: 60_000 });
  await fix.click();
  await expect(fix).toHaveCount(0, { timeout: 60_000 });
});

test('two editors: each sees what the other does; one beacon moved by both is asked about; no work is lost when the line breaks', async ({
  browser,
  hall,
}) => {
  const [one, other] = [await browser.newPage(), await browser.newPage()];
  await enter(one, hall);
  await enter(other, hall);
  await expect(one.getByRole('list', { name: '其他编辑者' })).toContainText('root', { timeout: 60_000 });
  const choose = async (page: Page, id: string) => {
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill(id);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: id })).toBeVisible();
  };
  const note = (page: Page) => page.getByLabel('备注');
  await choose(one, 'B010');
  await choose(other, 'B010');
  await note(one).fill('梁东侧');
  await note(one).press('Enter');
  await expect(note(other)).toHaveValue('梁东侧', { timeout: 60_000 });

  await hall.cut();
  await note(one).fill('甲');
  await note(one).press('Enter');
  await note(other).fill('乙');
  await note(other).press('Enter');
  await expect(one.locator('.sync')).toContainText('留在本机', { timeout: 60_000 });
  await hall.mend();
  const asked = async () =>
    (await one.locator('.conflicts').count()) + (await other.locator('.conflicts').count());
  await expect.poll(asked, { timeout: 90_000 }).toBe(1);
  const asker = (await one.locator('.conflicts').count()) === 1 ? one : other;
  await asker.getByRole('button', { name: /^用我的/ }).click();
  await saved(asker);
  await expect
    .poll(async () => (await note(one).inputValue()) === (await note(other).inputValue()), {
      timeout: 60_000,
    })
    .toBe(true);
  await one.close();
  await other.close();
});

test('what is published reaches a phone that is underway, without a jump', async ({ browser, hall }) => {
  const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
  await phone.goto(`${hall.at}/phone/?to=32&at=50,30,1F`);
  const versions: string[] = [];
  phone.on('response', async (response) => {
    if (response.url().endsWith('/api/venue') && response.ok())
      versions.push(((await response.json()) as { version: string }).version);
  });
  const studio = await browser.newPage();
  await enter(studio, hall);
  await studio.keyboard.press('Control+k');
  await studio.getByRole('combobox').fill('B020');
  await studio.keyboard.press('Enter');
  await studio.getByLabel('备注').fill('换过电池');
  await studio.getByLabel('备注').press('Enter');
  await saved(studio);
  const shownBefore = await phone.locator('body').innerText();
  await studio.getByRole('button', { name: '发布' }).click();
  const dialog = studio.getByRole('dialog', { name: '发布草稿' });
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  const publish = dialog.getByRole('button', { name: '立即发布' });
  await expect(publish).toBeEnabled({ timeout: 90_000 });
  const startMs = Date.now();
  await publish.click();
  await expect(dialog.getByText('已发布')).toBeVisible({ timeout: 60_000 });
  await expect.poll(() => versions.length, { timeout: 60_000 }).toBeGreaterThan(0);
  console.log(`the phone had the published plan ${Date.now() - startMs} ms after the click`);
  expect(await phone.locator('body').innerText()).toBe(shownBefore);
  await studio.close();
  await phone.close();
});
