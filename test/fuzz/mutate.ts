/** Values at which decoders break: ends of ranges, signs, what ends strings. */
const BYTES = [0, 1, 0x7f, 0x80, 0xff, 0x22, 0x2c, 0x7b, 0x7d, 0x5b, 0x5d, 0x5c];
const TEXTS = [
  '-1',
  '0',
  '1e999',
  '9007199254740993',
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '\u0000',
  '__proto__',
  'NaN',
  '1e-400',
  '\ud800',
  '\u202e',
  '-0',
  '4294967296',
].map((text) => new TextEncoder().encode(text));

/** Another input made of one or two that reached something: a few bytes changed, left out, doubled, moved, or parts of both joined. */
export function mutate(one: Uint8Array, other: Uint8Array, random: () => number, most: number): Uint8Array {
  let bytes = one;
  const below = (count: number) => Math.floor(random() * count);
  for (let turns = 1 + below(4); turns > 0; turns--) bytes = STEPS[below(STEPS.length)]!(bytes, other, below);
  return bytes.subarray(0, most);
}

type Step = (bytes: Uint8Array, other: Uint8Array, below: (count: number) => number) => Uint8Array;

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};
const changed = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  const out = bytes.slice();
  if (out.length > 0) out[at] = value;
  return out;
};

const STEPS: readonly Step[] = [
  (bytes, _other, below) => {
    const at = below(bytes.length);
    return changed(bytes, at, bytes[at]! ^ (1 << below(8)));
  },
  (bytes, _other, below) => changed(bytes, below(bytes.length), below(256)),
  (bytes, _other, below) => changed(bytes, below(bytes.length), BYTES[below(BYTES.length)]!),
  (bytes, _other, below) => {
    const [at, length] = [below(bytes.length), 1 + below(8)];
    return joined(bytes.subarray(0, at), bytes.subarray(at + length));
  },
  (bytes, _other, below) => {
    const [at, from, length] = [below(bytes.length), below(bytes.length), 1 + below(40)];
    return joined(bytes.subarray(0, at), bytes.subarray(from, from + length), bytes.subarray(at));
  },
  (bytes, _other, below) => {
    const [at, left] = [below(bytes.length + 1), below(2) * (1 + below(6))];
    return joined(bytes.subarray(0, at), TEXTS[below(TEXTS.length)]!, bytes.subarray(at + left));
  },
  (bytes, other, below) =>
    joined(bytes.subarray(0, below(bytes.length + 1)), other.subarray(below(other.length + 1))),
  (bytes, other, below) => {
    const [at, from, length] = [below(bytes.length + 1), below(other.length), 1 + below(60)];
    return joined(bytes.subarray(0, at), other.subarray(from, from + length), bytes.subarray(at));
  },
];
