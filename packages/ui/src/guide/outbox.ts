import type { BeaconEvidence } from '@daoyin/positioning';

/** Evidence stays on the device until there is this much: what leaves is drawn from it, of this walk or of an earlier visit. */
const KEPT_BACK = 8;
const MOST = 200;

/**
 * What a device has to say of beacons and has not sent yet, in no order. Values are not changed; `draw` is 0 … 1. What is sent is one piece at a time,
 * so that no two can be told to be of one walk.
 */
export function putIn(
  outbox: readonly BeaconEvidence[],
  evidence: BeaconEvidence,
  draw: number,
): readonly BeaconEvidence[] {
  const at = Math.floor(draw * (outbox.length + 1));
  return [...outbox.slice(0, at), evidence, ...outbox.slice(at)].slice(0, MOST);
}

/** One piece to send, and what stays; undefined where too little is there to hide it among. */
export function takeOut(
  outbox: readonly BeaconEvidence[],
  draw: number,
): { readonly evidence: BeaconEvidence; readonly rest: readonly BeaconEvidence[] } | undefined {
  if (outbox.length <= KEPT_BACK) return undefined;
  const at = Math.floor(draw * outbox.length);
  return { evidence: outbox[at]!, rest: outbox.filter((_, i) => i !== at) };
}
