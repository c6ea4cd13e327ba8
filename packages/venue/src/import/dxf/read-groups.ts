/** One group of a DXF file: its code says what the value is (DXF Reference, "Group Code Value Types"). */
export interface Group {
  readonly code: number;
  readonly value: string;
  /** The line of the value, counted from 1. */
  readonly line: number;
}

/** What makes a drawing unreadable as a whole: `kind` is stable, the message names the line. */
export class DxfRefusal extends Error {
  constructor(
    readonly kind: string,
    message: string,
  ) {
    super(message);
  }
}

const BINARY = 'AutoCAD Binary DXF';

/** Whether bytes are a drawing of AutoCAD: a DXF file, which may start with comments (999), a binary one, or a DWG. */
export function isDrawing(bytes: Uint8Array): boolean {
  const start = headOf(bytes).replace(/^ï»¿/, '').replace(/\r/g, '');
  return (
    start.startsWith(BINARY) || isDwg(start) || /^(\s*999\s*\n[^\n]*\n)*\s*0\s*\n\s*SECTION\b/.test(start)
  );
}

/** The groups of a DXF file in their order, in the characters that its header says. Throws a `DxfRefusal`. */
export function* readGroups(bytes: Uint8Array): Generator<Group> {
  const head = headOf(bytes);
  if (head.startsWith(BINARY))
    throw new DxfRefusal('dxf-binary', 'is a binary DXF: save it as ASCII DXF (2000 or later)');
  if (isDwg(head)) throw new DxfRefusal('dwg-not-read', 'is a DWG drawing: save it as ASCII DXF');
  const lines = linesOf(decoded(bytes));
  for (let line = 1; ; line += 2) {
    const code = lines.next();
    if (code === undefined || (code.trim() === '' && lines.isAtEnd())) return;
    const value = lines.next();
    if (value === undefined) throw new DxfRefusal('dxf-truncated', `is cut off after line ${line}`);
    if (!/^\s*-?\d{1,4}\s*$/.test(code))
      throw new DxfRefusal(
        'dxf-broken',
        `has ${JSON.stringify(code.slice(0, 40))} in line ${line}, where a group code is due`,
      );
    yield { code: Number(code), value, line: line + 1 };
  }
}

/** The value of a group as a number; anything that is none is a `DxfRefusal`, since a wall might be missing without it. */
export function numberOf({ code, value, line }: Group): number {
  const number = Number(value);
  if (Number.isFinite(number) && value.trim() !== '') return number;
  const shown = JSON.stringify(value.slice(0, 40));
  throw new DxfRefusal('dxf-bad-number', `has ${shown} in line ${line}, where group ${code} is a number`);
}

function headOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 8192));
}

function isDwg(head: string): boolean {
  return /^AC10\d\d\0/.test(head);
}

/** Lines one by one: a file of 60 MB has ten million. */
function linesOf(text: string) {
  let at = 0;
  return {
    isAtEnd: () => at >= text.length,
    next(): string | undefined {
      if (at >= text.length) return undefined;
      const end = text.indexOf('\n', at);
      const line = text.slice(at, end < 0 ? text.length : end);
      at = end < 0 ? text.length : end + 1;
      return line.endsWith('\r') ? line.slice(0, -1) : line;
    },
  };
}

/** Encodings of `$DWGCODEPAGE` that are not Windows-125x. */
const CODE_PAGES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '874': 'windows-874',
    '932': 'shift_jis',
    '936': 'gb18030',
    '949': 'euc-kr',
    '950': 'big5',
  }),
);

/**
 * The text of a drawing. From AutoCAD 2007 it is UTF-8, before that in the code page of the header; programs get both
 * wrong. What is valid UTF-8 is hardly ever anything else, so that it is asked first.
 */
function decoded(bytes: Uint8Array): string {
  const page = /\$DWGCODEPAGE\s+3\s+(?:ANSI_|DOS)?(\d+)/i.exec(headOf(bytes))?.[1] ?? '936';
  const named = CODE_PAGES.get(page) ?? (/^125\d$/.test(page) ? `windows-${page}` : 'gb18030');
  for (const encoding of ['utf-8', named, 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next one
    }
  }
  return new TextDecoder().decode(bytes);
}
