import { describe, expect, it } from 'vitest';
import { type Ticket, type TicketAction, ticketAfter, ticketTaken } from './ticket';
import { parseTicketNumber, ticketNumber } from './ticket-number';

const waiting = ticketTaken(
  '2026-11-23',
  'A032',
  { kind: 'take', serviceId: 's1', series: 'A', ordinal: 32 },
  0,
);

function after(...events: TicketAction[]): Ticket {
  return events.reduce((ticket, event, index) => {
    const outcome = ticketAfter(ticket, event, index + 1);
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome.ticket;
  }, waiting);
}

describe('a ticket', () => {
  it('is called, served and done, each at its time', () => {
    const done = after({ kind: 'call', window: '7' }, { kind: 'serve' }, { kind: 'finish' });
    expect(done).toMatchObject({ state: 'done', window: '7', calledAtMs: 1, servedAtMs: 2, finishedAtMs: 3 });
  });

  it('that is held or passed can be called again, also by another window', () => {
    expect(after({ kind: 'call', window: '7' }, { kind: 'hold' }, { kind: 'call', window: '9' }).window).toBe(
      '9',
    );
    expect(after({ kind: 'call', window: '7' }, { kind: 'pass' }, { kind: 'resume' }).state).toBe('waiting');
  });

  it('that was moved calls its visitor to the new window', () => {
    expect(after({ kind: 'call', window: '7' }, { kind: 'move', window: '12' })).toMatchObject({
      state: 'called',
      window: '12',
    });
  });

  it('moved to another service waits there at the place of its taking', () => {
    const moved = after({ kind: 'call', window: '7' }, { kind: 'transfer', serviceId: 's2', series: 'B' });
    expect(moved).toMatchObject({
      state: 'waiting',
      serviceId: 's2',
      series: 'B',
      queuedAtMs: 0,
      number: 'A032',
    });
  });

  it('is rated once, when it is done', () => {
    const rate = { kind: 'rate', stars: 4 } as const;
    expect(ticketAfter(waiting, rate, 1).ok).toBe(false);
    const rated = after({ kind: 'call', window: '7' }, { kind: 'finish' }, rate);
    expect(rated.rating).toBe(4);
    expect(ticketAfter(rated, rate, 9).ok).toBe(false);
  });

  it('that is over stays over', () => {
    const kinds = ['recall', 'serve', 'hold', 'pass', 'resume', 'finish', 'no-show', 'cancel'] as const;
    for (const over of [
      after({ kind: 'cancel' }),
      after({ kind: 'call', window: '1' }, { kind: 'finish' }),
    ]) {
      for (const kind of kinds) expect(ticketAfter(over, { kind }, 9).ok).toBe(false);
      expect(ticketAfter(over, { kind: 'call', window: '2' }, 9).ok).toBe(false);
    }
  });

  it('called twice says why not', () => {
    const called = after({ kind: 'call', window: '7' });
    const again = ticketAfter(called, { kind: 'call', window: '8' }, 5);
    expect(again).toEqual({ ok: false, reason: 'ticket A032 is called: call is not possible' });
  });
});

describe('a ticket number', () => {
  it('is read as people type it', () => {
    for (const typed of ['A032', 'a32', ' a 32', 'Ａ０３２', 'A-32', 'a00032'])
      expect(parseTicketNumber(typed)).toBe('A032');
  });

  it('is undefined where it cannot be one', () => {
    for (const typed of ['', '32', 'A', 'A1B2', 'ABC1', "A1'; DROP TABLE tickets"])
      expect(parseTicketNumber(typed)).toBeUndefined();
  });

  it('grows beyond three digits', () => {
    expect(ticketNumber('B', 1234)).toBe('B1234');
  });
});
