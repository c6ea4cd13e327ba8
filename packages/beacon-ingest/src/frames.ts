import { bytesToHex, int8At, uint16BigAt, uint32BigAt, uuidAt } from './bytes';
import type { DecodedFrame } from './types';

const APPLE = 0x004c;
/** The 16-bit service of Eddystone (Bluetooth assigned numbers). */
export const EDDYSTONE_SERVICE = 0xfeaa;

const UNKNOWN: DecodedFrame = { type: 'unknown' };

/** The frame in manufacturer-specific data: `body` is what follows the company identifier. */
export function decodeManufacturerData(companyId: number, body: Uint8Array): DecodedFrame {
  if (companyId === APPLE && body[0] === 0x02 && (body[1] === 0x15 || body.length < 2)) return iBeacon(body);
  if (body[0] === 0xbe && body[1] === 0xac) return altBeacon(companyId, body);
  return UNKNOWN;
}

/** The frame in the service data of a 16-bit UUID: `body` is what follows the UUID. */
export function decodeServiceData(uuid16: number, body: Uint8Array): DecodedFrame {
  if (uuid16 !== EDDYSTONE_SERVICE) return UNKNOWN;
  if (body.length === 0) return malformed('Eddystone service data without a frame type');
  if (body[0] === 0x00) return eddystoneUid(body);
  if (body[0] === 0x20) return eddystoneTlm(body);
  return UNKNOWN; // URL 0x10, EID 0x30 and what is reserved
}

/** Apple, Proximity Beacon Specification R1: 02 15, UUID 16, major and minor big-endian, measured power at 1 m. */
function iBeacon(body: Uint8Array): DecodedFrame {
  if (body.length < 23) return malformed(`iBeacon of ${body.length} bytes after the company id, 23 needed`);
  return {
    type: 'ibeacon',
    uuid: uuidAt(body, 2),
    major: uint16BigAt(body, 18),
    minor: uint16BigAt(body, 20),
    measuredPowerDbm: int8At(body, 22),
  };
}

/**
 * AltBeacon 1.0: BE AC, id 20, reference RSSI at 1 m, reserved 1. Senders that leave the reserved byte out are in the
 * field, and are read with 0.
 */
function altBeacon(manufacturerId: number, body: Uint8Array): DecodedFrame {
  if (body.length < 23) return malformed(`AltBeacon of ${body.length} bytes after the company id, 24 needed`);
  return {
    type: 'altbeacon',
    manufacturerId,
    id: bytesToHex(body, 2, 22),
    measuredPowerDbm: int8At(body, 22),
    reserved: body[23] ?? 0,
  };
}

/** Eddystone-UID: 00, power at 0 m, namespace 10, instance 6; the two reserved bytes behind are often left out. */
function eddystoneUid(body: Uint8Array): DecodedFrame {
  if (body.length < 18) return malformed(`Eddystone-UID of ${body.length} bytes, 18 needed`);
  return {
    type: 'eddystone-uid',
    namespace: bytesToHex(body, 2, 12),
    instance: bytesToHex(body, 12, 18),
    txPower0mDbm: int8At(body, 1),
  };
}

/**
 * Eddystone-TLM, version 0, all big-endian: battery in mV (0 = not supported), temperature in 8.8 fixed point
 * (0x8000 = not supported), adverts sent, tenths of seconds since power-on. Version 1 is encrypted.
 */
function eddystoneTlm(body: Uint8Array): DecodedFrame {
  if (body.length < 2) return malformed('Eddystone-TLM without a version');
  if (body[1] !== 0x00) return UNKNOWN;
  if (body.length < 14) return malformed(`Eddystone-TLM of ${body.length} bytes, 14 needed`);
  const batteryMv = uint16BigAt(body, 2);
  const temperature = uint16BigAt(body, 4);
  return {
    type: 'eddystone-tlm',
    ...(batteryMv !== 0 && { batteryMv }),
    ...(temperature !== 0x8000 && { temperatureC: ((temperature << 16) >> 16) / 256 }),
    advertCount: uint32BigAt(body, 6),
    secondsSinceBoot: uint32BigAt(body, 10) / 10,
  };
}

function malformed(reason: string): DecodedFrame {
  return { type: 'malformed', reason };
}
