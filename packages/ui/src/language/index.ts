import { create } from 'zustand';
import { en } from './en';
import { fillIn } from './fill-in';
import { type MessageKey, zh } from './zh';

export type { MessageKey, Messages } from './zh';

export type Language = 'zh' | 'en';

/** Words a message; a missing key does not compile. */
export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

const messages = { zh, en } as const;

/** One wording a language, the same function each time, so that what was said with it is drawn anew only in another language. */
const sayIn: Readonly<Record<Language, Say>> = {
  zh: (key, values) => fillIn(messages.zh[key], values),
  en: (key, values) => fillIn(messages.en[key], values),
};

const current = create<{ readonly language: Language }>(() => ({ language: 'zh' }));

/** Words in the given language from now on, and keeps the document's `lang` right. */
export function changeLanguage(language: Language): void {
  current.setState({ language });
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-Hans';
}

/** The wording of the current language; the component is drawn anew when it changes. */
export function useSay(): { readonly say: Say; readonly language: Language } {
  const { language } = current();
  return { say: sayIn[language], language };
}

/** English where the first language of this browser that we speak is English, else Chinese. */
export function languageOf(wished: readonly string[]): Language {
  const spoken = wished.map((tag) => tag.toLowerCase().slice(0, 2)).find((tag) => tag in messages);
  return spoken === 'en' ? 'en' : 'zh';
}
