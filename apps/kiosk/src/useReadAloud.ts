import { type GuideStep, hasVoice, hush, type Language, speak } from '@daoyin/ui';
import { useEffect, useState } from 'react';

export interface ReadAloud {
  /** Whether this machine has a voice of the language. */
  readonly possible: boolean;
  readonly reading: boolean;
  readonly toggle: () => void;
}

/** Reads the steps of a route, which stand on the screen anyway. */
export function useReadAloud(steps: readonly GuideStep[], language: Language): ReadAloud {
  const [possible, setPossible] = useState(() => hasVoice(language));
  const [reading, setReading] = useState(false);
  useEffect(() => {
    const look = () => setPossible(hasVoice(language));
    look();
    if (!('speechSynthesis' in globalThis)) return;
    speechSynthesis.addEventListener('voiceschanged', look);
    return () => speechSynthesis.removeEventListener('voiceschanged', look);
  }, [language]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another route, and leaving, end the reading.
  useEffect(
    () => () => {
      hush();
      setReading(false);
    },
    [steps],
  );
  useEffect(() => {
    if (!reading) return;
    const timer = setInterval(() => setReading(speechSynthesis.speaking), 500);
    return () => clearInterval(timer);
  }, [reading]);
  const toggle = () => {
    if (reading) hush();
    else speak(steps.map(({ listed }) => listed).join(language === 'zh' ? '。' : '. '), language);
    setReading(!reading);
  };
  return { possible, reading, toggle };
}
