import { useEffect, useState } from 'react';
import type { Language } from './language';

const TAG: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' };

/** Whether this device has a voice of the language; voices come late in some browsers, so ask when it matters. */
export function hasVoice(language: Language): boolean {
  if (!('speechSynthesis' in globalThis)) return false;
  return speechSynthesis.getVoices().some(({ lang }) => lang.toLowerCase().startsWith(language));
}

/** Says a sentence now, in place of what was being said. Silent where the device has no speech; the text is on the screen anyway. */
export function speak(text: string, language: Language): void {
  if (!('speechSynthesis' in globalThis)) return;
  speechSynthesis.cancel();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = TAG[language];
  utterance.rate = 0.95;
  speechSynthesis.speak(utterance);
}

export function hush(): void {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel();
}

/** `hasVoice`, told again when the device's voices have come. */
export function useHasVoice(language: Language): boolean {
  const [there, setThere] = useState(() => hasVoice(language));
  useEffect(() => {
    const look = () => setThere(hasVoice(language));
    look();
    if (!('speechSynthesis' in globalThis)) return;
    speechSynthesis.addEventListener?.('voiceschanged', look);
    return () => speechSynthesis.removeEventListener?.('voiceschanged', look);
  }, [language]);
  return there;
}
