import { hexToBytes } from '../bytes';
import type { Advert } from '../types';
import { addressOf, isFields, numberOf, textOf } from './fields';
import type { GatewayMessage } from './gateways';

/** Minew's JSON-LONG: an array that begins with the gateway, then each advert with its raw AD structures. */
export function readMinew(topic: string, value: unknown, atMs: number): GatewayMessage {
  if (!Array.isArray(value)) return { ok: false, problem: 'Minew: not an array' };
  const entries: readonly unknown[] = value;
  const head = entries.find((entry) => isFields(entry) && entry.type === 'Gateway');
  const gateway = (isFields(head) && addressOf(head.mac)) || topic.split('/')[2] || 'minew';
  const others = entries.filter((entry) => entry !== head);
  const adverts = others.flatMap((entry) => advertOf(entry, atMs) ?? []);
  return { ok: true, gateway, adverts, skipped: others.length - adverts.length };
}

function advertOf(entry: unknown, cameAtMs: number): Advert | undefined {
  if (!isFields(entry)) return undefined;
  const rssiDbm = numberOf(entry.rssi);
  const address = addressOf(entry.mac);
  const bytes = hexToBytes(textOf(entry.rawData) ?? '');
  if (rssiDbm === undefined || bytes === undefined || (bytes.length === 0 && address === undefined))
    return undefined;
  return {
    atMs: timeOf(entry.timestamp) ?? cameAtMs,
    ...(address !== undefined && { address }),
    rssiDbm,
    payload: bytes.length > 0 ? { kind: 'ad-structures', bytes } : { kind: 'address-only' },
  };
}

/** ISO 8601 or epoch milliseconds. */
function timeOf(value: unknown): number | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : numberOf(value);
  return time !== undefined && Number.isFinite(time) ? time : undefined;
}
