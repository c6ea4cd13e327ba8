import {
  type GuideStep,
  hush,
  speak,
  spokenStep,
  useHasVoice,
  useSay,
  useSilence,
  type Walk,
} from '@daoyin/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { settings } from '../state';
import type { Leaving } from '../ticket/leaving';
import { newsSentence, type TicketNews } from '../ticket/news';
import { useWords } from '../words';

interface Told {
  readonly walk: Walk;
  readonly steps: readonly GuideStep[];
  readonly news: TicketNews | undefined;
  readonly leaving: Leaving;
  readonly window: string | undefined;
  readonly arrived: boolean;
  readonly goalName: string;
}

/** How long what was said stays to be read. */
const CAPTION_MS = 8000;

/** How near a manoeuvre is when it is said, in metres. */
const SAY_AT = 12;

/** Says the next step, what becomes of the ticket, when to get up, and arrival, each once, and keeps the latest sentence as a caption. */
export function useAnnouncements({ walk, steps, news, leaving, window, arrived, goalName }: Told) {
  const { say, language } = useSay();
  const word = useWords();
  const { voice } = settings.store();
  const [{ latest, stepId }, setTold] = useState<{ latest: string; stepId?: string }>({ latest: '' });
  const tell = useCallback(
    (sentence: string, ofStep?: string) => {
      setTold({ latest: sentence, ...(ofStep === undefined ? {} : { stepId: ofStep }) });
      if (voice && sentence !== '') speak(sentence, language);
    },
    [voice, language],
  );
  const { progress, reroutes } = walk;
  const near = progress !== undefined && progress.distanceToNext < SAY_AT;
  const step = near ? steps[progress.next] : undefined;
  useOnce(step === undefined || arrived ? '' : `${reroutes}/${step.id}`, () =>
    tell(spokenStep(step!, progress?.distanceToNext ?? 0, language), step!.id),
  );
  useOnce(arrived ? 'arrived' : '', () =>
    tell(`${say('guide.arrived')}${language === 'zh' ? '，' : ': '}${goalName}`),
  );
  useOnce(reroutes > 0 ? `reroute/${reroutes}` : '', () => tell(say('guide.rerouted')));
  useOnce(leaving.kind === 'now' ? `leave/${window}` : '', () =>
    tell(word('leave.say', { window: window ?? '' })),
  );
  useOnce(news?.id ?? '', () => tell(newsSentence(news!, say)));
  useEffect(() => {
    if (!voice) hush();
  }, [voice]);
  useEffect(() => hush, []);
  const read = useSilence(latest, CAPTION_MS);
  const silent = !useHasVoice(language) && voice;
  const known = useSilence(silent, CAPTION_MS);
  const caption = read ? '' : latest;
  const voiceless = silent && !known;
  return { latest, stepId, caption, voiceless, replay: () => tell(latest, stepId) };
}

/** Runs when the key becomes another one that is not empty. */
function useOnce(key: string, run: () => void): void {
  const done = useRef('');
  const current = useRef(run);
  current.current = run;
  useEffect(() => {
    if (key === '' || done.current === key) return;
    done.current = key;
    current.current();
  }, [key]);
}
