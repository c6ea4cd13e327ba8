import { Icon, rangesOf, useSay } from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { goToStep } from '../state';
import { useWords } from '../words';
import type { Journey } from './journey';

/** The steps of a journey over several windows: done, now, to come; each can be gone to. */
export function JourneyPanel({
  journey,
  here,
}: {
  readonly journey: Journey;
  readonly here: string | undefined;
}) {
  const word = useWords();
  const { language } = useSay();
  const name = labelText(journey.name, language);
  return (
    <section className="journey" aria-labelledby="journey">
      <h2 id="journey">{word('journey.title', { name, count: journey.steps.length })}</h2>
      <ol>
        {journey.steps.map(({ id, name: step, windows, planned }, at) => (
          <li key={id} aria-current={at === journey.at ? 'step' : undefined}>
            <button
              type="button"
              className={`journey-step journey-${stateOf(at, journey.at)}`}
              onClick={() => goToStep(at)}
            >
              <span className="journey-mark">{at < journey.at ? <Icon name="check" /> : at + 1}</span>
              <span className="journey-text">
                <strong>{labelText(step, language)}</strong>
                <span className="journey-where">
                  {at === journey.at && here !== undefined
                    ? labelText(rangesOf([here]), language)
                    : labelText(rangesOf(planned === undefined ? windows : [planned.window]), language)}
                </span>
                {planned === undefined || at < journey.at ? null : (
                  <span className="journey-why">{labelText(planned.why, language)}</span>
                )}
              </span>
              <span className="journey-state">
                {at === journey.at
                  ? word('journey.now')
                  : at < journey.at
                    ? word('journey.done')
                    : word('journey.go')}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

const stateOf = (at: number, now: number): 'done' | 'now' | 'ahead' =>
  at < now ? 'done' : at === now ? 'now' : 'ahead';
