import { type ApiResult, Dialog, Notice, NumberPad, request, useSay, useSite } from '@daoyin/ui';
import { useState } from 'react';
import { type KioskKey, useKioskWords } from '../words';

const LONGEST_PIN = 12;

/** Asks for the hall's PIN before the settings open; the server checks it, and locks out who guesses. */
export function PinDialog({
  onOpen,
  onClose,
}: {
  readonly onOpen: () => void;
  readonly onClose: () => void;
}) {
  const { say } = useSay();
  const word = useKioskWords();
  const site = useSite();
  const [pin, setPin] = useState('');
  const [problem, setProblem] = useState<KioskKey | undefined>(undefined);
  const none = site?.kioskPin === false;
  const unlock = async () => {
    const answer = await request<undefined>('/api/kiosk/unlock', undefined, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pin }),
    });
    setPin('');
    if (answer.ok) onOpen();
    else setProblem(problemOf(answer));
  };
  return (
    <Dialog title={word('staff.open')} onClose={onClose}>
      <form
        className="pin"
        onSubmit={(event) => {
          event.preventDefault();
          void unlock();
        }}
      >
        <p>{word(none ? 'staff.no-pin' : 'staff.pin')}</p>
        {none ? null : (
          <>
            <output className="number-typed" aria-label={word('staff.pin')}>
              {'●'.repeat(pin.length)}
            </output>
            {problem === undefined ? null : <Notice tone="error">{word(problem)}</Notice>}
            <NumberPad value={pin} letters={[]} longest={LONGEST_PIN} onChange={setPin} />
          </>
        )}
        <div className="idle-buttons">
          {none ? null : (
            <button type="submit" className="button button-primary" disabled={pin.length < 4}>
              {word('staff.unlock')}
            </button>
          )}
          <button type="button" className="button" onClick={onClose}>
            {say('here.cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function problemOf(answer: Extract<ApiResult<undefined>, { ok: false }>): KioskKey {
  const { error } = answer;
  if (error.kind === 'offline' || error.kind === 'server') return 'staff.offline';
  if (error.kind === 'refused' && error.status === 429) return 'staff.locked';
  return error.kind === 'refused' && error.status === 409 ? 'staff.no-pin' : 'staff.wrong';
}
