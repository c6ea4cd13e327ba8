import {
  type Browser,
  type BrowserContextOptions,
  chromium,
  expect,
  type Page,
  test,
} from '@playwright/test';
import { flatBrowser } from './flat';
import { startHall } from './hall';
import { openKiosk, sizes, typeNumber } from './kiosk';
import { type OpenHall, opened, phoneStates } from './states';

test.use({ launchOptions: flatBrowser });

let hall: OpenHall;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  hall = await opened(await startHall());
});
test.afterAll(() => hall?.close());

async function open(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  return (await browser.newContext({ serviceWorkers: 'block', ...options })).newPage();
}

/** A browser whose owner has set letters of 200 %, as `em` in media queries hears too. */
const largeLetters = { ...flatBrowser, args: [...flatBrowser.args, '--blink-settings=defaultFontSize=32'] };

/** Window 232 is shut over lunch, so that a notice stands on the map. */
const NOON = new Date('2026-03-04T13:00:00+08:00');

/** What one cannot get at: text or controls beside the page, cut by their box, or under something else. Must stand alone. */
function lost(): readonly string[] {
  const named = (element: Element, why: string) =>
    `${why}: ${element.tagName}.${element.classList} “${element.textContent?.slice(0, 24)}”`;
  const root = document.scrollingElement!;
  const seen = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    (element) =>
      element instanceof HTMLElement &&
      element.checkVisibility({ visibilityProperty: true }) &&
      element.closest('.visually-hidden, .plan, .map') === null,
  );
  const worded = seen.filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== ''),
  );
  const isCut = (element: HTMLElement) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const clips = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    return (
      (clips(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (clips(overflowY) && element.scrollHeight > element.clientHeight + 1)
    );
  };
  const beside = (element: Element) => {
    const { left, right } = element.getBoundingClientRect();
    return left < -1 || right > innerWidth + 1;
  };
  const covered = [...document.querySelectorAll<HTMLElement>('button, a[href], input')].filter((control) => {
    if (!control.checkVisibility() || control.matches(':disabled, .visually-hidden')) return false;
    control.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = control.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return hit === null || !(control.contains(hit) || hit.closest('label')?.contains(control));
  });
  return [
    ...(root.scrollWidth > innerWidth ? [`the page is ${root.scrollWidth} wide in ${innerWidth}`] : []),
    ...worded.filter(beside).map((element) => named(element, 'beside the page')),
    ...worded.filter(isCut).map((element) => named(element, 'cut')),
    ...covered.map((control) => named(control, 'covered')),
  ];
}

for (const [name, viewport, large] of [
  ['320 CSS pixels wide and letters of 200 %', { width: 320, height: 640 }, true],
  ['lying, 740 × 360', { width: 740, height: 360 }, false],
] as const)
  for (const locale of ['zh-CN', 'en-GB'])
    test(`nothing is lost on a phone of ${name} (${locale})`, async ({ browser }) => {
      const own = large ? await chromium.launch(largeLetters) : browser;
      const page = await open(own, { viewport, locale });
      await page.clock.setFixedTime(NOON);
      for (const [state, come] of Object.entries(phoneStates)) {
        await come(page, hall);
        if (state === 'where-are-you') await expect(page.locator('.notices .notice')).toBeVisible();
        await page.screenshot({ path: `test-results/small-${viewport.width}-${state}-${locale}.png` });
        if (large) await expect(page.locator('.banner-caption-again:visible')).toHaveCount(0);
        expect({ state, lost: await page.evaluate(lost) }).toEqual({ state, lost: [] });
      }
      await page.context().close();
      if (own !== browser) await own.close();
    });

test('where motion is not wanted nothing moves by itself, and the walk is shown in steps', async ({
  browser,
}) => {
  const still = { reducedMotion: 'reduce', locale: 'zh-CN' } as const;
  const running = () => document.getAnimations().filter(({ playState }) => playState === 'running').length;
  const phone = await open(browser, { ...still, viewport: { width: 360, height: 640 } });
  for (const [state, come] of Object.entries(phoneStates)) {
    await come(phone, hall);
    expect({ state, running: await phone.evaluate(running) }).toEqual({ state, running: 0 });
  }
  await phone.context().close();

  const kiosk = await open(browser, still);
  await openKiosk(kiosk, hall.at, sizes.portrait);
  await typeNumber(kiosk, '232');
  await expect(kiosk.getByTestId('route-length')).toBeVisible();
  await kiosk.locator('.route-shows .button-primary').click();
  await expect(kiosk.locator('.plan-dot')).toBeAttached();
  const places = await kiosk.evaluate(async () => {
    const seen = new Set<string>();
    const until = performance.now() + 3000;
    while (performance.now() < until) {
      seen.add(document.querySelector('.plan-dot')?.outerHTML ?? '');
      await new Promise((done) => requestAnimationFrame(done));
    }
    return seen.size;
  });
  expect(places).toBeLessThanOrEqual(3); // one every two seconds
  expect(await kiosk.evaluate(running)).toBe(0);
  await kiosk.context().close();
});
