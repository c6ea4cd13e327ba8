import type { Point, VenuePoint } from '@daoyin/geometry';
import { type ByteReader, type ByteWriter, bytesOfText, readBytes, writeBytes } from './bytes';

/** Decimetres: finer than any dot, and a byte less each. */
const SCALE = 10;
const HEADINGS = 256;
const CIRCLE = 2 * Math.PI;

/** A capsule's values as they are written: each text once, each point from the one before. */
export function writeFields() {
  const body = writeBytes();
  const texts: string[] = [];
  const last = { x: 0, y: 0 };
  const text = (value: string | undefined) => {
    if (value === undefined) return body.count(0);
    const known = texts.indexOf(value);
    body.count(1 + (known < 0 ? texts.push(value) - 1 : known));
  };
  const point = ({ x, y }: Point) => {
    for (const [axis, value] of [
      ['x', x],
      ['y', y],
    ] as const) {
      const to = Math.round(value * SCALE);
      body.signed(to - last[axis]);
      last[axis] = to;
    }
  };
  return {
    text,
    point,
    place: (at: VenuePoint) => {
      point(at);
      text(at.level);
    },
    /** Metres, or seconds. */
    amount: (value: number) => body.count(Math.round(Math.max(0, value) * SCALE)),
    heading: (radians: number) => body.byte(Math.round((radians / CIRCLE) * HEADINGS)),
    count: body.count,
    /** Numbers of so many bits each in one byte, the first lowest. */
    bits: (...parts: readonly (readonly [value: number, bits: number])[]) =>
      body.byte(parts.reduceRight((sum, [value, bits]) => (sum << bits) | value, 0)),
    /** One of a list; 0 for none. */
    choice: <T>(of: readonly T[], value: T | undefined) =>
      body.byte(value === undefined ? 0 : 1 + of.indexOf(value)),
    bytes: (): number[] => [...textsAsBytes(texts), ...body.bytes()],
  };
}

export type FieldWriter = ReturnType<typeof writeFields>;

function textsAsBytes(texts: readonly string[]): number[] {
  const out: ByteWriter = writeBytes();
  out.count(texts.length);
  for (const text of texts) {
    const bytes = bytesOfText(text);
    out.count(bytes.length);
    for (const byte of bytes) out.byte(byte);
  }
  return out.bytes();
}

/** Reads what `writeFields` wrote; throws a RangeError where that cannot be. */
export function readFields(bytes: readonly number[]) {
  const body: ByteReader = readBytes(bytes);
  const texts = Array.from({ length: body.count() }, body.text);
  const last = { x: 0, y: 0 };
  const text = (): string | undefined => {
    const index = body.count();
    if (index > texts.length) throw new RangeError(`text ${index} of ${texts.length}`);
    return index === 0 ? undefined : texts[index - 1];
  };
  const named = (): string => {
    const value = text();
    if (value === undefined) throw new RangeError('a text is missing');
    return value;
  };
  const point = (): Point => {
    last.x += body.signed();
    last.y += body.signed();
    return { x: last.x / SCALE, y: last.y / SCALE };
  };
  return {
    text,
    named,
    point,
    place: (): VenuePoint => {
      const at = point();
      return { ...at, level: named() };
    },
    amount: () => body.count() / SCALE,
    heading: () => (body.byte() / HEADINGS) * CIRCLE,
    count: body.count,
    bits: (...widths: readonly number[]): number[] => {
      let rest = body.byte();
      return widths.map((bits) => {
        const value = rest & ((1 << bits) - 1);
        rest >>= bits;
        return value;
      });
    },
    choice: <T>(of: readonly T[]): T | undefined => {
      const index = body.byte();
      if (index > of.length) throw new RangeError(`choice ${index} of ${of.length}`);
      return index === 0 ? undefined : of[index - 1];
    },
    get done() {
      return body.done;
    },
  };
}

export type FieldReader = ReturnType<typeof readFields>;
