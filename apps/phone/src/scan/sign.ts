import type { VenuePoint } from '@daoyin/geometry';
import type { Hall } from '@daoyin/ui';
import { findWindow } from '@daoyin/venue';
import { isInHall } from '../code/code-problem';
import { readWish } from '../wish';

export type Sign =
  | { readonly kind: 'here'; readonly at: VenuePoint }
  /** A sign of another hall, or of this one before it was hung elsewhere. */
  | { readonly kind: 'other-hall' }
  /** No sign at all: a payment code, a menu. */
  | { readonly kind: 'unknown' };

/** Where one stands who reads this code: a sign's address with its place behind `#`, or the bare number of a window. */
export function readSign(text: string, hall: Pick<Hall, 'venue'>): Sign {
  const window = /^\s*\d{1,4}\s*$/.test(text) ? findWindow(hall.venue, text) : undefined;
  if (window !== undefined) return { kind: 'here', at: window.at };
  const at = placeIn(text);
  if (at === undefined) return { kind: 'unknown' };
  return isInHall(hall, at) ? { kind: 'here', at } : { kind: 'other-hall' };
}

function placeIn(text: string): VenuePoint | undefined {
  try {
    return readWish(new URL(text)).start;
  } catch {
    return undefined;
  }
}
