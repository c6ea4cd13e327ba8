import { labelText } from '@daoyin/venue';
import type { Landmark, Language, Manoeuvre, Phrase, PhraseContext } from '../types';
import { phraseInEnglish } from './phrase-en';
import { phraseInChinese } from './phrase-zh';

/** A manoeuvre in words, as a good human guide would say it. */
export function phrase(manoeuvre: Manoeuvre, language: Language, context: PhraseContext = {}): Phrase {
  const said = language === 'zh' ? phraseInChinese : phraseInEnglish;
  return { text: said(manoeuvre, context).text, speech: said(aloud(manoeuvre), context).speech };
}

/** A manoeuvre whose landmark is named without what its sign adds in brackets: `Escalator 4 (down)`, to be walked towards, is no way down. */
function aloud(manoeuvre: Manoeuvre): Manoeuvre {
  const name = 'landmark' in manoeuvre ? manoeuvre.landmark?.name : undefined;
  if (name === undefined) return manoeuvre;
  const plain = Object.entries(name).map(([language, text]) => [language, withoutAside(text) ?? text]);
  return { ...manoeuvre, landmark: { ...manoeuvre.landmark!, name: Object.fromEntries(plain) } } as Manoeuvre;
}

/** All manoeuvres of a route as a list of steps, each with the metres on the level that lead to it. */
export function phrases(manoeuvres: readonly Manoeuvre[], language: Language): Phrase[] {
  return manoeuvres.map((manoeuvre, i) => phrase(manoeuvre, language, { ahead: metresTo(manoeuvres, i) }));
}

/** Metres to walk between the manoeuvre before and this one, without the stairs climbed in between. */
export function metresTo(manoeuvres: readonly Manoeuvre[], index: number): number {
  const before = manoeuvres[index - 1];
  if (before === undefined) return 0;
  const climbed = before.kind === 'take-connector' ? (before.length ?? 0) : 0;
  return Math.max(0, manoeuvres[index]!.distance - before.distance - climbed);
}

/** A distance as people say it: to the metre up to 10, to 5 up to 50, to 10 beyond; undefined for a step or two. */
export function saidDistance(metres: number | undefined): number | undefined {
  if (metres === undefined || metres < 2.5) return undefined;
  if (metres < 10) return Math.round(metres);
  return metres < 50 ? 5 * Math.round(metres / 5) : 10 * Math.round(metres / 10);
}

/** A storey in its parts: `3F` and `F3` are storey 3, `B1` is the first below ground; undefined for other names. */
export function storeyOf(level: string): { readonly number: number; readonly below: boolean } | undefined {
  const above = /^(?:F|L)?(\d+)F?$/i.exec(level);
  if (above !== null) return { number: Number(above[1]), below: false };
  const below = /^(?:B|-)(\d+)F?$/i.exec(level);
  return below === null ? undefined : { number: Number(below[1]), below: true };
}

/** `Escalator 1 (up)` without what is said anyway. */
export function withoutAside(name: string | undefined): string | undefined {
  return name?.replace(/\s*[（(][^（()）]*[)）]$/, '');
}

export function nameIn(landmark: Landmark, language: Language): string | undefined {
  const name = landmark.name && labelText(landmark.name, language);
  return name ? name : undefined;
}
