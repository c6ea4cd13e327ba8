/** One advertising report as a receiver got it, before anything is known about its contents. */
export interface Advert {
  readonly atMs: number;
  /** `c0:11:22:33:44:55`, lower case; absent where the platform hides it (WeChat, Web Bluetooth). */
  readonly address?: string;
  readonly rssiDbm: number;
  readonly payload: AdvertPayload;
}

/** AD structures as sent, or what a platform left of them. */
export type AdvertPayload =
  | { readonly kind: 'ad-structures'; readonly bytes: Uint8Array }
  | { readonly kind: 'manufacturer-data'; readonly companyId: number; readonly bytes: Uint8Array }
  | { readonly kind: 'service-data'; readonly uuid16: number; readonly bytes: Uint8Array }
  | { readonly kind: 'ibeacon'; readonly uuid: string; readonly major: number; readonly minor: number };

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

/** A signal of somebody who says who they are. */
export interface Sighting {
  readonly atMs: number;
  readonly identity: BeaconIdentity;
  readonly address?: string;
  readonly rssiDbm: number;
}
