import { bytesOf, type Chance, joined, type Mutator } from './mutator';

/** Values at which decoders break: ends of ranges, signs, what ends strings. */
const BYTES = [0, 1, 0x7f, 0x80, 0xff, 0x22, 0x2c, 0x7b, 0x7d, 0x5b, 0x5d, 0x5c];

/** For bytes of any form: a few changed, left out, doubled, moved, texts put in, or parts of both joined. */
export const mutateBytes: Mutator = (one, other, chance) => {
  let bytes = one;
  for (let turns = 1 + chance.below(4); turns > 0; turns--) bytes = chance.pick(STEPS)(bytes, other, chance);
  return bytes;
};

const changed = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  const out = bytes.slice();
  if (out.length > 0) out[at] = value;
  return out;
};

const STEPS: readonly ((bytes: Uint8Array, other: Uint8Array, chance: Chance) => Uint8Array)[] = [
  (bytes, _other, { below }) => {
    const at = below(bytes.length);
    return changed(bytes, at, bytes[at]! ^ (1 << below(8)));
  },
  (bytes, _other, { below }) => changed(bytes, below(bytes.length), below(256)),
  (bytes, _other, { below, pick }) => changed(bytes, below(bytes.length), pick(BYTES)),
  (bytes, _other, { below }) => {
    const [at, length] = [below(bytes.length), 1 + below(8)];
    return joined(bytes.subarray(0, at), bytes.subarray(at + length));
  },
  (bytes, _other, { below }) => {
    const [at, from, length] = [below(bytes.length), below(bytes.length), 1 + below(40)];
    return joined(bytes.subarray(0, at), bytes.subarray(from, from + length), bytes.subarray(at));
  },
  (bytes, _other, { below, pick, tokens }) => {
    const [at, left] = [below(bytes.length + 1), below(2) * (1 + below(6))];
    return joined(bytes.subarray(0, at), bytesOf(pick(tokens)), bytes.subarray(at + left));
  },
  (bytes, other, { below }) =>
    joined(bytes.subarray(0, below(bytes.length + 1)), other.subarray(below(other.length + 1))),
  (bytes, other, { below }) => {
    const [at, from, length] = [below(bytes.length + 1), below(other.length), 1 + below(60)];
    return joined(bytes.subarray(0, at), other.subarray(from, from + length), bytes.subarray(at));
  },
];
