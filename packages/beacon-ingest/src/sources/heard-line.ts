import type { Advert } from '../types';
import type { TimedLine } from './clock';

/** What was heard, as a line that the positioning session reads. */
export type HeardLine = TimedLine & { readonly rssiDbm: number } & (
    | { readonly advertHex: string }
    | { readonly uuid: string; readonly major: number; readonly minor: number }
  );

/** An advert that a browser or a mini program heard; undefined for what names nobody. */
export function lineOfAdvert({ atMs, rssiDbm, payload }: Advert): HeardLine | undefined {
  if (payload.kind === 'ad-structures') return { atMs, rssiDbm, advertHex: hexOf(payload.bytes) };
  if (payload.kind !== 'ibeacon') return undefined;
  const { uuid, major, minor } = payload;
  return { atMs, rssiDbm, uuid, major, minor };
}

const hexOf = (bytes: Uint8Array) => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
