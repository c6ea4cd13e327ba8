import { expect } from '@playwright/test';
import { enter, panel, saved, test } from './studio';

test('the catalogue is edited as the plan is: what cannot be read is not taken, a window that is not there is found as one types, and blocks publishing, on the page and by the API', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await panel(page, '目录');
  const what = page.getByRole('tabpanel').getByLabel('目录');
  await what.selectOption('hours');
  const regular = page.getByLabel('正常时间');
  await regular.fill('whenever');
  await regular.press('Enter');
  await expect(page.getByText('读不懂')).toBeVisible();
  await regular.fill('Mo-Fr 08:30-17:30');
  await regular.press('Enter');
  await expect(page.getByText('读不懂')).toHaveCount(0);

  await what.selectOption('items');
  await page.getByLabel('按名称或编号查找').fill('居民身份证申领');
  await page.getByRole('tabpanel').getByRole('button', { name: '居民身份证申领' }).first().click();
  const windows = page.getByLabel('去哪些窗口（如 1-6, 12）');
  await expect(windows).toHaveValue('1-6');
  await windows.fill('6-1');
  await windows.press('Enter');
  await expect(page.getByText('写成 1-6, 12 这样')).toBeVisible();
  await windows.fill('1-6, 9999');
  await windows.press('Enter');
  await expect(page.getByText('平面图里没有：9999')).toBeVisible();
  await expect(page.getByText('目录里有 1 处问题')).toBeVisible({ timeout: 60_000 });
  await saved(page);

  await page.getByRole('banner').getByRole('button', { name: '发布' }).click();
  const dialog = page.getByRole('dialog', { name: '发布草稿' });
  await expect(dialog.getByText('窗口号不存在 居民身份证申领')).toBeVisible({ timeout: 90_000 });
  await expect(dialog.getByRole('button', { name: '立即发布' })).toBeDisabled();
  await page.keyboard.press('Escape');
  const { csrfToken } = await (await page.request.get(`${hall.at}/api/staff/session`)).json();
  const { revision } = await (await page.request.get(`${hall.at}/api/studio/draft`)).json();
  const refused = await page.request.post(`${hall.at}/api/studio/publish`, {
    headers: { 'x-csrf-token': csrfToken },
    data: { revision },
  });
  expect(refused.status()).toBe(422);
  expect((await refused.json()).issues).toContainEqual(expect.objectContaining({ kind: 'unknown-window' }));

  await page.getByRole('button', { name: '撤销' }).click();
  await expect(windows).toHaveValue('1-6');
  await panel(page, '改动');
  await expect(page.getByText('新增 0，修改 1，删除 0')).toBeVisible();
  await saved(page);
});

test('a department is made, named, used by nobody and taken out again, by the keyboard', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await panel(page, '目录');
  await page.getByRole('tabpanel').getByRole('button', { name: '新增' }).press('Enter');
  await page.getByLabel('中文名').fill('大数据局');
  await page.getByLabel('中文名').press('Enter');
  await expect(page.getByRole('heading', { name: '大数据局' })).toBeVisible();
  await page.getByRole('button', { name: '返回列表' }).press('Enter');
  await page.getByLabel('按名称或编号查找').fill('大数据');
  await page.getByRole('tabpanel').getByRole('button', { name: '大数据局' }).press('Enter');
  await page.getByRole('button', { name: '删除' }).press('Enter');
  await expect(page.getByRole('tabpanel').getByRole('button', { name: '大数据局' })).toHaveCount(0);
  await saved(page);
});
