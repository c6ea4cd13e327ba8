import { Dialog, useSay } from '@daoyin/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useMachine } from './machine/machine';
import { forgetVisitor, isBlank } from './state';

/** Seconds to answer the question. */
const ANSWER_SECONDS = 30;

/** Asks whether somebody is still there before it clears what they typed. */
export function IdleGuard({
  busy,
  onLeave,
}: {
  /** Something is open that is to be left too, though nothing was typed. */
  readonly busy: boolean;
  readonly onLeave: () => void;
}) {
  const { say } = useSay();
  const { quietSeconds } = useMachine();
  const [left, setLeft] = useState<number | undefined>(undefined);
  const lastTouch = useRef(0);
  const latest = useRef({ busy, onLeave });
  latest.current = { busy, onLeave };
  const leave = useCallback(() => {
    setLeft(undefined);
    forgetVisitor();
    latest.current.onLeave();
  }, []);
  useEffect(() => {
    lastTouch.current = performance.now();
    const touched = () => {
      lastTouch.current = performance.now();
    };
    const look = () => {
      const quiet = (performance.now() - lastTouch.current) / 1000;
      const nothing = isBlank() && !latest.current.busy;
      if (quiet < quietSeconds || nothing) return setLeft(undefined);
      const rest = Math.ceil(quietSeconds + ANSWER_SECONDS - quiet);
      setLeft(rest);
      if (rest <= 0) leave();
    };
    addEventListener('pointerdown', touched);
    addEventListener('keydown', touched);
    const timer = setInterval(look, 500);
    return () => {
      clearInterval(timer);
      removeEventListener('pointerdown', touched);
      removeEventListener('keydown', touched);
    };
  }, [quietSeconds, leave]);
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
        <button type="button" className="button" onClick={leave}>
          {say('kiosk.idle-leave')}
        </button>
      </div>
    </Dialog>
  );
}
