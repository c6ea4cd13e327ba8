import { expect } from '@playwright/test';
import { expectAccessible } from './accessibility';
import type { TestHall } from './hall';
import { command, enter, PASSWORD, panel, saved, test, undo, value } from './studio';

/** Ten walks that say of B004 that it is silent, and of B007 that it hangs 4 m east and 3 m north. */
async function tellOfBeacons({ at }: TestHall): Promise<void> {
  const well = { heard: 12, expected: [12, 9, 5, 2], elsewhere: -1.4, gainDb: 0 };
  const told: Readonly<Record<number, object>> = {
    4: { heard: 0, expected: [20, 14, 8, 3] },
    7: { ...well, elsewhere: 2.5, displacement: { east: 4, north: 3, sd: 1 } },
  };
  for (let walk = 0; walk < 10; walk++) {
    for (let beacon = 1; beacon <= 12; beacon++) {
      const body = { beaconId: `B${String(beacon).padStart(3, '0')}`, ...(told[beacon] ?? well) };
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': `10.0.${walk}.${beacon}` };
      const answer = await fetch(`${at}/api/beacons/evidence`, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      });
      expect(answer.status).toBe(204);
    }
  }
}

test('what walks tell of beacons is listed and drawn; the new place of a moved one is taken over by a button, published, reviewed and rolled back', async ({
  page,
  hall,
}) => {
  await tellOfBeacons(hall);
  await enter(page, hall);
  await panel(page, '列表');
  await page.getByRole('button', { name: '可能坏了 1' }).click();
  await expect(page.getByRole('button', { name: /^B004/ })).toBeVisible();
  await page.getByLabel('筛选').selectOption('moved');
  await page.getByRole('button', { name: /^B007/ }).click();
  await panel(page, '属性');
  const [x, y] = [await value(page, '东 x（米）'), await value(page, '北 y（米）')];
  await expect(page.getByText('行走记录说它现在在 5.0 米外')).toBeVisible();
  await page.getByRole('button', { name: '接受新位置' }).click();
  await expect(page.getByText('行走记录说它现在在')).toHaveCount(0);
  expect([await value(page, '东 x（米）'), await value(page, '北 y（米）')]).toEqual([x + 4, y + 3]);
  await undo(page).click();
  await expect(page.getByText('行走记录说它现在在 5.0 米外')).toBeVisible();
  await page.getByRole('button', { name: '接受新位置' }).click();
  await saved(page);

  await panel(page, '改动');
  await expect(page.getByText('新增 0，修改 1，删除 0')).toBeVisible();
  await page.getByRole('banner').getByRole('button', { name: '发布' }).click();
  const dialog = page.getByRole('dialog', { name: '发布草稿' });
  await expect(dialog.getByText('预计定位误差')).toBeVisible({ timeout: 60_000 });
  const publish = dialog.getByRole('button', { name: '立即发布' });
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await expect(publish).toBeEnabled({ timeout: 90_000 });
  await publish.click();
  await expect(dialog.getByText('已发布')).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole('button', { name: '好' }).click();
  await panel(page, '版本');
  await expect(page.getByText('现行 · 版本 2')).toBeVisible();
  await page.getByRole('button', { name: '恢复此版本' }).click();
  await expect(page.getByText('现行 · 版本 2')).toBeVisible();
  await page.getByRole('button', { name: '确定？所有手机马上换图' }).click();
  await expect(page.getByText('现行 · 版本 1')).toBeVisible();
  await panel(page, '改动');
  await expect(page.getByText('修改 1')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: '全部恢复成现行版本' }).click();
  await saved(page);
});

test('a round on foot: a beacon without a day is listed, another’s code is asked about, its own marks the day, all by typing', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await page.getByRole('application').first().focus();
  await page.keyboard.press('Insert');
  await expect(page.getByRole('heading', { name: 'B601' })).toBeVisible();
  await panel(page, '安装');
  await page.getByRole('button', { name: '待安装' }).click();
  await expect(page.getByText('第 1 个，共 1 个')).toBeVisible();
  const typed = page.getByLabel('或输入编号、Minor、地址');
  await typed.fill('B010');
  await typed.press('Enter');
  await expect(page.getByRole('alert')).toContainText('这是 B010');
  await typed.fill('https://maker.example/beacon');
  await typed.press('Enter');
  await expect(page.getByRole('alert')).toContainText('认不出');
  await typed.fill('11111111-2222-3333-4444-555555555555 7 9');
  await typed.press('Enter');
  await page.getByRole('button', { name: '就把它装在这里' }).click();
  await expect(page.getByText('这一轮走完了')).toBeVisible();
  await panel(page, '属性');
  await expect(page.getByLabel('Minor')).toHaveValue('9');
  await expect(page.getByText('（0 个月前）')).toBeVisible();
  for (let step = 0; step < 2; step++) await undo(page).click();
  await expect(undo(page)).toBeDisabled();
  await saved(page);
});

test('three beacons are aligned, spread, put on a grid, renumbered, taken down, put up and replaced by keys alone; each step is taken back', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await panel(page, '列表');
  for (const id of ['B021', 'B022', 'B040'])
    await page.getByLabel(`选择 ${id}`, { exact: true }).press('Space');
  await command(page, '对齐成一行');
  await command(page, '等距分布');
  await command(page, '排到网格');
  const question = page.getByRole('dialog').getByRole('textbox');
  await question.fill('0');
  await question.press('Enter');
  await expect(page.getByRole('alert')).toContainText('至少 0.2');
  await question.fill('4');
  await question.press('Enter');
  await command(page, '重新编号');
  await question.fill('B100');
  await question.press('Enter');
  await expect(page.getByRole('alert')).toContainText('占用');
  await question.fill('C001');
  await question.press('Enter');
  await panel(page, '属性');
  await expect(page.getByText('已选 3 项')).toBeVisible();
  await command(page, '停用');
  await command(page, '恢复使用');
  await command(page, '换新');
  await page.getByRole('application').first().focus();
  await page.keyboard.press('ArrowLeft');
  for (let step = 0; step < 8; step++) await page.keyboard.press('Control+z');
  await expect(undo(page)).toBeDisabled();
  await saved(page);
});

test('who may only look changes nothing: not on the page, not by the API', async ({
  browser,
  page,
  hall,
}) => {
  await enter(page, hall);
  const { csrfToken } = await (await page.request.get(`${hall.at}/api/staff/session`)).json();
  const made = await page.request.post(`${hall.at}/api/staff/accounts`, {
    headers: { 'x-csrf-token': csrfToken },
    data: { name: 'viewer', role: 'viewer', password: PASSWORD },
  });
  expect(made.ok()).toBe(true);
  const other = await browser.newPage();
  await enter(other, hall, 'viewer');
  await expect(other.locator('.sync')).toContainText('只能查看');
  await expect(other.getByRole('button', { name: '放信标' })).toBeDisabled();
  await command(other, 'B010');
  await expect(other.getByLabel('东 x（米）')).toBeDisabled();
  await other.keyboard.press('Delete');
  await expect(undo(other)).toBeDisabled();
  const session = await (await other.request.get(`${hall.at}/api/staff/session`)).json();
  const refused = await other.request.post(`${hall.at}/api/studio/draft/steps`, {
    headers: { 'x-csrf-token': session.csrfToken },
    data: { messageId: 'a-viewer-edits', base: 0, patch: [] },
  });
  expect(refused.status()).toBe(403);
  await other.close();
});

test('a line that breaks in the middle of a drag loses nothing, and neither does closing the page then', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await command(page, 'B010');
  await expect(page.getByRole('heading', { name: 'B010' })).toBeVisible();
  const before = await value(page, '东 x（米）');
  const box = (await page.getByRole('application').first().boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 30, y, { steps: 4 });
  await hall.cut();
  await page.mouse.move(x + 60, y, { steps: 4 });
  await page.mouse.up();
  await expect(page.locator('.sync')).toContainText('留在本机', { timeout: 60_000 });
  const after = await value(page, '东 x（米）');
  expect(after).toBeGreaterThan(before + 1);
  await hall.mend();
  await saved(page);
  await page.reload();
  await command(page, 'B010');
  expect(await value(page, '东 x（米）')).toBe(after);
});

test('every panel of the beacons’ side holds to WCAG 2.2 AA, light and dark, in both languages', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await command(page, 'B010');
  for (const name of ['属性', '列表', '安装', '目录', '检查', '改动', '版本', '图层']) {
    await panel(page, name);
    await expectAccessible(page, name, 24);
  }
  await page.getByRole('button', { name: '深色' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  for (const name of ['Details', 'List', 'Install', 'Catalogue']) {
    await panel(page, name);
    await expectAccessible(page, `${name}, dark`, 24);
  }
  await page.getByRole('button', { name: 'Help' }).click();
  await expectAccessible(page, 'help', 24);
});
