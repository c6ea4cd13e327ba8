import { expect, type Page } from '@playwright/test';

/** What has the focus: its name as a screen reader says it, where it is, and whether one sees that it has it. */
export interface Focused {
  readonly name: string;
  readonly part: string;
  readonly visible: boolean;
}

/** What has the focus now; undefined for the page itself. Must stand alone: it is sent to the page as text. */
function lookAtFocus(): Focused | undefined {
  const focused = document.activeElement;
  if (focused === null || focused === document.body) return undefined;
  const named = (focused.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');
  const labels = [...((focused as HTMLInputElement).labels ?? [])].map(({ textContent }) => textContent);
  const name = named.trim() || focused.getAttribute('aria-label') || labels.join(' ') || focused.textContent;
  const { outlineStyle, outlineWidth } = getComputedStyle(focused);
  const { left, top, right, bottom } = focused.getBoundingClientRect();
  const inside = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
  return {
    name: (name ?? '').trim(),
    part:
      focused.closest('dialog, .mast, .kiosk-map, .tabs, .choice, .route, .dock')?.classList[0] ??
      focused.tagName,
    visible: inside && outlineStyle !== 'none' && outlineWidth !== '0px',
  };
}

/** Presses Tab once and sees that what has the focus has a name and shows it; undefined where the page's end is reached. */
async function tabOn(page: Page): Promise<Focused | undefined> {
  await page.keyboard.press('Tab');
  const focused = await page.evaluate(lookAtFocus);
  if (focused === undefined) return undefined;
  expect(focused, JSON.stringify(focused)).toMatchObject({ name: /\S/, visible: true });
  return focused;
}

/** Tabs until something of this name, or matching it, has the focus. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let i = 0; i < 120; i++) {
    const focused = await tabOn(page);
    if (focused === undefined) continue;
    if (typeof name === 'string' ? focused.name === name : name.test(focused.name)) return;
  }
  throw new Error(`Tab never reaches ${name}`);
}

/** Tabs through the whole page once: the parts in the order in which they come. */
export async function partsInOrder(page: Page): Promise<readonly string[]> {
  const parts: string[] = [];
  for (let i = 0; i < 200; i++) {
    const focused = await tabOn(page);
    if (focused === undefined) return parts;
    if (parts.at(-1) !== focused.part) parts.push(focused.part);
  }
  throw new Error(`the focus never leaves the page; it was in ${parts.join(', ')}`);
}
