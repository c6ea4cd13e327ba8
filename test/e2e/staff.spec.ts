import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { flatBrowser } from './flat';
import { startHall, type TestHall } from './hall';

test.use({ launchOptions: flatBrowser });
test.describe.configure({ mode: 'serial' });

const PASSWORD = 'a long enough password';
const TARGET = 44;
let hall: TestHall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall?.close());

const section = async (page: Page, name: string) => {
  await page.getByRole('navigation').getByRole('link', { name }).click();
  await expect(page.locator('main h1').first()).toBeVisible();
};
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('the first admin comes by the link of the start, and what an admin does stands in the record', async ({
  page,
}) => {
  await page.goto(`${hall.at}/staff/#first-admin=${hall.invitation}`);
  await page.getByLabel('姓名').fill('root');
  await page.getByLabel('密码').fill(PASSWORD);
  await press(page, '设立');
  await expect(page.locator('.head-who')).toContainText('root');
  expect(page.url()).not.toContain(hall.invitation);

  await section(page, '账户');
  const made = page.locator('form', { hasText: '新账户' });
  await made.getByLabel('姓名').fill('anna');
  await made.getByLabel('权限').selectOption('editor');
  await made.getByLabel('密码').fill(PASSWORD);
  await press(page, '建立');
  await expect(page.getByLabel('anna 的权限')).toHaveValue('editor');

  await section(page, '设备');
  await page.getByLabel('设备名').fill('kiosk-7');
  await page.getByLabel('种类').selectOption('kiosk');
  await press(page, '登记，或换新密钥');
  await expect(page.getByText('kiosk-7 的密钥')).toBeVisible();

  await section(page, '大厅');
  const pin = page.getByLabel('触摸屏密码');
  await pin.fill('2468');
  await page.locator('form', { has: pin }).getByRole('button', { name: '保存' }).click();
  await expect(pin).toHaveValue('');

  await section(page, '记录');
  for (const done of ['anna', 'kiosk-7']) await expect(page.locator('main table')).toContainText(done);
});

test('an editor calls and serves a number without a calling system, and sees no more than an editor may', async ({
  page,
}) => {
  await page.goto(`${hall.at}/staff/`);
  await page.getByLabel('姓名').fill('anna');
  await page.getByLabel('密码').fill('not the password');
  await press(page, '登录');
  await expect(page.getByRole('alert')).toContainText('姓名或密码不正确');
  await page.getByLabel('密码').fill(PASSWORD);
  await press(page, '登录');
  await expect(page.getByRole('navigation').getByRole('link', { name: '设备' })).toHaveCount(0);

  const { services } = await (await fetch(`${hall.at}/api/venue`)).json();
  const ticket = await hall.take(services.items[0].id);
  await section(page, '叫号');
  await page.getByLabel('窗口号').fill(services.items[0].windows[0]);
  await press(page, '开窗');
  await press(page, '叫下一位');
  const current = page.getByRole('region', { name: '当前' });
  await expect(current).toContainText(ticket.number);
  await press(page, '开始办理');
  await press(page, '办结');
  await expect(current).toContainText('已办结');
});

test('every section holds to WCAG 2.2 AA', async ({ page }) => {
  await page.goto(`${hall.at}/staff/`);
  await expectAccessible(page, 'signing in', TARGET);
  await page.getByLabel('姓名').fill('root');
  await page.getByLabel('密码').fill(PASSWORD);
  await press(page, '登录');
  for (const link of await page.getByRole('navigation').getByRole('link').all()) {
    await link.click();
    await expect(page.locator('main h1').first()).toBeVisible();
    await expectAccessible(page, (await link.textContent()) ?? '', TARGET);
  }
});
