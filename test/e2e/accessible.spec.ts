import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { flatBrowser } from './flat';
import { startHall } from './hall';
import { dock, openKiosk, sizes, tab, typeNumber } from './kiosk';
import { type OpenHall, opened, phoneStates, printStates } from './states';

test.use({ launchOptions: flatBrowser });

let hall: OpenHall;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  hall = await opened(await startHall({ PUBLIC_URL: 'http://hall.example.cn' }));
});
test.afterAll(() => hall?.close());

const [FINGER, KIOSK_FINGER] = [44, 64];
const small = { viewport: { width: 360, height: 640 } };
const walked = ['route', 'walking', 'arrival'] as const;

/** A page whose visitor has chosen these settings before. */
async function stand(
  browser: Browser,
  options: BrowserContextOptions,
  chosen: Readonly<Record<string, unknown>> = {},
): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  const kept = JSON.stringify({ state: chosen, version: 0 });
  await page.addInitScript((text) => {
    for (const name of ['daoyin-phone', 'daoyin-kiosk', 'daoyin-staff']) localStorage.setItem(name, text);
  }, kept);
  return page;
}

const wishes = {
  'as it comes, in Chinese': [{ locale: 'zh-CN' }, {}],
  'dark, in English': [{ locale: 'en-GB', colorScheme: 'dark' }, {}],
  'large text': [{ locale: 'zh-CN' }, { largeText: true }],
  'high contrast': [{ locale: 'en-GB', contrast: 'more' }, { theme: 'contrast' }],
} as const;

for (const [wish, [options, chosen]] of Object.entries(wishes))
  test(`on the way and on arrival the phone page is accessible (${wish})`, async ({ browser }) => {
    const page = await stand(browser, { ...small, ...options }, chosen);
    for (const state of walked) {
      await phoneStates[state](page, hall);
      await expectAccessible(page, `${state}, ${wish}`, FINGER);
    }
    await page.context().close();
  });

for (const [wish, buttons] of [
  ['长辈版', [4]],
  ['200 % text', [5]],
  ['high contrast', [6]],
  ['low reach, large, in English', [7, 4, 3]],
] as const)
  test(`the kiosk page is accessible with ${wish}`, async ({ browser }) => {
    const page = await stand(browser, {});
    await openKiosk(page, hall.at, sizes.portrait);
    for (const button of buttons) await dock(page, button);
    await expectAccessible(page, `number, ${wish}`, KIOSK_FINGER);
    await tab(page, 'search');
    await page.locator('#query').fill('yb');
    await expect(page.locator('.search-found .result').first()).toBeVisible();
    await expectAccessible(page, `search, ${wish}`, KIOSK_FINGER);
    await tab(page, 'number');
    await typeNumber(page, '232');
    await expect(page.getByTestId('route-length')).toBeVisible();
    await expectAccessible(page, `route, ${wish}`, KIOSK_FINGER);
    await page.context().close();
  });

for (const [sheet, come] of Object.entries(printStates))
  test(`a sheet on paper is accessible, and no sheet of its kind loses anything (${sheet})`, async ({
    browser,
  }) => {
    const page = await stand(browser, { locale: 'zh-CN' });
    await come(page, hall);
    await expectAccessible(page, `${sheet} on paper`, 0);
    await page.emulateMedia({ media: 'screen' });
    await expectAccessible(page, `${sheet} with its bar`, FINGER);
    if (sheet === 'window') await page.locator('.print-bar input').first().fill('');
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(overfull)).toEqual([]);
    await page.context().close();
  });

/** Sheets whose words do not fit into them, or lie under their code. Must stand alone: it is sent to the page as text. */
function overfull(): readonly string[] {
  const crossed = (a: DOMRect, b: DOMRect) =>
    a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return [...document.querySelectorAll('.sheet')].flatMap((sheet) => {
    const whole = sheet.getBoundingClientRect();
    const code = sheet.querySelector('.sheet-code')!.getBoundingClientRect();
    const parts = sheet.querySelectorAll('.sheet-seal, .sheet-head > *, .sheet-lines > li, .sheet-plan');
    const lost = [...parts].filter((part) => {
      const box = part.getBoundingClientRect();
      return box.bottom > whole.bottom || box.right > whole.right || crossed(box, code);
    });
    return lost.map((part) => `${sheet.querySelector('h2')?.textContent}: “${part.textContent}”`);
  });
}
