import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG_2_2_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Holds a page, as it stands, to WCAG 2.2 AA as axe knows it, to things to touch of at least `target` CSS pixels, and to lines at least
 * 1.3 times as high as their letters. `where` names the state in what fails.
 */
export async function expectAccessible(page: Page, where: string, target: number): Promise<void> {
  await page.evaluate(settle);
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG_2_2_AA).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
  const own = await page.evaluate(lookAround, target);
  expect({ where, axe: found, ...own }).toEqual({ where, axe: [], small: [], tight: [], cut: [] });
}

/** Observers of sizes have told, and what they changed is drawn. Must stand alone: it is sent to the page as text. */
async function settle(): Promise<void> {
  for (let frame = 0; frame < 4; frame++) await new Promise((done) => requestAnimationFrame(done));
}

/** What is too small to touch, too tightly set, or cut by its own box. Must stand alone: it is sent to the page as text. */
function lookAround(target: number) {
  const touched = 'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=tab]';
  const modal = document.querySelector('dialog[open]');
  const seen = (element: Element) => {
    if (modal !== null && !modal.contains(element)) return false;
    const { width, height } = element.getBoundingClientRect();
    return width > 1 && height > 1 && element.checkVisibility({ visibilityProperty: true });
  };
  const nameOf = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    const name = element.getAttribute('aria-label') ?? element.textContent ?? '';
    return `${element.className} “${name.slice(0, 30)}” ${width.toFixed(0)} × ${height.toFixed(0)}`;
  };
  const inline = (element: Element) => getComputedStyle(element).display === 'inline';
  const small = [...document.querySelectorAll(touched)].filter((element) => {
    const { width, height } = element.getBoundingClientRect();
    return seen(element) && !inline(element) && Math.min(width, height) < target - 0.5;
  });
  const worded = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    (element) =>
      element instanceof HTMLElement &&
      [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim() !== '') &&
      seen(element) &&
      element.closest('.visually-hidden, script, style') === null,
  );
  const tight = worded.filter((element) => {
    const { lineHeight, fontSize } = getComputedStyle(element);
    return Number.parseFloat(lineHeight) < 1.3 * Number.parseFloat(fontSize) - 0.1;
  });
  const cut = [...document.querySelectorAll<HTMLElement>('button')].filter(
    (element) => seen(element) && element.scrollWidth > element.clientWidth + 1,
  );
  return { small: small.map(nameOf), tight: tight.map(nameOf), cut: cut.map(nameOf) };
}
