import type { Labels } from './types';

const FALLBACKS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries({ zh: ['en'], en: ['zh'] }));

/** What is meant where only a language is asked for and a label has several of its scripts or regions. */
const LIKELY: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    zh: ['zh-hans', 'zh-cn'],
    en: ['en-us', 'en-gb'],
  }),
);

/**
 * The text of a label in a language: the exact tag, then the likeliest of the same language (`zh-Hans` for `zh`), then any of
 * it, then the other language of the product, then whatever there is; `''` for a label without text.
 */
export function labelText(labels: Labels, language: 'zh' | 'en' | (string & {})): string {
  return textInLanguages(labels, [language, ...(FALLBACKS.get(primaryLanguage(language)) ?? [])]);
}

/** The text of a label in the first of the languages that it has, else in any. */
export function textInLanguages(labels: Labels, languages: readonly string[]): string {
  const entries = Object.entries(labels).filter(([, text]) => text.trim() !== '');
  for (const language of languages) {
    const wanted = language.toLowerCase();
    const tags = [wanted, ...(LIKELY.get(wanted) ?? [])];
    const exact = tags.map((tag) => entries.find(([key]) => key.toLowerCase() === tag)).find(Boolean);
    const related = exact ?? entries.find(([tag]) => primaryLanguage(tag) === primaryLanguage(wanted));
    if (related) return related[1].trim();
  }
  return entries[0]?.[1].trim() ?? '';
}

/** `zh` of `zh-Hans-CN` (BCP 47, the primary language subtag), in lower case. */
export function primaryLanguage(tag: string): string {
  return tag.toLowerCase().split(/[-_]/)[0]!;
}
