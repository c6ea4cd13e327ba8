import type { Route, RouteCapsule } from '@daoyin/routing';
import { Icon, RouteList, speak, stepsOf, useSay } from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { useMemo, useState } from 'react';
import { settings } from '../state';
import { TopBar } from '../TopBar';
import { useWords } from '../words';
import { RouteSketch } from './RouteSketch';

/** A route that came whole in a code: led by step for step, with neither network nor plan. */
export function CapsuleScreen({ capsule }: { readonly capsule: RouteCapsule }) {
  const { say, language } = useSay();
  const word = useWords();
  const { voice } = settings.store();
  const { route, goal } = capsule;
  const steps = useMemo(() => stepsOf(route, language), [route, language]);
  const [at, setAt] = useState(0);
  const step = steps[at]!;
  const { window } = route.destination;
  const name = window === undefined ? labelText(goal ?? {}, language) : say('guide.to-window', { window });
  const go = (to: number) => {
    setAt(to);
    if (voice) speak(steps[to]!.listed, language);
  };
  return (
    <div className="capsule">
      <TopBar title={word('capsule.title')} />
      <section className="banner" aria-label={say('guide.steps')}>
        <div className="banner-step">
          <span className="banner-icon">
            <Icon name={step.icon} />
          </span>
          <div className="banner-text" aria-live="polite">
            <p className="banner-when">{say('guide.step-of', { step: at + 1, count: steps.length })}</p>
            <p className="banner-phrase">{step.listed}</p>
          </div>
        </div>
        <div className="banner-buttons">
          <button
            type="button"
            className="banner-button"
            aria-label={say('voice.replay')}
            onClick={() => speak(step.listed, language)}
          >
            <Icon name="replay" />
          </button>
        </div>
      </section>
      <main className="sheet">
        <RouteSketch route={route} at={step.manoeuvre.at} label={word('capsule.sketch')} />
        <div className="capsule-steps">
          <button type="button" className="button" disabled={at === 0} onClick={() => go(at - 1)}>
            {word('capsule.back')}
          </button>
          <button
            type="button"
            className="button button-primary"
            disabled={at === steps.length - 1}
            onClick={() => go(at + 1)}
          >
            {word('capsule.next')}
          </button>
        </div>
        <div className="sheet-goal">
          <span className="seal">{window ?? <Icon name="place" />}</span>
          <div className="sheet-facts">
            <h1>{name}</h1>
            <p className="sheet-left">
              <strong data-testid="capsule-left">
                {say('guide.left', { metres: metresLeft(route, at) })}
              </strong>
              <span className="level-badge">{route.destination.at.level}</span>
            </p>
          </div>
        </div>
        <p className="capsule-why">{word('capsule.why')}</p>
        <RouteList steps={steps} current={at} onChoose={(chosen) => go(steps.indexOf(chosen))} />
      </main>
    </div>
  );
}

/** Metres to go for who stands where a step is done. */
const metresLeft = ({ length, manoeuvres }: Route, at: number): number =>
  Math.round(Math.max(0, length - manoeuvres[at]!.distance));
