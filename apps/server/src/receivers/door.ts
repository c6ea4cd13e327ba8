import { type BeaconIndex, indexBeacons, readAdvert } from '@daoyin/beacon-ingest';
import { type AdvertLine, decodeReceiverBatch, type ReadingLine } from '@daoyin/protocol';
import type { BeaconRegister } from '@daoyin/venue';

/** What was heard last of one beacon, whoever heard it. */
export interface BeaconHeard {
  readonly lastHeardMs: number;
  readonly rssiDbm: number;
  readonly receiver: string;
  readonly heard: number;
}

/** The one door through which receivers' adverts come in. */
export interface ReceiverDoor {
  /** Reads one published batch; what a session's page is to be handed comes back. */
  receive(text: string): { readonly session: string | undefined; readonly readings: readonly ReadingLine[] };
  readonly counters: Readonly<
    Record<'adverts' | 'readings' | 'unknownBeacon' | 'malformed' | 'noLevel' | 'badBatches', number>
  >;
  readonly heard: ReadonlyMap<string, BeaconHeard>;
}

const NO_RSSI = 127;

/** The state holds the newest of each beacon of the register, so it never grows; positions are nobody's business here. */
export function openReceiverDoor(register: BeaconRegister, warn: (message: string) => void): ReceiverDoor {
  const index = indexBeacons(register);
  const counters = { adverts: 0, readings: 0, unknownBeacon: 0, malformed: 0, noLevel: 0, badBatches: 0 };
  const heard = new Map<string, BeaconHeard>();

  const read = (advert: AdvertLine, receiver: string): ReadingLine | undefined => {
    counters.adverts++;
    const outcome = identifyAdvert(index, advert);
    if (typeof outcome === 'string') {
      counters[outcome]++;
      return undefined;
    }
    counters.readings++;
    const times = (heard.get(outcome.beacon)?.heard ?? 0) + 1;
    heard.set(outcome.beacon, { lastHeardMs: advert.atMs, rssiDbm: advert.rssiDbm, receiver, heard: times });
    return outcome;
  };

  return {
    receive(text) {
      const decoded = decodeReceiverBatch(text);
      if (!decoded.ok) {
        counters.badBatches++;
        warn(`a receiver's batch was left out: ${decoded.message}`);
        return { session: undefined, readings: [] };
      }
      const { receiver, session, adverts } = decoded.batch;
      const readings = adverts.flatMap((advert) => read(advert, receiver) ?? []);
      return { session, readings };
    },
    counters,
    heard,
  };
}

function identifyAdvert(
  index: BeaconIndex,
  advert: AdvertLine,
): ReadingLine | 'noLevel' | 'malformed' | 'unknownBeacon' {
  if (advert.rssiDbm === NO_RSSI) return 'noLevel';
  const { identities, malformed } = readAdvert({
    atMs: advert.atMs,
    rssiDbm: advert.rssiDbm,
    payload: { kind: 'ad-structures', bytes: Buffer.from(advert.advertHex, 'hex') },
    ...(advert.address !== undefined && { address: advert.address.toLowerCase() }),
  });
  for (const identity of identities) {
    const beacon = index.byIdentity(identity);
    if (beacon !== undefined) return { atMs: advert.atMs, beacon: beacon.id, rssiDbm: advert.rssiDbm };
  }
  return malformed === undefined ? 'unknownBeacon' : 'malformed';
}
