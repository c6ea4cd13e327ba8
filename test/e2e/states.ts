import type { VenueBundle } from '@daoyin/protocol';
import { expect, type Page } from '@playwright/test';
import type { TestHall } from './hall';
import { openKiosk, tab, typeNumber } from './kiosk';

/** One page in one state: how a visitor, or somebody of the staff, comes to it. */
export type Come = (page: Page, hall: OpenHall) => Promise<unknown>;

/** A hall with what its plan says, so that states can begin at its places. */
export interface OpenHall extends TestHall {
  readonly bundle: VenueBundle;
}

export async function opened(hall: TestHall): Promise<OpenHall> {
  return { ...hall, bundle: await (await fetch(`${hall.at}/api/venue`)).json() };
}

const left = (page: Page) => page.getByTestId('distance-left');

/** `x,y,level` of a window, or of the first entrance. */
function placeOf({ bundle: { venue } }: OpenHall, window?: string): string {
  const entry = venue.amenities.find(({ category }) => category === 'entry')!;
  const at = venue.windows.find(({ number }) => number === window)?.at ?? {
    ...entry.point,
    level: entry.level,
  };
  return [at.x.toFixed(1), at.y.toFixed(1), at.level].join();
}

/** Opens the phone page as if anew: to go where only the fragment differs loads nothing. */
async function openAt(page: Page, hall: OpenHall, from?: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${hall.at}/phone/?window=232#from=${placeOf(hall, from)}`);
}

async function walkFrom(page: Page, hall: OpenHall, from?: string): Promise<void> {
  await openAt(page, hall, from);
  await expect(left(page)).toContainText(/\d+ (米|m)/);
}

export const phoneStates = {
  first: async (page, hall) => {
    await page.goto(`${hall.at}/phone/`);
    await expect(page.locator('.tile').first()).toBeVisible();
  },
  search: async (page, hall) => {
    await page.goto(`${hall.at}/phone/`);
    await expect(page.locator('.tile').first()).toBeVisible();
    await page.locator('#entry').fill('shebao');
    await expect(page.locator('.result').first()).toBeVisible();
  },
  'where-are-you': async (page, hall) => {
    await page.goto(`${hall.at}/phone/?window=232`);
    await expect(page.locator('#here-window')).toBeVisible();
  },
  route: async (page, hall) => {
    await walkFrom(page, hall);
    await page.locator('.sheet > section:last-child .fold').click();
    await expect(page.locator('.step').first()).toBeVisible();
  },
  walking: (page, hall) => walkFrom(page, hall, '120'),
  arrival: async (page, hall) => {
    await openAt(page, hall, '232');
    await expect(page.getByTestId('arrival')).toBeVisible();
  },
} as const satisfies Record<string, Come>;

const kiosk =
  (size: { width: number; height: number }, come: (page: Page) => Promise<unknown>): Come =>
  async (page, hall) => {
    await openKiosk(page, hall.at, size);
    await come(page);
  };

/** The way is found, and its code drawn. A page just opened makes its router first: seconds of processor time, minutes where others have it. */
async function wayShown(page: Page): Promise<void> {
  await expect(page.getByTestId('route-length')).toContainText(/\d+ (米|m)/, { timeout: 150_000 });
  await expect(page.locator('.route .qr')).toBeVisible();
}

/** What somebody sees who stands in front of a kiosk. */
export const kioskStates = (size: { width: number; height: number }) =>
  ({
    home: kiosk(size, async (page) => expect(page.locator('.kiosk-map svg').first()).toBeVisible()),
    search: kiosk(size, async (page) => {
      await tab(page, 'search');
      await page.locator('#query').fill('yb');
      await expect(page.locator('.search-found .result').first()).toBeVisible();
    }),
    route: kiosk(size, async (page) => {
      await typeNumber(page, '232');
      await wayShown(page);
    }),
    taken: kiosk(size, async (page) => {
      await tab(page, 'ticket');
      await page
        .locator('.paged .result')
        .nth(ownQueue(size, await page.locator('html').getAttribute('lang')))
        .click();
      await expect(page.locator('.places-back')).toBeVisible();
      await page.locator('.paged .result').first().click();
      await expect(page.locator('.route-taken strong')).toBeVisible();
      await wayShown(page);
    }),
  }) as const satisfies Record<string, Come>;

/** A department for each size and language: whoever takes a number there is its first, whatever was taken before. */
const ownQueue = (size: { width: number; height: number }, language: string | null) =>
  (size.width > size.height ? 2 : 0) + (language === 'en' ? 1 : 0);

export const PASSWORD = 'a long enough password';

/** The staff page as it opens, and a window without a calling system that serves a number; the first admin is there already. */
export const staffStates = {
  enter: async (page, hall) => {
    await page.goto(`${hall.at}/staff/`);
    await expect(page.locator('input[type=password]')).toBeVisible();
  },
  counter: async (page, hall) => {
    await staffStates.enter(page, hall);
    await page.locator('input').first().fill('root');
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.locator('nav a[href="#counter"]').click();
    await expect(page.locator('.section tbody tr').first()).toBeVisible();
  },
} as const satisfies Record<string, Come>;

/** One sheet on paper: over window 32, or where people come in. */
const sheet =
  (choose: (page: Page) => Promise<unknown>): Come =>
  async (page, hall) => {
    await page.goto(`${hall.at}/staff/print/`);
    await choose(page);
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.sheet .qr').first()).toBeVisible();
  };

export const printStates = {
  window: sheet((page) => page.locator('.print-bar input').first().fill('32')),
  sign: sheet((page) => page.locator('.print-bar select').first().selectOption('signs')),
  theme: sheet((page) => page.locator('.print-bar select').first().selectOption('themes')),
} as const satisfies Record<string, Come>;
