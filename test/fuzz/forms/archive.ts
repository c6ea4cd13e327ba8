import { unzipSync, zipSync } from 'fflate';
import { mutateBytes } from './bytes';
import { changedJson } from './json';
import { bytesOf, type Mutator, textOf } from './mutator';

/** Of a zip whose entries are JSON: another zip with entries changed, left out, named otherwise or taken from the other; seldom its own bytes. */
export const mutateArchive: Mutator = (one, other, chance) => {
  const { below, pick } = chance;
  const [entries, lent] = [entriesOf(one), entriesOf(other)];
  if (entries === undefined || below(20) === 0) return mutateBytes(one, other, chance);
  for (let turns = 1 + below(2); turns > 0; turns--) {
    const name = pick(Object.keys(entries));
    if (name === undefined) break;
    const strange = lent && pick(Object.keys(lent));
    const what = below(24);
    if (what === 0) delete entries[name];
    else if (what === 1)
      entries[`${pick(['', 'a/', '../', '__MACOSX/'])}${pick(chance.tokens)}.geojson`] = entries[name]!;
    else if (what === 2 && strange !== undefined) entries[strange] = lent![strange]!;
    else {
      const from = lent?.[name] ?? entries[name]!;
      const text = changedJson(textOf(entries[name]!), textOf(from), chance);
      entries[name] = text === undefined ? mutateBytes(entries[name]!, from, chance) : bytesOf(text);
    }
  }
  return zipSync(entries, { level: 0 });
};

function entriesOf(bytes: Uint8Array): Record<string, Uint8Array> | undefined {
  try {
    return unzipSync(bytes);
  } catch {
    return undefined;
  }
}
