import type { Figure } from './bench';

const NUMBER = String.raw`([\d.,]+)`;

/** Of the first text that looks so; `#` stands for a number, and `$1` … in the words for what it was. */
export function printed(pattern: string, words: string): Figure['figure'] {
  const source = pattern
    .replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/ +/g, String.raw`\s+`)
    .replaceAll('#', NUMBER)
    .replaceAll('…', '[^\n]*?');
  return (out) => {
    const found = new RegExp(source).exec(out);
    return found === null ? undefined : words.replaceAll(/\$(\d)/g, (_, i) => found[Number(i)]!);
  };
}

/** The same in what is printed behind a heading. */
export const below =
  (heading: string, figure: Figure['figure']): Figure['figure'] =>
  (out) => {
    const at = out.indexOf(heading);
    return at < 0 ? undefined : figure(out.slice(at));
  };
