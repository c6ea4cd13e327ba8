import { expect, type Page } from '@playwright/test';
import { command, draftOf, enter, panel, saved, tapPlan, test, undo } from './studio';

test.use({ viewport: { width: 1440, height: 900 } });

const result = (page: Page) => page.locator('.what-if-result');

async function replay(page: Page): Promise<void> {
  await page.getByRole('button', { name: /推演$/ }).click();
  await expect(result(page)).toBeVisible({ timeout: 180_000 });
}

test('what if: without lifts some reach no window; with them, and a counter moved, nobody is lost, beside how it is now', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await panel(page, '推演');
  await page.getByLabel('真实的一天').check();
  await page.getByRole('button', { name: '开始推演' }).click();
  await expect(page.getByText('这一天没有取号记录')).toBeVisible();
  await page.getByLabel('模拟的一天').check();
  for (const lift of await page.getByRole('checkbox', { name: /号电梯/ }).all()) await lift.check();
  await replay(page);
  await expect(result(page).getByText(/^\d+ 人到不了任何能办的窗口/)).toBeVisible();
  await expect(result(page).getByText(/^无台阶路线到不了的窗口/)).toBeVisible();

  for (const lift of await page.getByRole('checkbox', { name: /号电梯/ }).all()) await lift.uncheck();
  await command(page, '32');
  await page.getByRole('application').first().focus();
  for (let metre = 0; metre < 12; metre++) await page.keyboard.press('Shift+ArrowDown');
  await saved(page);
  await panel(page, '推演');
  await expect(page.getByText('平面图的修改也一并计入。')).toBeVisible();
  await replay(page);
  await expect(result(page).getByText(/人到不了任何能办的窗口/)).toHaveCount(0);
  await expect(result(page).getByRole('heading', { name: '步行变化最大的窗口' })).toBeVisible();
  const moved = result(page)
    .getByRole('button', { name: /^窗口 32/ })
    .first();
  await expect(moved).toContainText(/从入口走 \d+ 秒 → \d+ 秒/);
  await expect(moved).toContainText(/这一天(没有人在这里办理|叫到这里)/);
  for (let metre = 0; metre < 12; metre++) await undo(page).click();
  await saved(page);
});

test('what if: a door is opened in the south wall and draws visitors; the main doors, which the draft will shut, cost others a way round, until they are opened on trial', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await page.keyboard.press('d');
  await tapPlan(page, hall, { x: 18, y: 0 });
  await expect(page.getByRole('heading', { name: '门' })).toBeVisible();
  const { venue } = await draftOf(page, hall);
  const [a, b] = venue.openings.at(-1)!.line;
  expect([a!.y, b!.y]).toEqual([0, 0]);
  await panel(page, '推演');
  await page.getByLabel('模拟的一天').check();
  await expect(page.getByText('平面图的修改也一并计入。')).toBeVisible();
  await replay(page);
  await expect(result(page).getByText(/人到不了任何能办的窗口/)).toHaveCount(0);
  const shorter = /^窗口 \S+ ?步行 (\d+) 分 (\d+) 秒 → (\d+) 分 (\d+) 秒/;
  const windows = await result(page).locator('.rows button').allTextContents();
  const saved = windows.flatMap((text) => {
    const [, ...parts] = shorter.exec(text) ?? [];
    const [m0, s0, m1, s1] = parts.map(Number);
    return parts.length === 4 ? [60 * m0! + s0! - (60 * m1! + s1!)] : [];
  });
  expect(Math.max(...saved), windows.join('\n')).toBeGreaterThan(0);
  const [, , less] = /(\d+) 人多走 5 秒以上，(\d+) 人少走/.exec((await result(page).textContent())!)!;
  expect(Number(less)).toBeGreaterThan(0);
  await undo(page).click();
  await expect(undo(page)).toBeDisabled();

  await panel(page, '属性');
  await page.getByRole('application').focus();
  await page.keyboard.press('x');
  await tapPlan(page, hall, { x: 54, y: 0 });
  await expect(page.getByRole('heading', { name: '临时封闭' })).toBeVisible();
  await page.getByLabel('从', { exact: true }).fill('2030-12-05T08:00');
  await panel(page, '推演');
  await replay(page);
  const [, more] = /(\d+) 人多走 5 秒以上/.exec((await result(page).textContent())!)!;
  expect(Number(more)).toBeGreaterThan(0);
  await page
    .getByText(/^试着开放/)
    .locator('+ .checks')
    .getByRole('checkbox')
    .check();
  await replay(page);
  await expect(result(page).getByText('0 人多走 5 秒以上，0 人少走')).toBeVisible();
  while (await undo(page).isEnabled()) await undo(page).click();
  await draftOf(page, hall);
});

test('a draft is published at a time to come, called off, and the hall in 3D beside the plan follows the draft', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await command(page, 'B030');
  await page.getByLabel('备注').fill('下周换');
  await page.getByLabel('备注').press('Enter');
  await saved(page);
  await page.getByRole('banner').getByRole('button', { name: '发布' }).click();
  const dialog = page.getByRole('dialog', { name: '发布草稿' });
  await dialog.getByLabel(/^发布时间/).fill('2020-01-05T07:30');
  await expect(dialog.getByText('这个时间已经过了')).toBeVisible();
  await dialog.getByLabel(/^发布时间/).fill('2030-01-05T07:30');
  await dialog.getByLabel('说明').fill('节后换电池');
  const publish = dialog.getByRole('button', { name: '定时发布' });
  await expect(dialog.getByText('正在检查')).toHaveCount(0, { timeout: 120_000 });
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await publish.click();
  await expect(dialog.getByText('已安排发布')).toBeVisible({ timeout: 90_000 });
  await dialog.getByRole('button', { name: '好' }).click();
  await panel(page, '版本');
  await expect(page.getByText('已排期 · 版本 2')).toBeVisible();
  await expect(page.getByText('节后换电池')).toBeVisible();
  await expect(page.getByText('现行 · 版本 1')).toBeVisible();
  await page.getByRole('button', { name: '取消排期' }).click();
  await expect(page.getByText('已取消 · 版本 2')).toBeVisible();
  await expect(page.getByRole('link', { name: /审计/ })).toBeVisible();

  await page.getByRole('button', { name: '三维' }).click();
  await expect(page.locator('.solid-box canvas')).toBeVisible({ timeout: 120_000 });
  await page.getByRole('button', { name: '三维' }).click();
  await expect(page.locator('.solid-box')).toHaveCount(0);
});
