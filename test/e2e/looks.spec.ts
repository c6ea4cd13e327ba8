import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, expect, type Page, test } from '@playwright/test';
import { flatBrowser } from './flat';
import { startHall } from './hall';
import { sizes } from './kiosk';
import {
  type Come,
  kioskStates,
  type OpenHall,
  opened,
  PASSWORD,
  phoneStates,
  printStates,
  staffStates,
} from './states';

/**
 * How the pages look, against the pictures beside this file, which were made by Debian's Chromium with fonts-noto-cjk. `UPDATE=1` makes
 * them anew (CONTRIBUTING.md). The flat plan, the same minute of the same day, nothing that moves: only what somebody changed differs.
 */
test.use({
  launchOptions: {
    ...flatBrowser,
    args: [...flatBrowser.args, '--font-render-hinting=none', '--force-color-profile=srgb'],
  },
});

let hall: OpenHall;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  hall = await opened(await startHall({ PUBLIC_URL: 'http://hall.example.cn' }));
  await hall.admit('root', PASSWORD);
});
test.afterAll(() => hall?.close());

/** A Wednesday in the middle of the morning. */
const NOW = new Date('2026-03-04T10:30:00+08:00');
const phone = { viewport: { width: 390, height: 844 } };
/** Half of each pixel: layout, type and colour show, and the pictures stay small. */
const large = (viewport: { width: number; height: number }) => ({ viewport, deviceScaleFactor: 0.5 });
const looks = {
  'zh-light': { locale: 'zh-CN', colorScheme: 'light' },
  'en-dark': { locale: 'en-GB', colorScheme: 'dark' },
} as const;
type Look = keyof typeof looks;

async function stand(browser: Browser, look: Look, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    bypassCSP: true, // for the style sheet beside this file
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    ...looks[look],
    ...options,
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(NOW);
  // a machine of the hall speaks what its visitors chose, not what its browser does
  const language = look.slice(0, 2);
  await page.addInitScript((chosen) => {
    for (const name of ['daoyin-kiosk', 'daoyin-kiosk-machine', 'daoyin-staff'])
      localStorage.setItem(name, JSON.stringify({ state: { language: chosen }, version: 0 }));
  }, language);
  return page;
}

async function looksAsBefore(page: Page, come: Come, picture: string): Promise<void> {
  await come(page, hall);
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (let frame = 0; frame < 6; frame++) await new Promise((done) => requestAnimationFrame(done));
  });
  await expect.soft(page).toHaveScreenshot(`${picture}.png`, {
    animations: 'disabled',
    scale: 'device',
    stylePath: join(import.meta.dirname, 'looks.css'),
    threshold: 0.15,
    maxDiffPixelRatio: 0.003,
  });
}

/** Each state in a page of its own, so that none shows what the one before it left. */
function compare(
  name: string,
  states: Readonly<Record<string, Come>>,
  options: BrowserContextOptions,
  among: readonly Look[] = Object.keys(looks) as Look[],
): void {
  for (const look of among)
    test(`${name} looks as before (${look})`, async ({ browser }) => {
      test.slow();
      for (const [state, come] of Object.entries(states)) {
        const page = await stand(browser, look, options);
        await looksAsBefore(page, come, `${name}-${state}-${look}`);
        await page.context().close();
      }
    });
}

const laptop = { width: 1366, height: 768 };
const { home, route } = kioskStates(laptop);
const { window, ...upright } = printStates;
/** A4 at 96 dots an inch, less the millimetre that a sheet leaves. */
const [short, long] = [793, 1118];

compare('phone', phoneStates, phone);
compare('kiosk-portrait', kioskStates(sizes.portrait), large(sizes.portrait));
compare('kiosk-landscape', kioskStates(sizes.landscape), large(sizes.landscape));
compare('kiosk-laptop', { home, route }, large(laptop));
compare('staff', staffStates, large({ width: 1280, height: 800 }));
// the same in both languages, and never dark
compare('print-lying', { window }, { viewport: { width: long, height: short - 4 } }, ['zh-light']);
compare('print-upright', upright, { viewport: { width: short, height: long } }, ['zh-light']);
