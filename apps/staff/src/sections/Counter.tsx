import type { QueueView, StaffAction, TicketView } from '@daoyin/protocol';
import { fetchTicket, type Session, send, useSay } from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { useState } from 'react';
import { type Entries, Field, Form, Outcome, Table } from '../parts';
import { useList } from '../useList';
import { useWork } from '../useWork';
import { type StaffKey, useStaffWords } from '../words';

const after: Readonly<Partial<Record<TicketView['state'], readonly StaffAction['kind'][]>>> = {
  called: ['recall', 'serve', 'pass', 'hold', 'no-show'],
  serving: ['finish', 'hold'],
  held: ['recall', 'serve'],
};

/** A window without a calling system of its own: calls, serves and finishes here. */
export function Counter({ session }: { readonly session: Session }) {
  const word = useStaffWords();
  const work = useWork();
  const queues = useList<QueueView>('/api/queues', 10_000);
  const [window, setWindow] = useState('');
  const [ticket, setTicket] = useState<TicketView | undefined>(undefined);
  const [nobody, setNobody] = useState(false);
  const at = `/api/windows/${encodeURIComponent(window)}`;
  const change = async <T,>(path: string, body?: object) => {
    const done = await work.run(() => send<T>(session, 'POST', path, body));
    queues.refresh();
    return done;
  };
  const next = async () => {
    const called = await change<TicketView | undefined>(`${at}/next`);
    if (called === undefined) return;
    setNobody(called.value === undefined);
    setTicket(called.value);
  };
  const takeUp = async ({ number = '' }: Entries) => {
    const found = await work.run(() => fetchTicket(number));
    if (found !== undefined) setTicket(found.value);
  };
  const act = async (kind: StaffAction['kind']) => {
    const done = await change<TicketView>(`/api/tickets/${ticket!.number}/actions`, { kind });
    if (done !== undefined) setTicket(done.value);
  };
  return (
    <>
      <h1>{word('counter.title')}</h1>
      <Form className="card counter" onSend={next}>
        <Field
          label={word('counter.window')}
          value={window}
          onChange={(event) => setWindow(event.target.value)}
          required
          maxLength={20}
          inputMode="numeric"
        />
        <button type="submit" className="button button-primary" disabled={work.busy || window === ''}>
          {word('counter.next')}
        </button>
        {(['open', 'close'] as const).map((kind) => (
          <button
            key={kind}
            type="button"
            className="button"
            disabled={work.busy || window === ''}
            onClick={() => void change(`${at}/${kind}`)}
          >
            {word(`counter.${kind}`)}
          </button>
        ))}
      </Form>
      <Form className="card counter" onSend={takeUp}>
        <Field name="number" label={word('counter.number')} required maxLength={12} />
        <button type="submit" className="button" disabled={work.busy}>
          {word('counter.take-up')}
        </button>
      </Form>
      <Outcome work={work} />
      {nobody ? <p role="status">{word('counter.nobody')}</p> : null}
      {ticket === undefined ? null : <Current ticket={ticket} busy={work.busy} onAct={act} />}
      <Queues rows={queues.rows} />
    </>
  );
}

/** The number that this window has called, and what may be done with it now. */
function Current({
  ticket,
  busy,
  onAct,
}: {
  readonly ticket: TicketView;
  readonly busy: boolean;
  readonly onAct: (kind: StaffAction['kind']) => Promise<void>;
}) {
  const { language } = useSay();
  const word = useStaffWords();
  return (
    <section className="card counter-ticket" aria-label={word('counter.now')}>
      <span className="seal">{ticket.number}</span>
      <p role="status">
        {labelText(ticket.serviceName, language)} · {word(`counter.state.${ticket.state}`)}
      </p>
      <div className="card-buttons">
        {(after[ticket.state] ?? []).map((kind) => (
          <button
            key={kind}
            type="button"
            className="button"
            disabled={busy}
            onClick={() => void onAct(kind)}
          >
            {word(`counter.${kind}` as StaffKey)}
          </button>
        ))}
      </div>
    </section>
  );
}

function Queues({ rows }: { readonly rows: readonly QueueView[] | undefined }) {
  const { language } = useSay();
  const word = useStaffWords();
  return (
    <>
      <h2>{word('counter.queues')}</h2>
      <Table
        caption={word('counter.queues')}
        heads={(['letter', 'business', 'waiting', 'last', 'windows'] as const).map((head) =>
          word(`counter.${head}`),
        )}
      >
        {rows?.map(({ letter, name, waiting, lastCalled, openWindows }) => (
          <tr key={letter}>
            <th scope="row">{letter}</th>
            <td>{labelText(name, language)}</td>
            <td>{waiting}</td>
            <td>{lastCalled ?? '–'}</td>
            <td>{openWindows.length}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}
