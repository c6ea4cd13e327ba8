const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex of `bytes[from, to)`. */
export function bytesToHex(bytes: Uint8Array, from = 0, to = bytes.length): string {
  let hex = '';
  for (let i = from; i < to; i++) hex += HEX[bytes[i] as number];
  return hex;
}

/** The bytes of a hex text (either case), or nothing where it is not one. */
export function hexToBytes(hex: string): Uint8Array | undefined {
  if (hex.length % 2 !== 0) return undefined;
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    const high = nibble(hex.charCodeAt(2 * i));
    const low = nibble(hex.charCodeAt(2 * i + 1));
    if (high < 0 || low < 0) return undefined;
    bytes[i] = high * 16 + low;
  }
  return bytes;
}

function nibble(code: number): number {
  if (code >= 48 && code <= 57) return code - 48; // 0 … 9
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1; // a … f
}

/** A UUID as text, from 16 bytes in network order at `offset`. */
export function uuidAt(bytes: Uint8Array, offset: number): string {
  const part = (from: number, to: number) => bytesToHex(bytes, offset + from, offset + to);
  return `${part(0, 4)}-${part(4, 6)}-${part(6, 8)}-${part(8, 10)}-${part(10, 16)}`;
}

/** A device address as text, from 6 bytes that the air interface sends last octet first. */
export function addressAt(bytes: Uint8Array, offset: number): string {
  let text = HEX[bytes[offset + 5] as number] as string;
  for (let i = 4; i >= 0; i--) text += `:${HEX[bytes[offset + i] as number]}`;
  return text;
}

export function int8At(bytes: Uint8Array, offset: number): number {
  return ((bytes[offset] as number) << 24) >> 24;
}

export function uint16LittleAt(bytes: Uint8Array, offset: number): number {
  return (bytes[offset] as number) | ((bytes[offset + 1] as number) << 8);
}

export function uint16BigAt(bytes: Uint8Array, offset: number): number {
  return ((bytes[offset] as number) << 8) | (bytes[offset + 1] as number);
}

export function uint32BigAt(bytes: Uint8Array, offset: number): number {
  return uint16BigAt(bytes, offset) * 65_536 + uint16BigAt(bytes, offset + 2);
}
