import { expect, type Page } from '@playwright/test';
import { draftOf, enter, exported, give, importDialog, saved, test, undo } from './studio';

const counted = (page: Page, added: number, changed: number) =>
  expect(importDialog(page).getByText(`信标： 新增 ${added}，修改 ${changed}，删除 0`)).toBeVisible({
    timeout: 60_000,
  });

test('beacons go out as CSV, JSON and the IMDF extension, and come back as the same', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  const before = await draftOf(page, hall);
  for (const [operation, name] of [
    ['导出信标 CSV', 'beacons.csv'],
    ['导出 beacons.json', 'beacons.json'],
    ['导出信标 GeoJSON', 'daoyin.beacon.geojson'],
  ] as const) {
    const file = await exported(page, operation);
    expect(file.name).toBe(name);
    await give(page, file.name, file.bytes);
    await counted(page, 0, 0);
    await page.keyboard.press('Escape');
  }
  await expect(undo(page)).toBeDisabled();
  expect((await draftOf(page, hall)).register).toEqual(before.register);
});

test('a sheet that was worked on moves one beacon, adds one and leaves the rest; what is wrong in it is told first; one step takes it back', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  const before = await draftOf(page, hall);
  const old = before.register.beacons.find(({ id }) => id === 'B010')!;
  const rows = [
    '编号,楼层,东,北,高度,备注,颜色',
    `B010,1F,${old.at!.x + 1.5},${old.at!.y},3,梁东侧,红`,
    'B901,1F,50,20,3,新装,蓝',
    'B902,9F,50,20,3,,',
  ];
  await give(page, 'hello.csv', 'hello\nworld\n');
  await expect(importDialog(page).getByRole('listitem').filter({ hasText: '不是信标表' })).toBeVisible();
  await expect(importDialog(page).getByRole('button', { name: '导入', exact: true })).toBeDisabled();
  await give(page, 'sheet.csv', rows.join('\r\n'));
  await counted(page, 2, 1);
  for (const wrong of ['颜色', '9F'])
    await expect(importDialog(page).getByRole('listitem').filter({ hasText: wrong }).first()).toBeVisible();
  await give(page, 'sheet.csv', rows.slice(0, 3).join('\r\n'));
  await counted(page, 1, 1);
  await importDialog(page).getByRole('button', { name: '导入', exact: true }).click();
  const { beacons } = (await draftOf(page, hall)).register;
  expect(beacons).toHaveLength(before.register.beacons.length + 1);
  const moved = { ...old, at: { ...old.at!, x: old.at!.x + 1.5 }, height: 3, note: '梁东侧' };
  expect(beacons.find(({ id }) => id === 'B010')).toEqual(moved);
  expect(beacons.at(-1)).toMatchObject({ id: 'B901', at: { level: '1F', x: 50, y: 20 }, note: '新装' });
  await undo(page).click();
  await saved(page);
  expect((await draftOf(page, hall)).register).toEqual(before.register);
});
