import type { StudioDocument } from '@daoyin/protocol';
import { test as base, expect, type Page } from '@playwright/test';
import { startHall, type TestHall } from './hall';

export const PASSWORD = 'a long enough password';

/** Drawing, checking and replaying a whole hall takes a machine without a graphics card its time. */
const LONGEST_MS = 420_000;

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
