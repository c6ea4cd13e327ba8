import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './accessibility';
import { flatBrowser } from './flat';
import { startHall } from './hall';
import { tabTo } from './keyboard';
import { sizes } from './kiosk';
import { kioskStates, type OpenHall, opened } from './states';

test.use({ launchOptions: flatBrowser });

let hall: OpenHall;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  hall = await opened(await startHall({ PUBLIC_URL: 'http://hall.example.cn' }));
});
test.afterAll(() => hall?.close());

const words = {
  'zh-CN': { set: '就在这里', cancel: '不办了，取消这张票', thanks: '谢谢您的评价', five: '5 星' },
  'en-GB': {
    set: 'I am here',
    cancel: 'I no longer need it: cancel',
    thanks: 'Thank you for your rating',
    five: 'Stars: 5',
  },
} as const;

/** Takes a number at the kiosk, and gives it with the token that stands in the code for the phone. */
async function takeAtKiosk(page: Page): Promise<{ readonly number: string; readonly holder: string }> {
  const answer = page.waitForResponse((response) => response.url().endsWith('/api/tickets'));
  await kioskStates(sizes.portrait).taken(page, hall);
  const { number, holderToken } = await (await answer).json();
  await expect(page.locator('.route-taken strong')).toHaveText(number);
  await expect(page.locator('.route-qr .qr')).toBeVisible();
  return { number, holder: holderToken };
}

for (const locale of ['zh-CN', 'en-GB'] as const)
  test(`from a number at the kiosk over the way on the phone to the stars for the window (${locale})`, async ({
    browser,
  }) => {
    const shot = (page: Page, name: string) =>
      page.screenshot({ path: `test-results/visit-${name}-${locale}.png`, timeout: 60_000 });
    const kiosk = await (await browser.newContext()).newPage();
    await kiosk.addInitScript(
      (language) => {
        for (const name of ['daoyin-kiosk', 'daoyin-kiosk-machine'])
          localStorage.setItem(name, JSON.stringify({ state: { language }, version: 0 }));
      },
      locale.slice(0, 2),
    );
    const { number, holder } = await takeAtKiosk(kiosk);
    await shot(kiosk, '1-taken');
    await kiosk.context().close();

    const said = words[locale];
    const context = await browser.newContext({
      locale,
      serviceWorkers: 'block',
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    const { x, y, level } = hall.bundle.venue.anchors[0]?.at ?? hall.bundle.venue.windows[0]!.at;
    await page.goto(`${hall.at}/phone/?ticket=${number}#from=${x},${y},${level}&holder=${holder}`);
    await expect(page.getByRole('button', { name: said.cancel })).toBeVisible();
    expect(page.url(), 'the token is not sent on with the address').not.toContain(holder);
    await shot(page, '2-waiting');

    const { serviceId } = await (await fetch(`${hall.at}/api/tickets/${number}`)).json();
    const window = hall.bundle.services!.items.find(({ id }) => id === serviceId)!.windows[0]!;
    await hall.act(number, { kind: 'call', window });
    await expect(page.locator('.sheet-goal .seal')).toHaveText(window);
    await expect(page.getByTestId('distance-left')).toBeVisible();
    await shot(page, '3-called');
    await page.goto('about:blank');
    await page.goto(`${hall.at}/phone/?ticket=${number}`);
    await page.locator('#here-window').fill(window);
    await page.getByRole('button', { name: said.set }).click();
    await expect(page.getByTestId('arrival')).toBeVisible();
    await shot(page, '4-arrived');

    await hall.act(number, { kind: 'serve' });
    await hall.act(number, { kind: 'finish' });
    await expect(page.locator('.rating')).toBeVisible();
    await expectAccessible(page, 'rating', 44);
    await shot(page, '5-rating');
    await tabTo(page, said.five);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: said.thanks })).toBeVisible();
    await shot(page, '6-rated');
    expect((await (await fetch(`${hall.at}/api/tickets/${number}`)).json()).rating).toBe(5);
    await context.close();
  });
