import { uint16LittleAt } from './bytes';
import { decodeManufacturerData, decodeServiceData, EDDYSTONE_SERVICE } from './frames';
import type { AdvertPayload, DecodedAdvert, DecodedFrame } from './types';

/** AD types (Bluetooth assigned numbers, section 2.3). */
const COMPLETE_SERVICES_16 = 0x03;
const SERVICE_DATA_16 = 0x16;
const MANUFACTURER_DATA = 0xff;

const NOTHING: DecodedAdvert = { frames: [], anomalies: [] };

/** What is in an advert, whatever form its platform left it in. Never throws. */
export function decodeAdvert(payload: AdvertPayload): DecodedAdvert {
  switch (payload.kind) {
    case 'ad-structures':
      return decodeAdStructures(payload.bytes);
    case 'manufacturer-data':
      return only(decodeManufacturerData(payload.companyId, withoutCompanyId(payload)));
    case 'service-data':
      return only(decodeServiceData(payload.uuid16, payload.bytes));
    case 'ibeacon':
    case 'address-only':
      return NOTHING;
  }
}

/**
 * The frames in AD structures (Core, Vol 3, Part C, 11: length, type, data), in the order sent. A structure that runs
 * past the end is an anomaly, and what was whole before it counts. A length of 0 ends the significant part.
 */
export function decodeAdStructures(bytes: Uint8Array): DecodedAdvert {
  const frames: DecodedFrame[] = [];
  const anomalies: string[] = [];
  let services: Uint8Array | undefined;
  for (let at = 0; at < bytes.length; ) {
    const length = bytes[at] as number;
    if (length === 0) break;
    const end = at + 1 + length;
    if (end > bytes.length) {
      anomalies.push(`AD structure at byte ${at} of ${length} bytes, ${bytes.length - at - 1} are left`);
      break;
    }
    const type = bytes[at + 1] as number;
    const data = bytes.subarray(at + 2, end);
    if (type === COMPLETE_SERVICES_16) services = data;
    else if (type === MANUFACTURER_DATA) frames.push(manufacturerFrame(data));
    else if (type === SERVICE_DATA_16) frames.push(serviceFrame(data, services));
    at = end;
  }
  return { frames, anomalies };
}

/** The one thing to say of an advert: its first frame that somebody can use, else what is wrong, else `unknown`. */
export function mainFrame({ frames, anomalies }: DecodedAdvert): DecodedFrame {
  const useful = frames.find((frame) => frame.type !== 'unknown' && frame.type !== 'malformed');
  if (useful) return useful;
  const broken = frames.find((frame) => frame.type === 'malformed');
  if (broken) return broken;
  return anomalies[0] === undefined ? { type: 'unknown' } : { type: 'malformed', reason: anomalies[0] };
}

function manufacturerFrame(data: Uint8Array): DecodedFrame {
  if (data.length < 2) {
    return { type: 'malformed', reason: `manufacturer data of ${data.length} bytes, 2 needed` };
  }
  return decodeManufacturerData(uint16LittleAt(data, 0), data.subarray(2));
}

function serviceFrame(data: Uint8Array, services: Uint8Array | undefined): DecodedFrame {
  if (data.length < 2) return { type: 'malformed', reason: `service data of ${data.length} bytes, 2 needed` };
  const uuid16 = uint16LittleAt(data, 0);
  if (uuid16 === EDDYSTONE_SERVICE && services && !lists(services, uuid16)) {
    return {
      type: 'malformed',
      reason: 'Eddystone service data, but 0xfeaa is not in the complete service list',
    };
  }
  return decodeServiceData(uuid16, data.subarray(2));
}

function lists(services: Uint8Array, uuid16: number): boolean {
  for (let i = 0; i + 1 < services.length; i += 2) if (uint16LittleAt(services, i) === uuid16) return true;
  return false;
}

/** Some platforms leave the company id before the data (25 bytes for an iBeacon), some strip it (23). */
function withoutCompanyId({ companyId, bytes }: { companyId: number; bytes: Uint8Array }): Uint8Array {
  const first = bytes.length >= 4 && uint16LittleAt(bytes, 0) === companyId;
  const marked =
    first && ((bytes[2] === 0x02 && bytes[3] === 0x15) || (bytes[2] === 0xbe && bytes[3] === 0xac));
  return marked ? bytes.subarray(2) : bytes;
}

function only(frame: DecodedFrame): DecodedAdvert {
  return { frames: [frame], anomalies: [] };
}
