import type { Labels, ServiceWindow, Venue } from './types';

const NUMBER = String.raw`[A-Za-z]{0,2}-?\d{1,4}(?:\s?[-–~至]\s?\d{1,4})?[A-Za-z]?`;
const NAMED = [
  new RegExp(String.raw`(?<![A-Za-z0-9])(${NUMBER})\s*号?\s*(?:服务|综合)?(?:窗口|窗|柜台|柜位)`),
  new RegExp(String.raw`(?:窗口|柜台|柜位)\s*(?:第|No\.?|#|：|:)?\s*(${NUMBER})(?![A-Za-z0-9])`, 'i'),
  new RegExp(
    String.raw`\b(?:window|counter|desk|booth|wicket)\s*(?:no\.?|number|#)?\s*(${NUMBER})(?![A-Za-z0-9])`,
    'i',
  ),
  new RegExp(String.raw`(?<![A-Za-z0-9])(${NUMBER})\s+(?:window|counter)\b`, 'i'),
  /^\s*(W-?\d{1,4})(?![A-Za-z0-9])/i,
];
const BARE = new RegExp(String.raw`^\s*(?:第|#|No\.?\s?)?(${NUMBER})\s*号?\s*$`, 'i');

const NUMBERED = new RegExp(String.raw`(?<![A-Za-z0-9])(${NUMBER})\s*号(?![楼线门店院])`);
const COLLATOR = new Intl.Collator('en', { numeric: true });

/**
 * The number on a window's sign, from its name in any language: `32` of "Window 32", "32号窗口", "W-032"; `A12` of
 * "A12 窗口". A name that is only a number, or has one with 号, counts where the caller knows from elsewhere
 * that it is a window.
 */
export function windowNumberOf(name: Labels, isWindow = false): string | undefined {
  const patterns = isWindow ? [...NAMED, BARE, NUMBERED] : NAMED;
  for (const pattern of patterns) {
    for (const text of Object.values(name)) {
      const found = pattern.exec(text.normalize('NFKC'))?.[1];
      if (found) return normalWindowNumber(found);
    }
  }
  return undefined;
}

/** One spelling for one window: upper case, full-width forms folded, `W` for "window", leading zeros and separators dropped. */
export function normalWindowNumber(text: string): string {
  const folded = text.normalize('NFKC').trim().toUpperCase().replace(/\s+/g, '');
  return folded
    .replace(/^W-?(?=\d)/, '')
    .replace(/^([A-Z]+)-(?=\d)/, '$1')
    .replace(/^0+(?=\d)/, '')
    .replace(/[–~至]/g, '-');
}

/** The window that a person means by `32`, `032`, `a12` or `32号窗口`. */
export function findWindow(venue: Pick<Venue, 'windows'>, text: string): ServiceWindow | undefined {
  const exact = venue.windows.find((window) => window.number === text);
  if (exact) return exact;
  const wanted = windowNumberOf({ und: text }, true) ?? normalWindowNumber(text);
  return venue.windows.find((window) => normalWindowNumber(window.number) === wanted);
}

/** Orders window numbers as a person does: letters first, then the number by its value (`2` before `10`, `A2` before `B1`). */
export function compareWindowNumbers(a: string, b: string): number {
  return COLLATOR.compare(a, b);
}
