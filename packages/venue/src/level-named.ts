import type { Level, Venue } from './types';

/**
 * The level that a text means: its `shortName`; else the only one with that short name in another language, in another case,
 * or with that name. Undefined where there is none, or more than one.
 */
export function levelNamed({ levels }: Pick<Venue, 'levels'>, text: string): Level | undefined {
  const exact = levels.find(({ shortName }) => shortName === text);
  if (exact) return exact;
  const wanted = folded(text);
  const ways: readonly ((level: Level) => readonly string[])[] = [
    ({ shortName, shortNames = {} }) => [shortName, ...Object.values(shortNames)],
    ({ name }) => Object.values(name),
  ];
  for (const namesOf of ways) {
    const found = levels.filter((level) => namesOf(level).some((name) => folded(name) === wanted));
    if (found.length > 0) return found.length === 1 ? found[0] : undefined;
  }
  return undefined;
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
