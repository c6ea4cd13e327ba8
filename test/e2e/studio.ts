import { readFileSync } from 'node:fs';
import { boundsOfAreas, type Point } from '@daoyin/geometry';
import type { StudioDocument } from '@daoyin/protocol';
import { test as base, expect, type Page } from '@playwright/test';
import { startHall, type TestHall } from './hall';

export const PASSWORD = 'a long enough password';

/** Drawing, checking and replaying a whole hall takes a machine without a graphics card its time. */
const LONGEST_MS = 420_000;

/** What the plan leaves free about a storey that it shows whole, in CSS pixels. */
const PLAN_MARGIN = 32;

/** The hall of the file whose tests are running; its first admin is `root`. */
class Halls {
  private file = '';
  private hall: TestHall | undefined;

  async of(file: string): Promise<TestHall> {
    if (this.hall && this.file === file) return this.hall;
    await this.close();
    this.hall = await startHall();
    this.file = file;
    await this.hall.admit('root', PASSWORD);
    return this.hall;
  }

  async close(): Promise<void> {
    await this.hall?.close();
    this.hall = undefined;
  }
}

/** A test with a hall on a server of its own, which the tests of one file share. */
export const test = base.extend<{ hall: TestHall }, { halls: Halls }>({
  halls: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const halls = new Halls();
      await use(halls);
      await halls.close();
    },
    { scope: 'worker' },
  ],
  hall: async ({ halls }, use, info) => {
    info.setTimeout(LONGEST_MS);
    await use(await halls.of(info.file));
  },
});

/** Signs in and waits for the plan. */
export async function enter(page: Page, hall: TestHall, name = 'root'): Promise<void> {
  await page.goto(`${hall.at}/studio/`);
  await page.getByLabel('姓名').fill(name);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('application')).toBeVisible({ timeout: 120_000 });
}

/** A place on the plan, in shares of its picture. */
export async function placeOf(
  page: Page,
  right: number,
  down: number,
): Promise<{ readonly x: number; readonly y: number }> {
  const box = (await page.getByRole('application').first().boundingBox())!;
  return { x: box.x + right * box.width, y: box.y + down * box.height };
}

/** Taps a place of the ground storey, with the whole of it in view. */
export async function tapPlan(page: Page, hall: TestHall, { x, y }: Point): Promise<void> {
  const { levels } = (await draftOf(page, hall)).venue;
  const ground = levels.find(({ shortName }) => shortName === '1F')!;
  const { minX, maxX, minY, maxY } = boundsOfAreas(ground.outline);
  const plan = page.getByRole('application');
  const box = (await plan.boundingBox())!;
  const scale = Math.min(
    (box.width - 2 * PLAN_MARGIN) / (maxX - minX),
    (box.height - 2 * PLAN_MARGIN) / (maxY - minY),
  );
  await plan.focus();
  await page.keyboard.press('0');
  const right = box.x + box.width / 2 + (x - (minX + maxX) / 2) * scale;
  const down = box.y + box.height / 2 - (y - (minY + maxY) / 2) * scale;
  await page.mouse.move(right, down, { steps: 2 });
  await page.mouse.click(right, down);
}

export const saved = (page: Page) => expect(page.locator('.sync')).toHaveText('已保存', { timeout: 60_000 });

export const panel = (page: Page, name: string) => page.getByRole('tab', { name, exact: true }).click();

export const undo = (page: Page) => page.getByRole('button', { name: '撤销' });
export const redo = (page: Page) => page.getByRole('button', { name: '重做' });

/** The number in a field. */
export const value = async (page: Page, label: string) => Number(await page.getByLabel(label).inputValue());

/** Does something by its name, without the pointer. */
export async function command(page: Page, name: string): Promise<void> {
  await page.getByRole('application').first().focus();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(name);
  await page.keyboard.press('Enter');
}

/** The draft as the server has it once all is sent. */
export async function draftOf(page: Page, hall: TestHall): Promise<StudioDocument> {
  await saved(page);
  const answer = await page.request.get(`${hall.at}/api/studio/draft`);
  return ((await answer.json()) as { document: StudioDocument }).document;
}

export const importDialog = (page: Page) => page.getByRole('dialog', { name: '导入文件' });

/** Gives a file to the page's import, as somebody who chooses it from a disk. */
export async function give(page: Page, name: string, content: Uint8Array | string): Promise<void> {
  if (!(await importDialog(page).isVisible())) await command(page, '导入');
  const buffer = Buffer.from(content);
  await importDialog(page).getByLabel('导入文件').last().setInputFiles({ name, mimeType: '', buffer });
}

/** What the page puts among the downloads. */
export async function exported(page: Page, name: string) {
  const coming = page.waitForEvent('download');
  await command(page, name);
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}
