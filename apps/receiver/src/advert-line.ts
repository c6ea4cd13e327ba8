import { type Advert, bytesToHex } from '@daoyin/beacon-ingest';
import type { AdvertLine } from '@daoyin/protocol';

/** An advert as `record` writes and `receive` sends it; nothing where a platform gave no AD structures. */
export function advertLineOf({ atMs, address, rssiDbm, payload }: Advert): AdvertLine | undefined {
  if (payload.kind !== 'ad-structures') return undefined;
  return {
    atMs,
    ...(address !== undefined && { address }),
    advertHex: bytesToHex(payload.bytes),
    rssiDbm,
  };
}
