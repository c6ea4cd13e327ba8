import { Notice, type Session, send, useSay } from '@daoyin/ui';
import { useState } from 'react';
import { type Entries, Field, Form, Options, Outcome, Table, timeOf } from '../parts';
import { useList } from '../useList';
import { useWork } from '../useWork';
import { useStaffWords } from '../words';

const kinds = ['receiver', 'kiosk', 'calls'] as const;

interface Machine {
  readonly id: string;
  readonly kind: (typeof kinds)[number];
  readonly createdAtMs: number;
}

/** The machines that may speak to the server, each with a secret that is shown once. */
export function Machines({ session }: { readonly session: Session }) {
  const { language } = useSay();
  const word = useStaffWords();
  const work = useWork();
  const { rows, refresh } = useList<Machine>('/api/staff/machines');
  const [made, setMade] = useState<{ readonly id: string; readonly secret: string } | undefined>(undefined);
  const path = (id: string) => `/api/staff/machines/${encodeURIComponent(id)}`;
  const enrol = async ({ id = '', kind }: Entries, form: HTMLFormElement) => {
    const done = await work.run(() =>
      send<{ id: string; secret: string }>(session, 'PUT', path(id), { kind }),
    );
    setMade(done?.value);
    if (done !== undefined) form.reset();
    refresh();
  };
  return (
    <>
      <h1>{word('machines.title')}</h1>
      <Outcome work={work} />
      {made === undefined ? null : (
        <Notice tone="warn" icon="lock">
          {word('machines.secret', { id: made.id })} <code>{made.secret}</code>
        </Notice>
      )}
      {rows?.length === 0 ? <p>{word('empty')}</p> : null}
      <Table
        caption={word('machines.title')}
        heads={[word('machines.id'), word('machines.kind'), word('machines.since'), '']}
      >
        {rows?.map(({ id, kind, createdAtMs }) => (
          <tr key={id}>
            <th scope="row">{id}</th>
            <td>{word(`machines.kind.${kind}`)}</td>
            <td>{timeOf(createdAtMs, language)}</td>
            <td>
              <button
                type="button"
                className="button"
                disabled={work.busy}
                onClick={() => void work.run(() => send(session, 'DELETE', path(id))).then(refresh)}
              >
                {word('machines.remove', { id })}
              </button>
            </td>
          </tr>
        ))}
      </Table>
      <Form onSend={enrol}>
        <h2>{word('machines.enrol')}</h2>
        <Field
          name="id"
          label={word('machines.id')}
          pattern="[A-Za-z0-9._\-]{1,64}"
          required
          maxLength={64}
          autoComplete="off"
        />
        <label className="field">
          <span>{word('machines.kind')}</span>
          <select name="kind">
            <Options of={kinds.map((kind) => [kind, word(`machines.kind.${kind}`)])} />
          </select>
        </label>
        <button type="submit" className="button button-primary" disabled={work.busy}>
          {word('machines.enrol')}
        </button>
      </Form>
    </>
  );
}
