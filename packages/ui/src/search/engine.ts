import MiniSearch from 'minisearch';
import { openSynonyms, type Syllables } from './synonyms';
import { normalise, queryTermsOf, syllableStarts, termsOf } from './terms';

/** What the engine needs of a thing to find: its words in all languages, by weight. */
export interface Findable {
  readonly id: string;
  /** What it is called. */
  readonly names: readonly string[];
  /** What else leads to it: its department, its area. */
  readonly context: readonly string[];
  /** Things of greater weight come first among equals: 1 is ordinary. */
  readonly weight: number;
}

export type Find = (query: string, limit: number) => readonly string[];

/** An index over characters, pinyin and initials; `find` gives ids, best first. */
export function buildEngine(findables: readonly Findable[], syllables: Syllables): Find {
  const weights = new Map(findables.map(({ id, weight }) => [id, weight]));
  const index = new MiniSearch<Record<string, unknown>>({
    fields: ['names', 'context', 'pinyin'],
    extractField: (document, field) => document[field] as string,
    tokenize: (text, field) => (field === 'pinyin' ? text.split(' ') : termsOf(text)),
    processTerm: (term) => term,
    searchOptions: {
      tokenize: queryTermsOf,
      prefix: (term) => term.length > 1 && /^[a-z0-9]+$/.test(term),
      fuzzy: (term) => (/^[a-z]{6,}$/.test(term) ? 0.15 : false),
      boost: { names: 3, pinyin: 2, context: 1 },
      combineWith: 'AND',
      boostDocument: (id) => weights.get(String(id)) ?? 1,
    },
  });
  index.addAll(
    findables.map(({ id, names, context }) => ({
      id,
      names: names.join(' '),
      context: context.join(' '),
      pinyin: names.flatMap((name) => pinyinTerms(name, syllables)).join(' '),
    })),
  );
  const meanings = openSynonyms(syllables);
  return (query, limit) => search(index, meanings(normalise(query)), limit);
}

/** The first wording counts most: what the query says, or spells. */
function search(index: MiniSearch, wordings: readonly string[], limit: number): readonly string[] {
  if (wordings[0] === '') return [];
  const ids = wordings.flatMap((wording, at) =>
    index.search(wording).map(({ id, score }) => ({ id: String(id), score: at === 0 ? score * 1.5 : score })),
  );
  ids.sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
  return [...new Set(ids.map(({ id }) => id))].slice(0, limit);
}

function pinyinTerms(name: string, syllables: Syllables): string[] {
  const runs = name.match(/\p{Script=Han}+/gu) ?? [];
  return runs.flatMap((run) => {
    const sounds = syllables(run);
    return [...syllableStarts(sounds), ...syllableStarts(sounds.map((sound) => sound.slice(0, 1)))];
  });
}
