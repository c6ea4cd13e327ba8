/** Where a picture lies in a PDF: bytes of a JPEG file, and its pixels. */
export interface ScannedPage {
  readonly from: number;
  readonly to: number;
  readonly width: number;
  readonly height: number;
}

const STREAM = bytesOf('stream');
const END = bytesOf('endstream');
const DICTIONARY_BYTES = 4096;
/** Logos and signatures are smaller than a page that was scanned. */
const LEAST_PIXELS = 500 * 500;

/**
 * The scanned pages of a PDF in their order: image objects that are JPEGs (ISO 32000-1, 7.4.8 and 8.9.5), as scanners and cameras write
 * them. Drawings made of lines have none. Image dictionaries are never inside compressed objects (7.5.7), so that looking at the bytes is enough.
 */
export function scannedPages(bytes: Uint8Array): readonly ScannedPage[] {
  const pages: ScannedPage[] = [];
  for (let at = find(bytes, STREAM, 0); at >= 0; at = find(bytes, STREAM, at + STREAM.length)) {
    const dictionary = dictionaryBefore(bytes, at);
    if (!dictionary) continue;
    const from = at + STREAM.length + (bytes[at + STREAM.length] === 13 ? 2 : 1);
    const end = find(bytes, END, from);
    const page = end < 0 ? undefined : pageOf(dictionary, from, end);
    if (page) pages.push(page);
    if (end >= 0) at = end + END.length - STREAM.length;
  }
  return pages;
}

/** The text of the dictionary that a stream belongs to; none for the word inside of data. */
function dictionaryBefore(bytes: Uint8Array, at: number): string | undefined {
  const text = latin1(bytes.subarray(Math.max(0, at - DICTIONARY_BYTES), at)).trimEnd();
  if (!text.endsWith('>>')) return undefined;
  const begins = text.lastIndexOf(' obj');
  return begins < 0 ? undefined : text.slice(begins + 4);
}

function pageOf(dictionary: string, from: number, end: number): ScannedPage | undefined {
  const numberOf = (name: string) => Number(new RegExp(`/${name}\\s+(\\d+)`).exec(dictionary)?.[1] ?? 0);
  const filter = /\/Filter\s*(\[[^\]]*\]|\/\w+)/.exec(dictionary)?.[1] ?? '';
  const isJpeg = /^\[?\s*\/DCTDecode\s*\]?$/.test(filter);
  const [width, height] = [numberOf('Width'), numberOf('Height')];
  if (!/\/Subtype\s*\/Image/.test(dictionary) || !isJpeg || width * height < LEAST_PIXELS) return undefined;
  return { from, to: end, width, height };
}

function find(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(wanted[0]!, from); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, i) => bytes[at + i] === byte)) return at;
  }
  return -1;
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}
