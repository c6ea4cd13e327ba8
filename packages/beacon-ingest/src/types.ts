/** One advertising report as a receiver got it, before anything is known about its contents. */
export interface Advert {
  readonly atMs: number;
  /** `c0:11:22:33:44:55`, lower case; absent where the platform hides it (WeChat, Web Bluetooth). */
  readonly address?: string;
  /** 127 where the controller could not say (Core 5.4, Vol 4, Part E, 7.7.65.2). */
  readonly rssiDbm: number;
  readonly payload: AdvertPayload;
  /** True for the answer to an active scan: the same advertising event as the advert before it. */
  readonly scanResponse?: boolean;
}

/** AD structures as sent, or what a platform left of them. */
export type AdvertPayload =
  | { readonly kind: 'ad-structures'; readonly bytes: Uint8Array }
  | { readonly kind: 'manufacturer-data'; readonly companyId: number; readonly bytes: Uint8Array }
  | { readonly kind: 'service-data'; readonly uuid16: number; readonly bytes: Uint8Array }
  | { readonly kind: 'ibeacon'; readonly uuid: string; readonly major: number; readonly minor: number }
  /** The platform tells only who was heard, by address. */
  | { readonly kind: 'address-only' };

/** What a beacon says of who it is. UUID in lower case with hyphens; hex in lower case. */
export type BeaconIdentity =
  | { readonly type: 'ibeacon'; readonly uuid: string; readonly major: number; readonly minor: number }
  | { readonly type: 'altbeacon'; readonly manufacturerId: number; readonly id: string }
  | { readonly type: 'eddystone-uid'; readonly namespace: string; readonly instance: string }
  | { readonly type: 'address'; readonly address: string };

/** One frame decoded from an advert. `measuredPowerDbm` is at 1 m for iBeacon and AltBeacon, `txPower0mDbm` at 0 m for Eddystone. */
export type DecodedFrame =
  | {
      readonly type: 'ibeacon';
      readonly uuid: string;
      readonly major: number;
      readonly minor: number;
      readonly measuredPowerDbm: number;
    }
  | {
      readonly type: 'altbeacon';
      readonly manufacturerId: number;
      readonly id: string;
      readonly measuredPowerDbm: number;
      readonly reserved: number;
    }
  | {
      readonly type: 'eddystone-uid';
      readonly namespace: string;
      readonly instance: string;
      readonly txPower0mDbm: number;
    }
  | {
      readonly type: 'eddystone-tlm';
      readonly batteryMv?: number;
      readonly temperatureC?: number;
      readonly advertCount: number;
      readonly secondsSinceBoot: number;
    }
  | { readonly type: 'unknown' }
  | { readonly type: 'malformed'; readonly reason: string };

/** What an advert contains: its frames in the order sent, and what is wrong with its bytes (English, for logs). */
export interface DecodedAdvert {
  readonly frames: readonly DecodedFrame[];
  readonly anomalies: readonly string[];
}

/** An Eddystone-TLM frame: no id inside, joined to its beacon by the device address. */
export interface BeaconTelemetry {
  readonly atMs: number;
  readonly address?: string;
  readonly frame: Extract<DecodedFrame, { type: 'eddystone-tlm' }>;
}

/** Why an input gave no reading; the names of the chain's counters. */
export type DropReason =
  /** Not a line of the contract: no JSON, a missing or wrong field. */
  | 'bad-line'
  /** Bytes that break their own specification. */
  | 'malformed'
  /** A frame of somebody else: nothing that names a beacon. */
  | 'no-beacon'
  /** RSSI 127 or outside −127 … 20 dBm. */
  | 'rssi-unavailable'
  /** Names a beacon that the register does not have. */
  | 'unknown-beacon'
  | 'retired-beacon'
  /** The same signal a second time. */
  | 'duplicate'
  /** Older than what was already taken in. */
  | 'late'
  /** A lone time far ahead of those around it. */
  | 'time-spike';
