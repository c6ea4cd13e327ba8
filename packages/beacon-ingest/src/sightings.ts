import { decodeAdvert } from './decode';
import type { Advert, BeaconIdentity, BeaconTelemetry, DecodedFrame } from './types';

/** What one advert says: whose signal it may be, best first, its telemetry, and whether its bytes were broken. */
export interface AdvertContents {
  /** Several names of one sender: an iBeacon and an Eddystone frame, or last the device address. */
  readonly identities: readonly BeaconIdentity[];
  readonly telemetry?: BeaconTelemetry;
  /** What is wrong with the bytes; absent where nothing is. */
  readonly malformed?: string;
}

/** Reads an advert. One advert is one signal, however many frames it has. */
export function readAdvert(advert: Advert): AdvertContents {
  const { payload, address, atMs } = advert;
  const { frames, anomalies } = decodeAdvert(payload);
  const identities: BeaconIdentity[] = [];
  let telemetry: BeaconTelemetry | undefined;
  let malformed = anomalies[0];
  if (payload.kind === 'ibeacon') {
    identities.push({ type: 'ibeacon', uuid: payload.uuid, major: payload.major, minor: payload.minor });
  }
  for (const frame of frames) {
    const identity = identityOf(frame);
    if (identity) identities.push(identity);
    else if (frame.type === 'eddystone-tlm') telemetry = { atMs, ...(address && { address }), frame };
    else if (frame.type === 'malformed') malformed ??= frame.reason;
  }
  if (address) identities.push({ type: 'address', address });
  return {
    identities,
    ...(telemetry && { telemetry }),
    ...(malformed !== undefined && { malformed }),
  };
}

function identityOf(frame: DecodedFrame): BeaconIdentity | undefined {
  switch (frame.type) {
    case 'ibeacon':
      return { type: 'ibeacon', uuid: frame.uuid, major: frame.major, minor: frame.minor };
    case 'altbeacon':
      return { type: 'altbeacon', manufacturerId: frame.manufacturerId, id: frame.id };
    case 'eddystone-uid':
      return { type: 'eddystone-uid', namespace: frame.namespace, instance: frame.instance };
    default:
      return undefined;
  }
}
