import type { TicketView } from '@daoyin/protocol';
import { secondsToLeave } from '@daoyin/services';

export type Leaving =
  /** Nobody waits for this ticket, or nothing is known of the wait. */
  | { readonly kind: 'none' }
  /** The walk is not known. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'later'; readonly seconds: number; readonly walkSeconds: number }
  | { readonly kind: 'now'; readonly walkSeconds: number };

/**
 * When the holder of a waiting ticket should get up: the wait as it was told, less what has passed since then (`agedSeconds`), against
 * this person's own walk.
 */
export function leavingOf(
  { state, waitSeconds, window }: Pick<TicketView, 'state' | 'waitSeconds' | 'window'>,
  walkSeconds: number | undefined,
  agedSeconds: number,
): Leaving {
  if (state !== 'waiting' || waitSeconds === null || window === null) return { kind: 'none' };
  if (walkSeconds === undefined) return { kind: 'ask' };
  const seconds = secondsToLeave({ low: waitSeconds.low - agedSeconds }, walkSeconds);
  return seconds < 60 ? { kind: 'now', walkSeconds } : { kind: 'later', seconds, walkSeconds };
}
