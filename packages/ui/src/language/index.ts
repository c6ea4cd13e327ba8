import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from './en';
import { type MessageKey, zh } from './zh';

export type { MessageKey, Messages } from './zh';

export type Language = 'zh' | 'en';

/** Words a message; a missing key does not compile. */
export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

const sayInCurrent: Say = (key, values) => i18next.t(key, { ...values });

/** Starts the wording once, in the given language, and keeps the document's `lang` right. */
export function startLanguage(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    resources: { zh: { translation: zh }, en: { translation: en } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  i18next.on('languageChanged', showDocumentLanguage);
  showDocumentLanguage(language);
}

export function changeLanguage(language: Language): void {
  void i18next.changeLanguage(language);
}

/** The wording of the current language; the component is drawn anew when it changes. */
export function useSay(): { readonly say: Say; readonly language: Language } {
  const { i18n } = useTranslation();
  return { say: sayInCurrent, language: i18n.language === 'en' ? 'en' : 'zh' };
}

function showDocumentLanguage(language: string): void {
  document.documentElement.lang = language === 'en' ? 'en' : 'zh-Hans';
}
