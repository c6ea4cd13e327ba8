import { Dialog, useSay, walkerOf } from '@daoyin/ui';
import { useEffect, useRef, useState } from 'react';
import { forgetVisitor, settings, useVisit } from './state';

/** Seconds without a touch until the question, and seconds to answer it. */
const QUIET_SECONDS = 75;
const ANSWER_SECONDS = 30;

/** Asks whether somebody is still there before it clears what they typed. */
export function IdleGuard() {
  const { say } = useSay();
  const [left, setLeft] = useState<number | undefined>(undefined);
  const lastTouch = useRef(0);
  useEffect(() => {
    lastTouch.current = performance.now();
    const touched = () => {
      lastTouch.current = performance.now();
    };
    addEventListener('pointerdown', touched);
    addEventListener('keydown', touched);
    const timer = setInterval(() => {
      const quiet = (performance.now() - lastTouch.current) / 1000;
      if (quiet < QUIET_SECONDS || isBlank()) return setLeft(undefined);
      const rest = Math.ceil(QUIET_SECONDS + ANSWER_SECONDS - quiet);
      setLeft(rest);
      if (rest <= 0) leave();
    }, 500);
    const leave = () => {
      setLeft(undefined);
      forgetVisitor();
    };
    return () => {
      clearInterval(timer);
      removeEventListener('pointerdown', touched);
      removeEventListener('keydown', touched);
    };
  }, []);
  if (left === undefined) return null;
  const stay = () => {
    lastTouch.current = performance.now();
    setLeft(undefined);
  };
  return (
    <Dialog title={say('kiosk.idle-title')} onClose={stay}>
      <p className="idle-text">{say('kiosk.idle-text', { seconds: Math.max(0, left) })}</p>
      <div className="idle-buttons">
        <button type="button" className="button button-primary" onClick={stay}>
          {say('kiosk.idle-stay')}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => {
            setLeft(undefined);
            forgetVisitor();
          }}
        >
          {say('kiosk.idle-leave')}
        </button>
      </div>
    </Dialog>
  );
}

/** Nothing typed, nothing chosen, nothing set: there is nothing to clear. */
function isBlank(): boolean {
  const { tab, typed, query, goal, ticket } = useVisit.getState();
  const wishes = settings.store.getState();
  const { largeText, theme, lowReach, language } = wishes;
  const untouched =
    !largeText && theme === 'auto' && !lowReach && language === 'zh' && walkerOf(wishes) === 'walk';
  return (
    untouched &&
    tab === 'number' &&
    typed === '' &&
    query === '' &&
    goal === undefined &&
    ticket === undefined
  );
}
