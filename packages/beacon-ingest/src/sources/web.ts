import { adStructuresOf } from '../ad-structures';
import { EDDYSTONE_SERVICE } from '../frames';
import type { Advert } from '../types';

/** What we use of a `BluetoothAdvertisingEvent` (Web Bluetooth Scanning, draft). */
export interface WebAdvertisement {
  readonly rssi?: number;
  readonly manufacturerData: Iterable<readonly [companyId: number, data: DataView]>;
  readonly serviceData: Iterable<readonly [uuid: string, data: DataView]>;
}

/** What we use of `navigator.bluetooth`. */
export interface WebBluetooth {
  requestLEScan?(options: object): Promise<{ stop(): void }>;
  addEventListener(type: 'advertisementreceived', listener: (event: Event & WebAdvertisement) => void): void;
  removeEventListener(
    type: 'advertisementreceived',
    listener: (event: Event & WebAdvertisement) => void,
  ): void;
}

export type WebScanStart =
  | { readonly ok: true; readonly stop: () => void }
  /** Why not, for the page to word: this browser cannot, the visitor said no, or Bluetooth is off or failed. */
  | { readonly ok: false; readonly kind: 'unsupported' | 'denied' | 'failed'; readonly message: string };

const APPLE = 0x004c;
/** 16-bit UUIDs are written out as 128-bit ones over this base (Core, Vol 3, Part B, 2.5.1). */
const BASE_UUID = /^0000([0-9a-f]{4})-0000-1000-8000-00805f9b34fb$/;
const NO_RSSI = 127;

/** Starts a scan for beacons in a browser that has `requestLEScan`; call it from a tap. Every advert once, duplicates kept. */
export async function startWebScan(
  bluetooth: WebBluetooth | undefined,
  onAdvert: (advert: Advert) => void,
  nowMs: () => number,
): Promise<WebScanStart> {
  if (!bluetooth?.requestLEScan) {
    return { ok: false, kind: 'unsupported', message: 'this browser has no requestLEScan' };
  }
  const listener = (event: WebAdvertisement) => onAdvert(advertOfEvent(event, nowMs()));
  bluetooth.addEventListener('advertisementreceived', listener);
  try {
    const scan = await bluetooth.requestLEScan(SCAN);
    const stop = () => {
      scan.stop();
      bluetooth.removeEventListener('advertisementreceived', listener);
    };
    return { ok: true, stop };
  } catch (error) {
    bluetooth.removeEventListener('advertisementreceived', listener);
    const { name, message } = error as Error;
    return { ok: false, kind: name === 'NotAllowedError' ? 'denied' : 'failed', message };
  }
}

const SCAN = {
  keepRepeatedDevices: true,
  filters: [
    { manufacturerData: [{ companyIdentifier: APPLE, dataPrefix: Uint8Array.of(0x02, 0x15) }] },
    { services: [EDDYSTONE_SERVICE] },
  ],
};

/** An event as an advert. The browser strips the company id and hides the address. */
export function advertOfEvent(
  { rssi, manufacturerData, serviceData }: WebAdvertisement,
  atMs: number,
): Advert {
  const bytes = adStructuresOf({
    manufacturerData: [...manufacturerData].map(([companyId, data]) => [companyId, bytesOf(data)] as const),
    serviceData: [...serviceData].flatMap(([uuid, data]) => {
      const short = BASE_UUID.exec(uuid.toLowerCase())?.[1];
      return short === undefined ? [] : [[Number.parseInt(short, 16), bytesOf(data)] as const];
    }),
  });
  return { atMs, rssiDbm: rssi ?? NO_RSSI, payload: { kind: 'ad-structures', bytes } };
}

function bytesOf(data: DataView): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}
