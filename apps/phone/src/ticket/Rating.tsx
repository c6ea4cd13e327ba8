import type { TicketView } from '@daoyin/protocol';
import { Notice } from '@daoyin/ui';
import { useState } from 'react';
import { useWords } from '../words';
import { useHolder } from './HolderActions';
import { tokenOf } from './holder';

const STARS = [1, 2, 3, 4, 5] as const;

/** Five stars once the window is done; only who took the number here may give them. */
export function Rating({ ticket }: { readonly ticket: TicketView }) {
  const word = useWords();
  const [given, setGiven] = useState(ticket.rating);
  const { busy, failed, act } = useHolder(ticket.number);
  if (ticket.state !== 'done' || tokenOf(ticket.number, Date.now()) === undefined) return null;
  if (given !== null)
    return (
      <p className="rating-thanks" role="status">
        {word('rate.thanks')} {'★'.repeat(given)}
      </p>
    );
  return (
    <fieldset className="rating">
      <legend>{word('rate.title')}</legend>
      {STARS.map((stars) => (
        <button
          type="button"
          key={stars}
          className="rating-star"
          disabled={busy}
          aria-label={word('rate.stars', { stars })}
          onClick={() => void act({ kind: 'rate', stars }).then((done) => done && setGiven(stars))}
        >
          {stars}
          <span aria-hidden="true">★</span>
        </button>
      ))}
      {failed ? <Notice tone="error">{word('ticket.action-failed')}</Notice> : null}
    </fieldset>
  );
}
