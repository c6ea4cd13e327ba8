/** What the first bytes of a file say it is. Pixels; a PDF has none of its own. */
export type ImageHeader =
  | { readonly type: 'png' | 'jpeg'; readonly width: number; readonly height: number }
  | { readonly type: 'pdf' };

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const JPEG = [0xff, 0xd8];

/** Reads PNG (its IHDR, RFC 2083), JPEG (its frame header, ITU-T T.81 B.2.2) and PDF; undefined for anything else or a header cut short. */
export function imageHeader(bytes: Uint8Array): ImageHeader | undefined {
  if (startsWith(bytes, PDF)) return { type: 'pdf' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (startsWith(bytes, PNG)) {
    if (bytes.length < 24) return undefined;
    return sized('png', view.getUint32(16), view.getUint32(20));
  }
  return startsWith(bytes, JPEG) ? jpegHeader(view) : undefined;
}

function jpegHeader(view: DataView): ImageHeader | undefined {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (isFrame(marker)) return sized('jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** SOF0 … SOF15, without the tables that lie between them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

const sized = (type: 'png' | 'jpeg', width: number, height: number): ImageHeader | undefined =>
  width > 0 && height > 0 ? { type, width, height } : undefined;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);
