import {
  type Advert,
  type BeaconIndex,
  type BeaconTelemetry,
  hexToBytes,
  indexBeacons,
  readAdvert,
} from '@daoyin/beacon-ingest';
import { type AdvertLine, decodeReceiverBatch, type ReadingLine } from '@daoyin/protocol';
import type { BeaconRegister } from '@daoyin/venue';
import { type HealthBook, openHealthBook } from './health';

export interface Received {
  /** The listening session that is to be handed the readings. */
  readonly session: string | undefined;
  readonly readings: readonly ReadingLine[];
}

/** What became of what was received, since the start. */
export type DoorCounters = Readonly<
  Record<
    'adverts' | 'readings' | 'telemetry' | 'unknownBeacon' | 'malformed' | 'noLevel' | 'badBatches',
    number
  >
>;

/** The one door through which receivers' adverts come in. */
export interface ReceiverDoor {
  /** Goes by another register from now on: one was published. */
  use(register: BeaconRegister): void;
  /** Reads one published batch of our own receivers; who sent it is the broker's word, not the batch's. */
  receive(text: string, receiver: string): Received;
  /** Adverts of a gateway; it lends its ears to nobody, so nothing is handed on. */
  hear(adverts: readonly Advert[], receiver: string): void;
  readonly counters: DoorCounters;
  readonly health: HealthBook;
}

/** What a Bluetooth controller can report, in dBm (Core 5.4, vol. 4, part E, 7.7.65.2); 127 is "not available". */
const RSSI_DBM = { least: -127, most: 20 };
/** Beacons say the same again and again: what an advert says is read once. */
const MOST_REMEMBERED = 16_384;

type Meaning =
  | { readonly kind: 'beacon'; readonly beaconId: string }
  | { readonly kind: 'telemetry'; readonly beaconId: string | undefined; readonly telemetry: BeaconTelemetry }
  | { readonly kind: 'malformed' | 'unknownBeacon' };

/** The state holds what the register's beacons say and how they are heard, so it never grows; positions are nobody's business here. */
export function openReceiverDoor(
  register: BeaconRegister,
  { warn, nowMs }: { readonly warn: (message: string) => void; readonly nowMs: () => number },
): ReceiverDoor {
  let index = indexBeacons(register);
  const health = openHealthBook();
  /** A receiver whose clock is ahead makes no beacon heard in the future. */
  const heardAt = (atMs: number) => Math.min(Math.round(atMs), nowMs());
  const counters = {
    adverts: 0,
    readings: 0,
    telemetry: 0,
    unknownBeacon: 0,
    malformed: 0,
    noLevel: 0,
    badBatches: 0,
  };
  const remembered = new Map<string, Meaning>();
  const addresses = new Map<string, string>();

  const take = (
    meaning: Meaning,
    atMs: number,
    rssiDbm: number,
    address: string | undefined,
    receiver: string,
  ): ReadingLine | undefined => {
    counters.adverts++;
    if (!(rssiDbm >= RSSI_DBM.least && rssiDbm <= RSSI_DBM.most)) {
      counters.noLevel++;
      return undefined;
    }
    if (meaning.kind === 'telemetry') {
      counters.telemetry++;
      const beaconId = meaning.beaconId ?? addresses.get(address ?? '');
      if (beaconId !== undefined) health.telemetry(beaconId, { ...meaning.telemetry, atMs: heardAt(atMs) });
      return undefined;
    }
    if (meaning.kind !== 'beacon') {
      counters[meaning.kind]++;
      return undefined;
    }
    counters.readings++;
    if (address !== undefined && addresses.get(address) !== meaning.beaconId) {
      if (addresses.size >= MOST_REMEMBERED) addresses.clear();
      addresses.set(address, meaning.beaconId);
    }
    health.heard(meaning.beaconId, receiver, heardAt(atMs), rssiDbm);
    return { atMs, beacon: meaning.beaconId, rssiDbm };
  };
  const meaningOf = ({ advertHex, address }: AdvertLine): Meaning => {
    const key = `${address}${advertHex}`;
    const known = remembered.get(key);
    if (known !== undefined) return known;
    const bytes = hexToBytes(advertHex) ?? new Uint8Array();
    const meaning = read(index, {
      atMs: 0,
      rssiDbm: 0,
      payload: { kind: 'ad-structures', bytes },
      ...(address !== undefined && { address: address.toLowerCase() }),
    });
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, meaning);
    return meaning;
  };

  return {
    use(other) {
      index = indexBeacons(other);
      remembered.clear();
      addresses.clear();
    },
    receive(text, receiver) {
      const decoded = decodeReceiverBatch(text);
      if (!decoded.ok) {
        counters.badBatches++;
        warn(`a batch of receiver ${receiver} was left out: ${decoded.message}`);
        return { session: undefined, readings: [] };
      }
      const { session, adverts } = decoded.batch;
      const readings: ReadingLine[] = [];
      for (const advert of adverts) {
        const reading = take(
          meaningOf(advert),
          advert.atMs,
          advert.rssiDbm,
          advert.address?.toLowerCase(),
          receiver,
        );
        if (reading !== undefined) readings.push(reading);
      }
      return { session, readings };
    },
    hear(adverts, receiver) {
      for (const advert of adverts)
        take(read(index, advert), advert.atMs, advert.rssiDbm, advert.address, receiver);
    },
    counters,
    health,
  };
}

function read(index: BeaconIndex, advert: Advert): Meaning {
  const { identities, telemetry, malformed } = readAdvert(advert);
  const beacon = identities
    .map((identity) => index.byIdentity(identity))
    .find((found) => found !== undefined);
  if (telemetry !== undefined) return { kind: 'telemetry', beaconId: beacon?.id, telemetry };
  if (beacon !== undefined) return { kind: 'beacon', beaconId: beacon.id };
  return { kind: malformed === undefined ? 'unknownBeacon' : 'malformed' };
}
