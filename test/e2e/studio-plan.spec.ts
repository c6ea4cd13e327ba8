import { expect, type Page } from '@playwright/test';
import { draftOf, enter, panel, placeOf, redo, saved, test, undo, value } from './studio';

test.use({ viewport: { width: 1440, height: 900 } });

const X = '角点东 x（米）';
const Y = '角点北 y（米）';

/** Presses, draws and lets go, at shares of the plan's picture; the lawn north of the hall is free of things to snap to. */
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

async function tap(page: Page, right: number, down: number): Promise<void> {
  const { x, y } = await placeOf(page, right, down);
  await page.mouse.move(x, y, { steps: 3 });
  await page.mouse.click(x, y);
}

const extent = (points: readonly { readonly x: number; readonly y: number }[]) => {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)];
};

test('a room is drawn by a drag, a corner of it pulled, typed and given a right angle, and each step is taken back and done again', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await page.keyboard.press('r');
  await page.getByLabel('类别').selectOption({ label: '办公室' });
  await drag(page, [0.12, 0.05], [0.25, 0.13]);
  await expect(page.getByRole('heading', { name: '区域' })).toBeVisible();
  await page.getByLabel('中文名').fill('新办公室');
  await page.getByLabel('中文名').press('Enter');

  await page.keyboard.press('Escape'); // out of the field
  await page.getByRole('application').first().focus();
  await page.keyboard.press('e');
  await tap(page, 0.25, 0.13);
  await expect(page.getByLabel(X)).toBeVisible();
  const [x, y] = [await value(page, X), await value(page, Y)];
  await drag(page, [0.25, 0.13], [0.29, 0.16]);
  await expect.poll(() => value(page, X)).toBeGreaterThan(x + 2);
  const pulled = [await value(page, X), await value(page, Y)];
  expect(pulled[1]).toBeLessThan(y - 2);
  await page.getByLabel(X).fill(String(x + 1.25));
  await page.getByLabel(X).press('Enter');
  await page.getByLabel(Y).fill(String(y));
  await page.getByLabel(Y).press('Enter');
  await expect(page.getByLabel(Y)).toHaveValue(String(y));

  const { venue } = await draftOf(page, hall);
  const room = venue.units.find(({ name }) => name['zh-Hans'] === '新办公室')!;
  expect(room.category).toBe('office');
  const { outer } = room.area[0]!;
  expect(outer).toHaveLength(4);
  expect(outer).toContainEqual({ x: x + 1.25, y });

  for (let step = 0; step < 5; step++) await undo(page).click();
  await expect(undo(page)).toBeDisabled();
  await expect(page.getByRole('heading', { name: '区域' })).toHaveCount(0);
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+Shift+z');
  await expect(redo(page)).toBeDisabled();
  expect((await draftOf(page, hall)).venue.units.find(({ id }) => id === room.id)).toEqual(room);
  for (let step = 0; step < 5; step++) await page.keyboard.press('Control+z');
  await saved(page);
});

test('a wall is as long as it is typed and its corners are right; a door lies in the edge of a room', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  const before = await draftOf(page, hall);
  await page.keyboard.press('w');
  await page.getByLabel('墙厚（米）').fill('0.3');
  await page.getByLabel('墙厚（米）').press('Enter');
  await tap(page, 0.12, 0.13);
  await page.mouse.move(...at(await placeOf(page, 0.2, 0.135)), { steps: 3 });
  await page.keyboard.type('6.25');
  await page.keyboard.press('Enter');
  const turn = await placeOf(page, 0.175, 0.05);
  await page.mouse.move(turn.x, turn.y, { steps: 3 });
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '固定物' })).toBeVisible();
  const { venue } = await draftOf(page, hall);
  const wall = venue.fixtures.find(({ id }) => !before.venue.fixtures.some((old) => old.id === id))!;
  const [wide, high] = extent(wall.area.flatMap(({ outer }) => outer));
  expect(wide).toBeCloseTo(6.25 + 0.15, 2);
  expect(high).toBeCloseTo(4 + 0.15, 2);

  await page.keyboard.press('r');
  await drag(page, [0.3, 0.05], [0.4, 0.13]);
  await page.keyboard.press('d');
  await tap(page, 0.35, 0.13);
  await expect(page.getByRole('heading', { name: '门' })).toBeVisible();
  const after = await draftOf(page, hall);
  const room = after.venue.units.at(-1)!;
  const [a, b] = after.venue.openings.at(-1)!.line;
  expect(Math.hypot(a!.x - b!.x, a!.y - b!.y)).toBeCloseTo(1.2, 2);
  const south = Math.min(...room.area[0]!.outer.map(({ y }) => y));
  expect([a!.y, b!.y]).toEqual([south, south]);

  for (let step = 0; step < 3; step++) await undo(page).click();
  await expect(undo(page)).toBeDisabled();
  expect((await draftOf(page, hall)).venue.fixtures).toHaveLength(before.venue.fixtures.length);
});

test('a counter of twelve windows, stairs through two storeys and a lift through all are drawn at once each', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  const before = await draftOf(page, hall);
  await page.keyboard.press('c');
  await page.getByLabel('窗口数（0 为自动）').fill('12');
  await page.getByLabel('窗口数（0 为自动）').press('Enter');
  await page.getByLabel('第一个窗口号（空为续号）').fill('T09');
  await tap(page, 0.12, 0.1);
  await tap(page, 0.32, 0.1);
  await expect(page.getByText('已选 12 项')).toBeVisible();
  const { venue } = await draftOf(page, hall);
  const drawn = venue.windows.filter(({ number }) => number.startsWith('T'));
  expect(drawn.map(({ number }) => number)).toEqual([
    'T09',
    ...Array.from({ length: 11 }, (_, i) => `T${i + 10}`),
  ]);
  const desk = venue.fixtures.find(({ id }) => id === drawn[0]!.fixtureId)!;
  const front = Math.min(...desk.area[0]!.outer.map(({ y }) => y));
  expect(drawn[0]!.at.y).toBeLessThan(front); // who draws eastwards has the visitors in the south

  await page.keyboard.press('l');
  await page.getByLabel('类别').selectOption({ label: '楼梯' });
  await page.getByRole('checkbox', { name: '3F' }).uncheck();
  await drag(page, [0.4, 0.05], [0.44, 0.1]);
  await expect(page.getByRole('heading', { name: '上下通道' })).toBeVisible();
  await page.getByLabel('类别').selectOption({ label: '电梯' });
  await page.getByRole('checkbox', { name: '3F' }).check();
  await drag(page, [0.46, 0.05], [0.49, 0.09]);
  const { connectors, units } = (await draftOf(page, hall)).venue;
  const [stairs, lift] = connectors.filter(({ id }) => !before.venue.connectors.some((old) => old.id === id));
  const levelsOf = (ids: readonly string[]) => ids.map((id) => units.find((unit) => unit.id === id)!.level);
  expect([stairs!.kind, levelsOf(stairs!.unitIds)]).toEqual(['stairs', ['1F', '2F']]);
  expect([lift!.kind, levelsOf(lift!.unitIds)]).toEqual(['elevator', ['1F', '2F', '3F']]);
  for (let step = 0; step < 3; step++) await undo(page).click();
  await expect(undo(page)).toBeDisabled();
  await saved(page);
});

test('a lift is closed for two days in the evenings with a reason, and opened again', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await page.keyboard.press('x');
  await tap(page, 0.334, 0.49);
  await expect(page.getByRole('heading', { name: '临时封闭' })).toBeVisible();
  await page.getByLabel('从', { exact: true }).fill('2026-12-05T18:00');
  await page.getByLabel('到', { exact: true }).fill('2026-12-07T22:00');
  const hours = page.getByLabel(/^时段/);
  await hours.fill('Mo-Su 18:00-22:00');
  await hours.press('Enter');
  await page.getByLabel('原因（中文）').fill('年检');
  await page.getByLabel('原因（中文）').press('Enter');
  const { closures, venue } = await draftOf(page, hall);
  expect(closures).toHaveLength(1);
  expect(closures[0]).toMatchObject({
    from: '2026-12-05T18:00',
    until: '2026-12-07T22:00',
    hours: 'Mo-Su 18:00-22:00',
    reason: { 'zh-Hans': '年检' },
  });
  expect(venue.connectors.find(({ id }) => id === closures[0]!.featureIds[0])?.kind).toBe('elevator');
  await panel(page, '改动');
  await expect(page.getByText('新增 1，修改 0，删除 0')).toBeVisible();
  await panel(page, '属性');
  await page.getByRole('button', { name: '取消封闭' }).click();
  expect((await draftOf(page, hall)).closures).toEqual([]);
});

const at = ({ x, y }: { readonly x: number; readonly y: number }) => [x, y] as const;
