import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seededRandom } from '@daoyin/geometry';
import { expect } from '@playwright/test';
import WebSocket from 'ws';
import { enter, panel, placeOf, test } from './studio';

interface Hung {
  readonly uuid: string;
  readonly major: number;
  readonly minor: number;
  readonly level: string;
  readonly x: number;
  readonly y: number;
}

const { beacons } = JSON.parse(readFileSync(join(import.meta.dirname, '../../beacons.json'), 'utf8')) as {
  readonly beacons: readonly Hung[];
};
const random = seededRandom(4);

/** What a receiver in the middle of the ground storey hears of the nearest beacons in a moment. */
function heardAt(x: number, y: number, atMs: number) {
  return beacons
    .filter((beacon) => beacon.level === '1F' && Math.hypot(beacon.x - x, beacon.y - y) < 14)
    .map(({ uuid, major, minor, x: east, y: north }) => {
      const metres = Math.hypot(east - x, north - y, 1.8);
      return {
        atMs,
        uuid,
        major,
        minor,
        rssiDbm: Math.round(-59 - 22 * Math.log10(metres) + 4 * random() - 2),
      };
    });
}

test('a survey is walked live: readings come by the server, the plan says the next stop, each tap shows what was learnt, and the walk is kept', async ({
  page,
  hall,
}) => {
  await enter(page, hall);
  await panel(page, '走测');
  const command = page.getByText(/daoyin receive --session/);
  const session = /--session (\S+)/.exec((await command.textContent())!)![1]!;
  const begin = page.getByRole('button', { name: '开始走测' });
  await expect(begin).toBeEnabled({ timeout: 150_000 });
  await begin.click();
  await expect(page.getByText('先在图上点出起点')).toBeVisible();

  const relay = new WebSocket(`${hall.at.replace('http', 'ws')}/api/relay?session=${session}`);
  await new Promise((resolve) => relay.once('open', resolve));
  const timer = setInterval(() => relay.send(JSON.stringify({ heard: heardAt(50, 30, Date.now()) })), 300);
  const spot = await placeOf(page, 0.5, 0.55);
  await page.mouse.click(spot.x, spot.y);
  const next = page.getByRole('button', { name: /^站到下一站，就点这里（\d+ 米）$/ });
  await expect(next).toBeVisible();
  await expect(page.getByText(/听到 [1-9]\d* 条，[1-9]\d* 个信标/)).toBeVisible({ timeout: 30_000 });
  const errors = page.getByText(/^平均误差（95 %）/);
  const before = (await errors.textContent())!;
  await next.click();
  await expect(page.getByText(/^2 站/)).toBeVisible();
  await expect(errors).not.toHaveText(before);
  await next.click();
  await expect(page.getByText(/^3 站/)).toBeVisible();
  await page.getByRole('button', { name: '结束这趟' }).click();
  clearInterval(timer);
  relay.close();
  await expect(page.getByText(/^走测 1：\d+ 秒$/)).toBeVisible();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '存为文件' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('survey.zip');
  await expect(page.getByText('至少要两次走测')).toHaveCount(0);
});
