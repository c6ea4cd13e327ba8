import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { command, draftOf, enter, panel, test, undo } from './studio';

test.use({ viewport: { width: 1440, height: 900 }, actionTimeout: 60_000 });

const SEARCH_MS = 240_000;

/** The figure beside its name, in metres. */
async function figure(page: Page, name: string): Promise<number> {
  const text = await page.locator('.figures dt', { hasText: name }).locator('+ dd').textContent();
  return Number.parseFloat(text!);
}

const sumOfFigures = async (page: Page): Promise<number> =>
  (await figure(page, '中位')) + (await figure(page, '最差 5 % 处')) + (await figure(page, '最差处'));

/** The panel with the first map drawn. */
async function openAccuracy(page: Page): Promise<void> {
  await panel(page, '精度');
  await expect(page.getByRole('heading', { name: '1F 全层' })).toBeVisible({ timeout: 120_000 });
}

/** How the plan looks once it looks the same twice, as a number for all its pixels. */
async function settledPicture(page: Page): Promise<number> {
  let [last, now] = [Number.NaN, Number.NaN];
  await expect
    .poll(async () => {
      [last, now] = [now, await page.evaluate(sumOfPlan)];
      return last === now;
    })
    .toBe(true);
  return now;
}

async function sumOfPlan(): Promise<number> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const canvas = document.querySelector<HTMLCanvasElement>('.plan-box canvas')!;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
  return data.reduce((sum, part, i) => (sum * 31 + part * (i % 251)) % 4_294_967_291, 0);
}

const rows = (page: Page): Locator => page.locator('ol.chosen button');

const centimetres = async (row: Locator): Promise<number> =>
  Number(/([+−][\d.]+) 厘米/.exec((await row.textContent())!)![1]!.replace('−', '-'));

test('the map shows the error, and what any one dead beacon adds to it; the dearest beacons are ranked, and without the first of them the storey is worse', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await openAccuracy(page);
  const error = await settledPicture(page);
  const worst = await figure(page, '最差处');
  expect(worst).toBeGreaterThan(await figure(page, '中位'));
  await page.getByLabel('图上显示').selectOption('任一信标失效时误差增加');
  await expect.poll(() => figure(page, '最差处'), { timeout: 60_000 }).toBeLessThan(worst);
  expect(await figure(page, '最差处')).toBeGreaterThan(await figure(page, '中位'));
  expect(await settledPicture(page)).not.toBe(error);

  await page.getByRole('button', { name: '哪些最不能坏' }).press('Enter');
  await expect(rows(page)).toHaveCount(10, { timeout: SEARCH_MS });
  const costs = [];
  for (const row of await rows(page).all()) costs.push(await centimetres(row));
  expect(costs).toEqual(costs.toSorted((a, b) => b - a));
  const dearest = (await rows(page).first().locator('span').first().textContent())!;
  await rows(page).first().press('Enter');
  const at = (await draftOf(page, hall)).register.beacons.find(({ id }) => id === dearest)!.at!;
  await page.getByLabel('图上显示').selectOption('定位误差（95 % 的人在此半径内）');
  await expect(page.getByRole('heading', { name: `${at.level} 全层` })).toBeVisible();
  const before = await settledPicture(page);
  const sum = await sumOfFigures(page);
  await command(page, '停用');
  await expect(page.getByText(/^图在改动后 \d+ 毫秒更新$/)).toBeVisible();
  expect(await settledPicture(page)).not.toBe(before);
  await expect.poll(() => sumOfFigures(page)).toBeGreaterThanOrEqual(sum);
  await undo(page).click();
  await expect(undo(page)).toBeDisabled();
  await draftOf(page, hall);
});

test('five more beacons are sought where they help most, stopped, sought again and hung by one press; one step takes them down', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await openAccuracy(page);
  const before = (await draftOf(page, hall)).register.beacons;
  const seek = page.getByRole('button', { name: '再加几个，加在哪里最好' });
  await expect(page.getByLabel('再加几个，加在哪里最好: 个数')).toHaveValue('5');
  await seek.click();
  await expect(page.getByText(/^正在搜索 [1-9]\d* \/ \d+$/)).toBeVisible();
  await page.getByRole('button', { name: '停止' }).click();
  await expect(page.getByText(/^(没有找到|已停止，以下是已找到的)$/)).toBeVisible();
  await page.getByRole('button', { name: '清除结果' }).click();

  await seek.press('Enter');
  const take = page.getByRole('button', { name: '挂上这 5 个' });
  await expect(take).toBeVisible({ timeout: SEARCH_MS });
  await expect(rows(page)).toHaveCount(5);
  for (const row of await rows(page).all()) expect(await centimetres(row)).toBeLessThan(0);
  await rows(page).first().click();
  await take.press('Enter');
  const after = (await draftOf(page, hall)).register.beacons;
  expect(after.slice(before.length).map(({ id }) => id)).toEqual(['B601', 'B602', 'B603', 'B604', 'B605']);
  await undo(page).click();
  await expect(undo(page)).toBeDisabled();
  expect((await draftOf(page, hall)).register.beacons).toEqual(before);
});

test('twenty beacons that could go are found, shown on the plan, retired by one press and put up again by one step', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await openAccuracy(page);
  await expect(page.getByLabel('哪些可以拆掉: 个数')).toHaveValue('20');
  await page.getByRole('button', { name: '哪些可以拆掉' }).press('Enter');
  const take = page.getByRole('button', { name: '停用这 20 个' });
  await expect(take).toBeVisible({ timeout: SEARCH_MS });
  const ids = await page.locator('ol.chosen button span:first-of-type').allTextContents();
  expect(new Set(ids).size).toBe(20);
  await rows(page).last().click();
  await take.click();
  const { beacons } = (await draftOf(page, hall)).register;
  const retired = beacons.filter(({ status }) => status === 'retired').map(({ id }) => id);
  expect(retired.toSorted()).toEqual(ids.toSorted());
  await undo(page).click();
  await expect(undo(page)).toBeDisabled();
  await draftOf(page, hall);
});

test('walks that were recorded are loaded, and what was predicted stands beside what was measured in them', async ({
  page,
  hall,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'daoyin-walks-'));
  for (const seed of ['11', '12']) {
    const walk = ['--seed', seed, '--minutes', '3', '--out', join(folder, `walk-${seed}`)];
    const hallFiles = ['--venue', 'floorplans/zhongshan', '--beacons', 'beacons.json'];
    const made = spawnSync(process.execPath, ['apps/cli/bin/daoyin.js', 'simulate', ...hallFiles, ...walk]);
    expect(made.status, String(made.stderr)).toBe(0);
  }
  await enter(page, hall);
  await panel(page, '走测');
  await expect(page.getByRole('button', { name: '开始走测' })).toBeEnabled({ timeout: 150_000 });
  await page.getByLabel('载入走测文件夹').setInputFiles(folder);
  await expect(page.getByText(/^.*walk-11：\d+ 秒$/)).toBeVisible();
  await page.getByRole('button', { name: '用走测检验预测' }).press('Enter');
  const measured = page.getByText(
    /^[1-9]\d* 处：预测中位 \d\.\d\d 米，实测 \d\.\d\d 米，比值 \d\.\d\d，相关 −?-?\d\.\d\d$/,
  );
  await expect(measured).toBeVisible({ timeout: 180_000 });
  const ratio = Number(/比值 ([\d.]+)/.exec((await measured.textContent())!)![1]);
  expect(ratio).toBeGreaterThan(0.5);
  expect(ratio).toBeLessThan(3);
  rmSync(folder, { recursive: true, force: true });
});
