import { createSettings, languageOf } from '@daoyin/ui';

/** What this browser remembers of whoever works with it. */
export const settings = createSettings('daoyin-studio', { language: languageOf(navigator.languages) });
