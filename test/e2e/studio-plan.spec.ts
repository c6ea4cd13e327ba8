import { expect, type Page, test } from '@playwright/test';
import { startHall, type TestHall } from './hall';
import { enter, placeOf, saved } from './studio';

/** Drawing and checking a whole hall takes a machine without a graphics card its time. */
test.setTimeout(240_000);

let hall: TestHall;

test.beforeAll(async () => {
  hall = await startHall();
  await hall.admit('root', 'a long enough password');
});
test.afterAll(() => hall.close());

const undo = (page: Page) => page.getByRole('button', { name: '撤销' });
const isUndone = (page: Page) => expect(undo(page)).toBeDisabled();
const number = async (page: Page, label: string) => Number(await page.getByLabel(label).inputValue());

async function tap(page: Page, right: number, down: number): Promise<void> {
  const { x, y } = await placeOf(page, right, down);
  await page.mouse.click(x, y);
}

async function drag(
  page: Page,
  from: readonly [number, number],
  to: readonly [number, number],
): Promise<void> {
  const [a, b] = [await placeOf(page, ...from), await placeOf(page, ...to)];
  await page.mouse.move(a.x, a.y);
  await page.mouse.down();
  await page.mouse.move(b.x, b.y, { steps: 6 });
  await page.mouse.up();
}

test('a room is drawn and reshaped: corners by pointer, keys and numbers, one more in the middle of an edge, and all of it undone', async ({
  page,
}) => {
  await enter(page, hall);
  await page.keyboard.press('r');
  await drag(page, [0.42, 0.1], [0.52, 0.16]);
  await expect(page.getByRole('heading', { name: '区域' })).toBeVisible();
  await page.keyboard.press('e');
  const corner = page.getByLabel('角点', { exact: true });
  await page.keyboard.press('n');
  await expect(corner).toHaveValue('0');
  await expect(corner.locator('option')).toHaveText([
    '第 1 角，共 4',
    '第 2 角，共 4',
    '第 3 角，共 4',
    '第 4 角，共 4',
  ]);
  const x = await number(page, '角点东 x（米）');
  await page.getByRole('application').first().focus();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => number(page, '角点东 x（米）')).toBeCloseTo(x - 0.1, 3);
  const length = page.getByLabel('到下一角（米）');
  await length.fill('12');
  await length.press('Enter');
  await expect.poll(() => number(page, '到下一角（米）')).toBe(12);
  await page.getByRole('button', { name: '在下一段边上加角' }).click();
  await expect(corner.locator('option').first()).toHaveText('第 1 角，共 5');
  await page.getByRole('application').first().focus();
  await page.keyboard.press('Delete');
  await expect(corner.locator('option').first()).toHaveText('未选');
  await expect(corner.locator('option')).toHaveCount(5);

  await drag(page, [0.52, 0.1], [0.54, 0.08]);
  await expect(corner).not.toHaveValue('');
  await drag(page, [0.42, 0.13], [0.4, 0.13]);
  await expect(corner.locator('option').first()).toHaveText('第 1 角，共 5');
  await saved(page);
  for (let steps = 0; steps < 7; steps++) await undo(page).click();
  await isUndone(page);
  await saved(page);
});

test('walls, doors, lifts, facilities and closures with their times are made by pointer and keys, and undone one by one', async ({
  page,
}) => {
  await enter(page, hall);
  await page.keyboard.press('w');
  await tap(page, 0.44, 0.08);
  await page.mouse.move(...(Object.values(await placeOf(page, 0.5, 0.08)) as [number, number]));
  await page.keyboard.type('3.5');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '固定物' })).toBeVisible();
  await expect(page.getByLabel('类别')).toHaveValue('wall');

  await page.keyboard.press('l');
  await drag(page, [0.46, 0.12], [0.48, 0.15]);
  await expect(page.getByRole('heading', { name: '上下通道' })).toBeVisible();
  await page.keyboard.press('v');
  await tap(page, 0.47, 0.135);
  await expect(page.getByLabel('类别')).toHaveValue('elevator');
  await page.getByRole('button', { name: '2F' }).click();
  await tap(page, 0.47, 0.135);
  await expect(page.getByLabel('类别')).toHaveValue('elevator');
  await page.getByRole('button', { name: '1F' }).click();

  await page.keyboard.press('d');
  await tap(page, 0.46, 0.135);
  await expect(page.getByRole('heading', { name: '门', exact: true })).toBeVisible();
  await page.keyboard.press('p');
  await tap(page, 0.53, 0.13);
  await expect(page.getByRole('heading', { name: '设施' })).toBeVisible();

  await page.keyboard.press('x');
  await tap(page, 0.475, 0.135);
  await expect(page.getByRole('heading', { name: '临时封闭' })).toBeVisible();
  await page.getByLabel('从', { exact: true }).fill('2026-12-01T08:00');
  await page.getByLabel('到', { exact: true }).fill('2026-12-02T18:00');
  await saved(page);
  for (let steps = 0; steps < 7; steps++) await undo(page).click();
  await isUndone(page);
});

test('the outline of a storey is reshaped too, and a corner pulled across it is refused', async ({
  page,
}) => {
  await enter(page, hall);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('改本层轮廓');
  await page.keyboard.press('Enter');
  await page.keyboard.press('n');
  const x = await number(page, '角点东 x（米）');
  await page.getByRole('application').first().focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => number(page, '角点东 x（米）')).toBeCloseTo(x + 1, 3);
  await undo(page).click();
  const across = page.getByLabel('角点东 x（米）');
  await across.fill('400');
  await across.press('Enter');
  await expect.poll(() => number(page, '角点东 x（米）')).toBeCloseTo(x, 3);
  await isUndone(page);
});
