import { once } from 'node:events';
import { StringDecoder } from 'node:string_decoder';

/** One line of a stream, counted from 1. `tooLong`: it was cut, its rest is left out. */
export interface NumberedLine {
  readonly number: number;
  readonly text: string;
  readonly tooLong: boolean;
}

/** A line longer than this is no line of ours; the memory it takes stays bounded. */
const LONGEST_LINE = 1 << 20;

/** The lines of a UTF-8 stream that are not blank, in batches as they arrive. A byte order mark and carriage returns are left out. */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  longest = LONGEST_LINE,
): AsyncGenerator<readonly NumberedLine[]> {
  const decoder = new StringDecoder('utf8');
  let number = 0;
  let pending = '';
  let tooLong = false;
  const line = (text: string): NumberedLine => {
    const whole = (pending + text).replace(/\r$/, '');
    const cut = { number: ++number, text: number === 1 ? whole.replace(/^\uFEFF/, '') : whole, tooLong };
    pending = '';
    tooLong = false;
    return cut;
  };
  const keep = (text: string) => {
    pending += text;
    if (pending.length <= longest) return;
    pending = pending.slice(0, 100);
    tooLong = true;
  };
  for await (const bytes of stream) {
    const parts = decoder.write(bytes as Buffer).split('\n');
    const last = parts.pop()!;
    const lines = parts.map(line);
    keep(last);
    if (lines.length > 0) yield lines.filter(({ text }) => text.trim() !== '');
  }
  const rest = line(decoder.end());
  if (rest.text.trim() !== '') yield [rest];
}

/** Writes lines, and waits where the reader is slower. */
export interface LineWriter {
  write(line: string): void;
  /** To be awaited now and then, and at the end: what was written has gone out. */
  flush(): Promise<void>;
}

const CHUNK = 1 << 16;

export function lineWriter(stream: NodeJS.WritableStream): LineWriter {
  let pending = '';
  let full = false;
  const send = () => {
    if (pending !== '') full = !stream.write(pending) || full;
    pending = '';
  };
  return {
    write(line) {
      pending += `${line}\n`;
      if (pending.length >= CHUNK) send();
    },
    async flush() {
      send();
      if (full) await once(stream, 'drain');
      full = false;
    },
  };
}
