import type { StaffAction } from '@daoyin/protocol';
import { expect, type Page, test } from '@playwright/test';
import { flatBrowser } from './flat';
import { startHall, type TestHall } from './hall';

test.use({ launchOptions: flatBrowser });

let hall: TestHall;
test.beforeAll(async () => {
  hall = await startHall();
});
test.afterAll(() => hall?.close());

const phone = { width: 390, height: 844 };
const PROMISE_MS = 2000;

/** Notes when what stands on the page changes, and what its voice is told to say, by the page's own clock. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    speechSynthesis.speak = ({ text }) => {
      said.push(text);
    };
  });
}

interface Shown {
  readonly ticket: string;
  readonly goal: string;
  readonly route: string;
  readonly said: string;
}

const shownOn = (page: Page): Promise<Shown> =>
  page.evaluate(() => ({
    ticket: document.querySelector('.ticket-state')?.textContent ?? '',
    goal: document.querySelector('.sheet-goal .seal')?.textContent ?? '',
    route: `${document.querySelector('.plan-goal')?.textContent} ${document.querySelector('[data-testid=distance-left]')?.textContent}`,
    said: (window as unknown as { said: string[] }).said.at(-1) ?? '',
  }));

/** Milliseconds from before the call to the API until the page shows and says what it should. */
async function follow(
  page: Page,
  tell: () => Promise<unknown>,
  isTold: (shown: Shown) => boolean,
): Promise<number> {
  const began = Date.now();
  await tell();
  await expect.poll(async () => isTold(await shownOn(page)), { intervals: [20], timeout: 15_000 }).toBe(true);
  return Date.now() - began;
}

async function openTicket(page: Page) {
  const { services } = await (await fetch(`${hall.at}/api/venue`)).json();
  const item = services.items.find(({ windows }: { windows: string[] }) => windows.length >= 4);
  const ticket = await hall.take(item.id);
  await page.setViewportSize(phone);
  await watch(page);
  await page.goto(`${hall.at}/phone/?ticket=${ticket.number}#from=${await farFrom(ticket.window)}`);
  await expect(page.getByTestId('distance-left')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('.plan-goal')).toBeVisible();
  return { ticket, windows: item.windows as string[] };
}

/** A place on the window's storey, as far from it as the hall goes. */
async function farFrom(number: string | null): Promise<string> {
  const { venue } = await (await fetch(`${hall.at}/api/venue`)).json();
  const places: { number: string; at: { x: number; y: number; level: string } }[] = venue.windows;
  const { at: from } = places.find((one) => one.number === number) ?? places[0]!;
  const away = ({ at }: (typeof places)[number]) =>
    at.level === from.level ? Math.hypot(at.x - from.x, at.y - from.y) : -1;
  const { x, y, level } = places.toSorted((a, b) => away(b) - away(a))[0]!.at;
  return `${x},${y},${level}`;
}

test('the number leads: route, text and voice follow a call, a hold, a pass and a move within two seconds', async ({
  page,
}) => {
  const { ticket, windows } = await openTicket(page);
  const act = (action: StaffAction) => () => hall.act(ticket.number, action);
  const others = windows.filter((number) => number !== ticket.window);
  const [first, second, third] = [others[0]!, others[1]!, others[2]!];
  const leadsTo =
    (window: string, words: RegExp) =>
    ({ goal, route, said, ticket: text }: Shown) =>
      goal === window && route.startsWith(window) && words.test(said) && text !== '';
  await expect(page.getByTestId('last-called')).toBeVisible();
  await expect(page.locator('.ticket-state')).toContainText(/大约等 \d+–\d+ 分钟/);
  await expect(page.getByTestId('leave')).toContainText(/出发|还可以坐/);

  const took = {
    call: await follow(
      page,
      act({ kind: 'call', window: first }),
      leadsTo(first, new RegExp(`${first} 号窗口`)),
    ),
    recall: await follow(page, act({ kind: 'recall' }), leadsTo(first, /请马上到/)),
    hold: await follow(page, act({ kind: 'hold' }), leadsTo(first, /保留/)),
    resume: await follow(page, act({ kind: 'resume' }), ({ ticket: text }) => /大约等|下一个/.test(text)),
    'call elsewhere': await follow(
      page,
      act({ kind: 'call', window: second }),
      leadsTo(second, new RegExp(`${second} 号窗口`)),
    ),
    move: await follow(
      page,
      act({ kind: 'move', window: third }),
      leadsTo(third, new RegExp(`${third} 号窗口`)),
    ),
    pass: await follow(
      page,
      act({ kind: 'pass' }),
      ({ goal, said, ticket: text }) => goal === '' && /过号/.test(said) && /过号/.test(text),
    ),
  };
  console.log(`number leads, ms: ${JSON.stringify(took)}`);
  const within = Object.values(took).filter((ms) => ms <= PROMISE_MS).length;
  expect(within / Object.keys(took).length).toBeGreaterThanOrEqual(0.95);
});

test('a page whose network was away catches up by itself with a number that was called meanwhile', async ({
  page,
}) => {
  const { ticket, windows } = await openTicket(page);
  const elsewhere = windows.find((number) => number !== ticket.window)!;
  await hall.cut();
  await expect(page.locator('.notices')).toContainText('网络断开');
  await hall.act(ticket.number, { kind: 'call', window: elsewhere });
  await hall.mend();
  await expect(page.locator('.sheet-goal .seal')).toHaveText(elsewhere);
  await expect(page.locator('.plan-goal')).toContainText(elsewhere);
  await expect(page.locator('.notices')).not.toContainText('网络断开');
  const { said } = await shownOn(page);
  expect(said).toContain(`${elsewhere} 号窗口`);
});

test('the code of a theme menu opens a journey over several windows', async ({ page }) => {
  await page.setViewportSize(phone);
  const themes = await (await fetch(`${hall.at}/api/themes`)).json();
  const theme = themes.find(({ steps }: { steps: unknown[] }) => steps.length >= 3);
  await page.goto(`${hall.at}${theme.path}#from=${await farFrom(theme.steps[0].windows[0])}`);
  await expect(page.locator('.journey-step')).toHaveCount(theme.steps.length);
  const first = page.locator('.sheet-goal h1');
  await expect(first).toContainText(theme.steps[0].name['zh-Hans']);
  await expect(page.getByTestId('distance-left')).toContainText(/\d+ 米/, { timeout: 60_000 });
  await page.locator('.journey-step').nth(1).click();
  await expect(first).toContainText(theme.steps[1].name['zh-Hans']);
  await page.goto(`${hall.at}/phone/?theme=gone`);
  await expect(page.getByRole('alert')).toContainText('已经没有了');
});
