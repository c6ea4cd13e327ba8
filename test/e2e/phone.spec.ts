import AxeBuilder from '@axe-core/playwright';
import { createRouter, sealRoute } from '@daoyin/routing';
import type { Venue } from '@daoyin/venue';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { flatBrowser } from './flat';
import { startHall, type TestHall } from './hall';

test.use({
  launchOptions: flatBrowser,
  viewport: { width: 390, height: 844 },
});

let hall: TestHall;
let venue: Venue;
test.beforeAll(async () => {
  hall = await startHall();
  venue = (await (await fetch(`${hall.at}/api/venue`)).json()).venue;
});
test.afterAll(() => hall?.close());

const small = { width: 360, height: 640 };

/** The south entrance as an address says it. */
function entrance(): { readonly x: number; readonly y: number; readonly level: string } {
  const { point, level } = venue.amenities.find(({ category }) => category === 'entry')!;
  return { ...point, level };
}
const fromEntrance = () => `#from=${Object.values(entrance()).join()}`;

function capsuleTo(window: string): string {
  const route = createRouter(venue).find({ from: entrance(), to: { window }, profile: 'walk' });
  if (!route.ok) throw new Error(route.error.kind);
  return sealRoute({ venue: venue.id, route });
}

const steps = (page: Page) => page.getByTestId('distance-left');
async function openGuide(page: Page, query = '?window=232'): Promise<void> {
  await page.goto(`${hall.at}/phone/${query}${fromEntrance()}`);
  await expect(steps(page)).toContainText(/\d+ (米|m)/);
}

/** No violation of WCAG 2.2 AA, no target below 44 px, no line set tighter than 1.3. */
async function check(page: Page, state: string): Promise<void> {
  // what a bar that stays in its place covers just now is reached by scrolling
  await page.evaluate(() => scrollTo(0, 0));
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect
    .soft(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join()).join('; ')}`),
      state,
    )
    .toEqual([]);
  const poor = await page.evaluate(() => {
    const shown = (element: Element) => element.checkVisibility() && element.getClientRects().length > 0;
    const named = (element: Element, why: string) =>
      `${why}: <${element.tagName} class="${element.getAttribute('class')}"> ${element.textContent?.slice(0, 20)}`;
    const controls = [...document.querySelectorAll('button, a[href], input, [role=switch], [role=radio]')];
    const texts = [...document.querySelectorAll('p, h1, h2, span, button, label, strong')].filter((element) =>
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
    );
    return [
      ...controls
        .filter(shown)
        .filter((control) => {
          const { width, height } = control.getBoundingClientRect();
          return width < 43.5 || height < 43.5;
        })
        .map((control) => named(control, 'small target')),
      ...texts
        .filter(shown)
        .filter((element) => {
          const { lineHeight, fontSize } = getComputedStyle(element);
          return Number.parseFloat(lineHeight) < 1.299 * Number.parseFloat(fontSize);
        })
        .map((element) => named(element, 'tight lines')),
    ];
  });
  expect.soft(poor, state).toEqual([]);
}

for (const [locale, colorScheme] of [
  ['zh-CN', 'light'],
  ['en-GB', 'dark'],
] as const)
  test(`the phone page until one has said where one is is accessible (${locale}, ${colorScheme})`, async ({
    browser,
  }) => {
    const page = await opened(browser, { locale, colorScheme, viewport: small });
    await page.goto(`${hall.at}/phone/`);
    await expect(page.locator('.tile').first()).toBeVisible();
    await check(page, 'first screen');
    for (const fold of await page.locator('.card .fold').all()) {
      await fold.click();
      await check(page, `fold ${await fold.textContent()}`);
    }
    await page.locator('#entry').fill('cesuo');
    await expect(page.locator('.result').first()).toBeVisible();
    await check(page, 'search');
    await page.locator('#entry').fill('999');
    await page.locator('.entry-go').click();
    await expect(page.getByRole('alert')).toBeVisible();
    await check(page, 'an unknown window');
    await page.goto(`${hall.at}/phone/?window=232`);
    await expect(page.locator('#here-window')).toBeVisible();
    await check(page, 'where are you');
    await page.context().close();
  });

async function opened(browser: Browser, options: object): Promise<Page> {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  return context.newPage();
}

test('by keyboard alone one finds a window, says where one is, and reads the steps', async ({ page }) => {
  await page.goto(`${hall.at}/phone/`);
  await expect(page.locator('.tile').first()).toBeVisible();
  await tabTo(page, '#entry');
  await page.keyboard.type('232');
  await page.keyboard.press('Enter');
  await expect(page.locator('#here-window')).toBeVisible();
  await tabTo(page, '#here-window');
  await page.keyboard.type('32');
  await page.keyboard.press('Enter');
  await expect(steps(page)).toBeVisible();
  await tabTo(page, '.sheet > section:last-child .fold');
  await page.keyboard.press('Enter');
  await expect(page.locator('.step').first()).toBeVisible();
});

/** Presses Tab until the element has the focus, and sees that the focus shows. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate((wanted) => {
      const focused = document.activeElement;
      if (focused === null || !focused.matches(wanted)) return undefined;
      const { outlineStyle, outlineWidth, borderColor } = getComputedStyle(focused);
      return outlineStyle !== 'none' && outlineWidth !== '0px' ? 'outline' : borderColor;
    }, selector);
    if (at !== undefined) return;
  }
  throw new Error(`Tab never reaches ${selector}`);
}

test('step-free is on the first screen, and remembered', async ({ page }) => {
  await page.goto(`${hall.at}/phone/`);
  await page.getByRole('switch', { name: /无障碍路线/ }).click();
  await page.reload();
  await expect(page.getByRole('switch', { name: /无障碍路线/ })).toBeChecked();
  await openGuide(page);
  await page.locator('.sheet .fold').last().click();
  await expect(page.locator('.steps')).toContainText('电梯');
  await expect(page.locator('.steps')).not.toContainText('扶梯上');
});

test('a code leads without any server, in the language of the phone, step by step', async ({ page }) => {
  await page.route('**/api/**', (route) => route.abort());
  await page.goto(`${hall.at}/phone/?window=232#route=${capsuleTo('232')}`);
  await expect(page.locator('.capsule .seal')).toHaveText('232');
  const first = await page.locator('.banner-phrase').textContent();
  await page.locator('.capsule-steps .button-primary').click();
  await expect(page.locator('.banner-phrase')).not.toHaveText(first ?? '');
  await page.getByRole('button', { name: 'Switch to English' }).click();
  await expect(page.locator('.banner-phrase')).toContainText(/[a-z]{3}/);
  for (let i = 0; i < 10 && (await page.locator('.capsule-steps .button-primary').isEnabled()); i++)
    await page.locator('.capsule-steps .button-primary').click();
  await expect(page.getByTestId('capsule-left')).toContainText('0 m');
});

test('bad codes are said to be: another hall, another day, gone, cut, unknown', async ({ page }) => {
  const alert = page.getByRole('alert');
  const open = async (path: string) => {
    await page.goto('about:blank');
    await page.goto(`${hall.at}/phone/${path}`);
  };
  await open('?window=32#from=9000,9000,1F');
  await expect(alert).toContainText('不是这个大厅的');
  await open('?window=32#from=1,1,77F');
  await expect(alert).toContainText('不是这个大厅的');
  await open('?ticket=A001&day=2020-01-01');
  await expect(alert).toContainText('2020-01-01');
  await open('?feature=torn-down');
  await expect(alert).toContainText('已经没有了');
  await open('?theme=torn-down');
  await expect(alert).toContainText('已经没有了');
  await open('?window=999');
  await expect(alert).toContainText('999');
  await open(`#route=${capsuleTo('32').slice(0, -5)}`);
  await expect(alert).toContainText('读不出来');
  await open('?ticket=%00%3Cscript%3E');
  await expect(alert).toBeVisible();
});

test('a phone that was off in the lift goes on, and a sign scanned on the way says from where', async ({
  browser,
}) => {
  const page = await opened(browser, { locale: 'zh-CN', viewport: small });
  await page.goto(`${hall.at}/phone/`);
  await page.locator('#entry').fill('232');
  await page.locator('.entry-go').click();
  await page.locator('#here-window').fill('32');
  await page.getByRole('button', { name: '就在这里' }).click();
  await expect(steps(page)).toBeVisible();
  const kept = await page.context().storageState();
  await page.context().close();

  const after = await opened(browser, { locale: 'zh-CN', viewport: small, storageState: kept });
  await after.goto(`${hall.at}/phone/`);
  await expect(after.locator('.sheet-goal .seal')).toHaveText('232');
  await after.goto('about:blank');
  await after.goto(`${hall.at}/phone/${fromEntrance()}`);
  await expect(after.locator('.sheet-goal .seal')).toHaveText('232');
  await expect(steps(after)).toBeVisible();
  await after.getByRole('button', { name: '结束导航' }).click();
  await after.goto('about:blank');
  await after.goto(`${hall.at}/phone/`);
  await expect(after.locator('#entry')).toBeVisible();
  await after.context().close();
});

test('a storm of taps opens one guide, takes one number, and breaks nothing', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const taken: string[] = [];
  page.on('response', async (response) => {
    if (response.request().method() === 'POST' && response.url().endsWith('/api/tickets'))
      taken.push((await response.json()).number);
  });
  await page.goto(`${hall.at}/phone/`);
  await page.locator('.card .fold').last().click();
  await expect(page.locator('.take .result').first()).toBeVisible();
  await page.evaluate(() => {
    for (let i = 0; i < 12; i++) document.querySelector<HTMLElement>('.take .result')?.click();
  });
  await expect(page.locator('.ticket-number')).toBeVisible();
  expect(new Set(taken).size).toBe(1);
  await page.evaluate(() => {
    for (let i = 0; i < 200; i++) {
      const all = [
        ...document.querySelectorAll<HTMLElement>('.map-buttons button, .banner button, .fold, .switch'),
      ];
      all[(i * 7) % all.length]?.click();
    }
  });
  await expect(page.locator('.sheet-goal')).toBeVisible();
  expect(errors).toEqual([]);
});

test('whoever types the address of the hall alone comes to the page for visitors', async ({ page }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/phone\/$/);
});
