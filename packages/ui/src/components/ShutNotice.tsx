import { comingTime } from '@daoyin/venue';
import type { Shut } from '../guide/opening';
import { useSay } from '../language';
import { Notice } from './Notice';

/** That a place serves nobody at this hour, and when it opens. */
export function ShutNotice({ shut, goalName }: { readonly shut: Shut; readonly goalName: string }) {
  const { say, language } = useSay();
  const { opens, now } = shut;
  const text =
    opens === undefined
      ? say('guide.closed', { goal: goalName })
      : say('guide.closed-until', { goal: goalName, time: comingTime(opens, now, language) });
  return <Notice tone="warn">{text}</Notice>;
}
