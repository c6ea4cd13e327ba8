import type { Wait } from './waiting';

/** Seconds that one wants to spare at the window: to find the chair, the papers, the breath. */
const SPARE_SECONDS = 45;

/**
 * How many seconds a visitor may still sit before getting up, so that nineteen of twenty are at the window when their number is
 * called: the early end of the range less this person's own walk. 0 is "leave now".
 */
export function secondsToLeave(wait: Pick<Wait, 'low'>, walkSeconds: number): number {
  return Math.max(0, Math.round(wait.low - walkSeconds - SPARE_SECONDS));
}
