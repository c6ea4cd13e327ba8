import { expect, test } from '@playwright/test';
import { startHall, type TestHall } from './hall';
import { draftOf, PASSWORD, placeOf } from './studio';

test.setTimeout(420_000);

let hall: TestHall;

test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall.close());

test('from the link of the first start to the first beacon it is two fields and four clicks, each of them named on the page', async ({
  page,
}) => {
  await page.goto(`${hall.at}/staff/#first-admin=${hall.invitation}`);
  await page.getByLabel('姓名').fill('root');
  await page.getByLabel(/^密码/).fill(PASSWORD);
  await page.getByRole('button', { name: '设立' }).click();
  await page.getByRole('link', { name: '平面图与信标' }).click();
  const plan = page.getByRole('application');
  await expect(plan).toBeVisible({ timeout: 120_000 });
  await expect(page.getByText('按 B 放信标')).toBeVisible();
  await page.getByRole('button', { name: '放信标' }).click();
  const spot = await placeOf(page, 0.42, 0.46);
  await page.mouse.click(spot.x, spot.y);
  await expect(page.getByRole('heading', { name: 'B601' })).toBeVisible();
  const { beacons } = (await draftOf(page, hall)).register;
  expect(beacons.at(-1)).toMatchObject({ id: 'B601', at: { level: '1F' }, status: 'active' });
});
