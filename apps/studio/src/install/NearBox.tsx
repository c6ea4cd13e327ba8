import { useState } from 'react';
import type { Scanned } from './identity';
import { useEars } from './listen';
import { useInstallWords } from './words';

/** The strongest beacon about, by Bluetooth or by a receiver. */
export function NearBox({ onTake }: { readonly onTake: (scanned: Scanned) => void }) {
  const word = useInstallWords();
  const [session, setSession] = useState('');
  const { ears, nearest } = useEars(true, session.trim());
  const scanned: Scanned | undefined =
    nearest?.id !== undefined
      ? { kind: 'beacon', id: nearest.id }
      : nearest?.identity
        ? { kind: 'device', identity: nearest.identity }
        : undefined;
  const isDeaf = ears !== 'hearing' && ears !== 'off' && session.trim() === '';
  return (
    <div className="install-near">
      <label className="field">
        <span>{word('session')}</span>
        <input value={session} maxLength={64} onChange={(event) => setSession(event.target.value)} />
      </label>
      {isDeaf ? <p role="status">{word(`near.${ears}`)}</p> : null}
      {nearest && scanned ? (
        <>
          <p role="status" className="install-nearest">
            <strong>
              {word('near', { id: nearest.id ?? nearest.key, rssi: Math.round(nearest.rssiDbm) })}
            </strong>{' '}
            {word(nearest.isNear ? 'near.sure' : 'near.unsure')}
          </p>
          <button
            type="button"
            className="install-button install-done"
            disabled={!nearest.isNear}
            onClick={() => onTake(scanned)}
          >
            {word('near.take')}
          </button>
        </>
      ) : isDeaf ? null : (
        <p role="status">{word('near.none')}</p>
      )}
    </div>
  );
}
