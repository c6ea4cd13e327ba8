import type { Beacon } from '@daoyin/venue';

/** Of two senders of one identity each is heard at its own interval: together at half of it. Losses only make intervals longer: with less than a third of them two senders are still seen, and one never is. */
const LEAST_SHARE = 0.75;
/** Before so many adverts the mean says little. */
const LEAST_HEARD = 200;

/**
 * Whether an identity is heard more often than its beacon sends it: somebody copied it, or plays it again. A beacon that sends two kinds of
 * frames counts for two.
 */
export function isCopied(
  { intervalMs: promisedMs, uuid, eddystone }: Pick<Beacon, 'intervalMs' | 'uuid' | 'eddystone'>,
  measured: { readonly intervalMs: number | null; readonly heard: number },
): boolean {
  if (promisedMs === undefined || measured.intervalMs === null || measured.heard < LEAST_HEARD) return false;
  const kinds = Number(uuid !== undefined) + Number(eddystone !== undefined);
  return measured.intervalMs < (LEAST_SHARE * promisedMs) / Math.max(1, kinds);
}
