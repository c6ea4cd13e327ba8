/** What a mutation draws on. */
export interface Chance {
  readonly below: (count: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  /** Texts of the decoder's own code, and such as break decoders. */
  readonly tokens: readonly string[];
}

/** Another input made of one or two that reached something. */
export type Mutator = (one: Uint8Array, other: Uint8Array, chance: Chance) => Uint8Array;

/** Values at which decoders of text break. */
const TEXTS = [
  '-1',
  '0',
  '1e999',
  '1e-400',
  '-0',
  'NaN',
  '4294967296',
  '9007199254740993',
  'null',
  'true',
  '[]',
  '{}',
  '""',
  '\u0000',
  '\ud800',
  '\u202e',
  '\ufeff',
  '__proto__',
  'constructor',
  'toString',
];

export function chanceOf(random: () => number, own: readonly string[]): Chance {
  const below = (count: number) => Math.floor(random() * count);
  return { below, pick: (list) => list[below(list.length)]!, tokens: [...TEXTS, ...own] };
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
export const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** A list with some of its entries left out, doubled, moved, or taken from another list; `change` is for one entry by itself. */
export function changedList<T>(
  list: readonly T[],
  other: readonly T[],
  change: (entry: T, chance: Chance) => T,
  chance: Chance,
): readonly T[] {
  const { below } = chance;
  let out = [...list];
  for (let turns = 1 + below(4); turns > 0; turns--) {
    const at = below(out.length);
    const what = below(10);
    if (what < 5 && out.length > 0) out[at] = change(out[at]!, chance);
    else if (what === 5) out.splice(at, 1 + below(below(2) * out.length));
    else if (what === 6) out.splice(below(out.length + 1), 0, ...out.slice(at, at + 1 + below(4)));
    else if (what === 7) out.splice(below(out.length + 1), 0, ...out.splice(at, 1));
    else if (what === 8) {
      const from = below(other.length);
      out.splice(below(out.length + 1), below(2), ...other.slice(from, from + 1 + below(below(2) * 20)));
    } else out = [...out.slice(0, at), ...other.slice(below(other.length + 1))];
  }
  return out;
}
