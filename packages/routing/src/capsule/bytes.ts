/** Small numbers in few bytes, texts once each: what a code that a camera reads can carry. */
export interface ByteWriter {
  byte(value: number): void;
  /** A whole number ≥ 0, seven bits a byte, low ones first (LEB128). */
  count(value: number): void;
  /** A whole number of either sign, zigzag. */
  signed(value: number): void;
  bytes(): number[];
}

export function writeBytes(): ByteWriter {
  const out: number[] = [];
  const count = (value: number) => {
    let rest = value;
    while (rest >= 128) {
      out.push((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    out.push(rest);
  };
  return {
    byte: (value) => out.push(value & 255),
    count,
    signed: (value) => count(value < 0 ? -2 * value - 1 : 2 * value),
    bytes: () => out,
  };
}

/** Throws a RangeError where the bytes end too early: the caller says that the code is damaged. */
export interface ByteReader {
  byte(): number;
  count(): number;
  signed(): number;
  text(): string;
  readonly done: boolean;
}

const LONGEST_COUNT = 2 ** 32;

export function readBytes(bytes: readonly number[]): ByteReader {
  let at = 0;
  const byte = () => {
    if (at >= bytes.length) throw new RangeError(`${bytes.length} bytes are too few`);
    return bytes[at++]!;
  };
  const count = () => {
    let [value, factor] = [0, 1];
    for (;;) {
      const next = byte();
      value += (next & 127) * factor;
      if (value > LONGEST_COUNT) throw new RangeError(`count ${value} is too large`);
      if (next < 128) return value;
      factor *= 128;
    }
  };
  return {
    byte,
    count,
    signed: () => {
      const value = count();
      return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
    },
    text: () => utf8Of(Array.from({ length: count() }, byte)),
    get done() {
      return at === bytes.length;
    },
  };
}

/** UTF-8 without TextEncoder and TextDecoder, which mini programs lack. */
export function bytesOfText(text: string): number[] {
  const escaped = encodeURIComponent(text);
  return [...escaped.matchAll(/%([0-9A-F]{2})|(.)/g)].map(([, hex, plain]) =>
    hex === undefined ? plain!.charCodeAt(0) : Number.parseInt(hex, 16),
  );
}

function utf8Of(bytes: readonly number[]): string {
  try {
    return decodeURIComponent(bytes.map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    throw new RangeError('not UTF-8');
  }
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Base 64 for addresses (RFC 4648, section 5), without padding. */
export function base64Of(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b, c] = [bytes[at]!, bytes[at + 1], bytes[at + 2]];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    const digits = c !== undefined ? 4 : b !== undefined ? 3 : 2;
    for (let i = 0; i < digits; i++) text += DIGITS[(bits >> (18 - 6 * i)) & 63];
  }
  return text;
}

/** Undefined for anything that is not such a text. */
export function bytesOfBase64(text: string): number[] | undefined {
  const bytes: number[] = [];
  if (text.length % 4 === 1) return undefined;
  for (let at = 0; at < text.length; at += 4) {
    const digits = [...text.slice(at, at + 4)].map((digit) => DIGITS.indexOf(digit));
    if (digits.includes(-1)) return undefined;
    const bits = digits.reduce((sum, digit) => sum * 64 + digit, 0) * 64 ** (4 - digits.length);
    for (let i = 0; i < digits.length - 1; i++) bytes.push((bits >> (16 - 8 * i)) & 255);
  }
  return bytes;
}

/** CRC-16/CCITT-FALSE: tells a code that was cut or misread. */
export function checksumOf(bytes: readonly number[]): number {
  let crc = 0xffff;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : crc << 1;
  }
  return crc & 0xffff;
}
