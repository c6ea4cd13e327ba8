import type { TicketView } from '@daoyin/protocol';
import { actAsHolder, Dialog, Notice } from '@daoyin/ui';
import { useState } from 'react';
import { useWords } from '../words';
import { tokenOf } from './holder';

/** What the holder of a number taken on this phone can do with it: cancel it, come back, rate. Nothing for others' tickets. */
export function HolderActions({ ticket }: { readonly ticket: TicketView }) {
  const word = useWords();
  const [asking, setAsking] = useState(false);
  const { busy, failed, act } = useHolder(ticket.number);
  const { state, number } = ticket;
  if (tokenOf(number, Date.now()) === undefined) return null;
  return (
    <>
      {failed ? <Notice tone="error">{word('ticket.action-failed')}</Notice> : null}
      {state === 'passed' ? (
        <button
          type="button"
          className="button button-primary"
          disabled={busy}
          onClick={() => act({ kind: 'return' })}
        >
          {word('ticket.return')}
        </button>
      ) : null}
      {state === 'waiting' ? (
        <button type="button" className="button button-plain" disabled={busy} onClick={() => setAsking(true)}>
          {word('ticket.cancel')}
        </button>
      ) : null}
      {asking ? (
        <Dialog title={word('ticket.cancel-sure', { number })} onClose={() => setAsking(false)}>
          <button
            type="button"
            className="button button-primary"
            onClick={() => {
              setAsking(false);
              void act({ kind: 'cancel' });
            }}
          >
            {word('ticket.cancel-yes')}
          </button>
          <button type="button" className="button" onClick={() => setAsking(false)}>
            {word('ticket.cancel-no')}
          </button>
        </Dialog>
      ) : null}
    </>
  );
}

type Wish =
  | { readonly kind: 'cancel' }
  | { readonly kind: 'return' }
  | { readonly kind: 'rate'; readonly stars: number };

/** One wish at a time, so that a storm of taps is one request. */
export function useHolder(number: string) {
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const act = async (wish: Wish): Promise<boolean> => {
    const token = tokenOf(number, Date.now());
    if (busy || token === undefined) return false;
    setBusy(true);
    const result = await actAsHolder(number, { ...wish, holderToken: token });
    setBusy(false);
    setFailed(!result.ok);
    return result.ok;
  };
  return { busy, failed, act };
}
