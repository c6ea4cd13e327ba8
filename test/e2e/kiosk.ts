import { expect, type Page } from '@playwright/test';

export const sizes = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
} as const;

/**
 * Opens the kiosk's page and waits until it can be used; with the flat plan alone where 3D is not what is tested, because here the
 * processor draws it.
 */
export async function openKiosk(
  page: Page,
  at: string,
  size: { width: number; height: number },
  map: 'flat' | 'solid' = 'flat',
): Promise<void> {
  await page.setViewportSize(size);
  if (map === 'flat') await page.addInitScript(withoutWebGl);
  await page.goto(`${at}/kiosk/`);
  await expect(page.locator('.number-pad')).toBeVisible({ timeout: 90_000 });
}

/** Types on the screen's own keys and asks. */
export async function typeNumber(page: Page, keys: string): Promise<void> {
  for (const key of keys)
    await page.locator('.number-pad').getByRole('button', { name: key, exact: true }).click();
  await page.locator('.number-go').click();
}

/** Presses the nth button at the bottom: home, call, step-free, language, large, largest, contrast, reach. */
export const dock = (page: Page, nth: number): Promise<void> => page.locator('.dock-button').nth(nth).click();

export const tab = (page: Page, name: string): Promise<void> => page.locator(`#tab-${name}`).click();

/** As a scanner types that is a keyboard: faster than any hand, Enter at the end. Sent as one batch, so that load cannot slow it. */
export function scan(page: Page, text: string): Promise<void> {
  return page.evaluate((code) => {
    for (const key of [...code, 'Enter'])
      window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  }, text);
}

/** A browser that has no WebGL. Must stand alone: it is sent to the page as text. */
export function withoutWebGl(): void {
  const getContext = HTMLCanvasElement.prototype.getContext;
  HTMLCanvasElement.prototype.getContext = function (
    this: HTMLCanvasElement,
    kind: string,
    ...rest: unknown[]
  ) {
    return kind.startsWith('webgl') ? null : Reflect.apply(getContext, this, [kind, ...rest]);
  } as typeof getContext;
}
