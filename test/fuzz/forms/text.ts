import { mutateBytes } from './bytes';
import { bytesOf, type Chance, changedList, type Mutator, textOf } from './mutator';

/** Of a text that comes in pieces, such as lines: pieces left out, doubled, moved, exchanged, words and numbers in them changed. */
export function mutatePieces(between: RegExp): Mutator {
  return (one, other, chance) => {
    if (chance.below(20) === 0) return mutateBytes(one, other, chance);
    const [pieces, lent] = [one, other].map((bytes) => textOf(bytes).split(between)) as [string[], string[]];
    return bytesOf(changedList(pieces, lent, changedPiece, chance).join(''));
  };
}

/** A group of a DXF file is two lines, its code and its value; an entity is the groups from one of code 0 to the next. */
export const mutateDxf: Mutator = (one, other, chance) => {
  const { below } = chance;
  if (below(30) === 0) return mutateBytes(one, other, chance);
  const [entities, lent] = [one, other].map((bytes) => entitiesOf(textOf(bytes))) as [string[][], string[][]];
  const someGroups = lent[below(lent.length)] ?? [];
  const changedEntity = (groups: readonly string[]) => [
    ...changedList(groups, someGroups, changedGroup, chance),
  ];
  return bytesOf(changedList(entities, lent, changedEntity, chance).flat().join(''));
};

function entitiesOf(text: string): string[][] {
  const lines = text.split(/(?<=\n)/);
  const entities: string[][] = [];
  for (let at = 0; at + 1 < lines.length; at += 2) {
    if (entities.length === 0 || lines[at]!.trim() === '0') entities.push([]);
    entities.at(-1)!.push(lines[at]! + lines[at + 1]!);
  }
  return entities;
}

function changedGroup(group: string, chance: Chance): string {
  const { below } = chance;
  const [code = '', value = ''] = group.split(/(?<=\n)/);
  const trimmed = value.trim();
  if (below(5) === 0) return `${below(240)}\n${value}`;
  if (below(3) === 0 || !Number.isFinite(Number(trimmed))) return code + changedPiece(value, chance);
  return `${code}${changedNumber(Number(trimmed), chance)}\n`;
}

function changedPiece(piece: string, chance: Chance): string {
  const { below, pick, tokens } = chance;
  if (below(2) === 0) {
    const numbers = [...piece.matchAll(/-?\d+(\.\d+)?/g)];
    const found = pick(numbers);
    if (found !== undefined)
      return `${piece.slice(0, found.index)}${changedNumber(Number(found[0]), chance)}${piece.slice(found.index + found[0].length)}`;
  }
  const words = [...piece.matchAll(/[\w:.]+/g)];
  const word = pick(words);
  if (word === undefined || below(4) === 0) {
    const at = below(piece.length + 1);
    return piece.slice(0, at) + pick(tokens) + piece.slice(at + below(4));
  }
  return piece.slice(0, word.index) + pick(tokens) + piece.slice(word.index + word[0].length);
}

function changedNumber(number: number, { below, pick }: Chance): string {
  return String(
    pick([
      0,
      1,
      2,
      3,
      4,
      -1,
      below(300),
      -number,
      number + 1,
      number / 10,
      number * 10,
      number * 1e9,
      1e-9,
      1e300,
    ]),
  );
}
