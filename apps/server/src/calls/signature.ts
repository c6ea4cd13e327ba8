import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far a signature's time may lie from ours: who has recorded a request cannot send it again later. */
export const REPLAY_WINDOW_MS = 5 * 60_000;

/** `t=<epoch ms>,v1=<hex>`: HMAC-SHA-256 (RFC 2104) of the time, a dot and the body, byte for byte. */
export function signBody(secret: string, atMs: number, body: string | Uint8Array): string {
  return `t=${atMs},v1=${hmacOf(secret, atMs, body).toString('hex')}`;
}

export type SignatureCheck = { readonly ok: true } | { readonly ok: false; readonly message: string };

export function checkSignature(
  secret: string,
  header: string | undefined,
  body: Uint8Array,
  nowMs: number,
): SignatureCheck {
  const match = /^t=(0|[1-9]\d{0,14}),v1=([0-9a-f]{64})$/.exec(header ?? '');
  if (!match) return { ok: false, message: 'The signature must be t=<epoch ms>,v1=<64 hex digits>.' };
  const atMs = Number(match[1]);
  if (!timingSafeEqual(hmacOf(secret, atMs, body), Buffer.from(match[2]!, 'hex')))
    return { ok: false, message: 'The signature is not of this body.' };
  if (Math.abs(nowMs - atMs) > REPLAY_WINDOW_MS)
    return { ok: false, message: `The signature is of ${new Date(atMs).toISOString()}: too far from now.` };
  return { ok: true };
}

const hmacOf = (secret: string, atMs: number, body: string | Uint8Array) =>
  createHmac('sha256', secret).update(`${atMs}.`).update(body).digest();
