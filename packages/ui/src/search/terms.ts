const CJK = /\p{Script=Han}/u;

/** Text as typed or written, in one form: full width to half width, lower case, no spaces at the ends. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** The search terms of a text: words of letters and digits as they are; Chinese as characters and pairs of them. */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const run of normalise(text).match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []) {
    if (!CJK.test(run)) terms.push(...splitMixed(run));
    else terms.push(...characters(run));
  }
  return [...new Set(terms)];
}

/** The terms of a query: pairs only, where there are two characters or more, so that a common character alone does not match. */
export function queryTermsOf(text: string): string[] {
  const terms = termsOf(text);
  const pairs = terms.filter((term) => CJK.test(term) && [...term].length === 2);
  return pairs.length > 0 ? terms.filter((term) => !CJK.test(term) || [...term].length === 2) : terms;
}

/** The starts at which one may begin to type: `shehuibaoxian`, `huibaoxian`, … for each syllable. */
export function syllableStarts(syllables: readonly string[]): string[] {
  const starts = syllables.map((_, at) => syllables.slice(at, at + 8).join(''));
  return [...new Set(starts.filter((start) => start.length > 1))];
}

function characters(run: string): string[] {
  const signs = [...run];
  return [...signs, ...signs.slice(1).map((sign, at) => `${signs[at]}${sign}`)];
}

function splitMixed(run: string): string[] {
  return run.match(/\p{N}+|[^\p{N}\p{Script=Han}]+/gu)?.length === 1
    ? [run]
    : [run, ...(run.match(/\p{N}+/gu) ?? [])];
}
