import { may, type Role, roles, type Session, send } from '@daoyin/ui';
import { type Entries, Field, Form, NewPassword, Options, Outcome, Table } from '../parts';
import { useList } from '../useList';
import { useWork, type Work } from '../useWork';
import { useStaffWords } from '../words';

interface Account {
  readonly name: string;
  readonly role: Role;
  readonly disabled: boolean;
}

/** One's own password, and for an admin everybody's account. */
export function Accounts({ session, onEnd }: { readonly session: Session; readonly onEnd: () => void }) {
  const word = useStaffWords();
  const work = useWork();
  return (
    <>
      <h1>{word('accounts.title')}</h1>
      <Outcome work={work} />
      {may(session, 'admin') ? <Everybody session={session} work={work} /> : null}
      <OwnPassword session={session} work={work} onEnd={onEnd} />
    </>
  );
}

function Everybody({ session, work }: { readonly session: Session; readonly work: Work }) {
  const word = useStaffWords();
  const { rows, refresh } = useList<Account>('/api/staff/accounts');
  const change = async (name: string, to: object) => {
    await work.run(() => send(session, 'PATCH', `/api/staff/accounts/${encodeURIComponent(name)}`, to));
    refresh();
  };
  const named = roles.map((role) => [role, word(`role.${role}`)] as const);
  const make = async (entries: Entries, form: HTMLFormElement) => {
    const made = await work.run(() => send(session, 'POST', '/api/staff/accounts', entries));
    if (made !== undefined) form.reset();
    refresh();
  };
  return (
    <>
      <Table
        caption={word('accounts.title')}
        heads={[word('name'), word('accounts.role'), word('accounts.state')]}
      >
        {rows?.map(({ name, role, disabled }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <select
                aria-label={word('accounts.role-of', { name })}
                value={role}
                disabled={work.busy}
                onChange={(event) => void change(name, { role: event.target.value })}
              >
                <Options of={named} />
              </select>
            </td>
            <td>
              {word(disabled ? 'accounts.disabled' : 'accounts.active')}{' '}
              <button
                type="button"
                className="button"
                disabled={work.busy || name === session.name}
                onClick={() => void change(name, { disabled: !disabled })}
              >
                {word(disabled ? 'accounts.enable' : 'accounts.disable', { name })}
              </button>
            </td>
          </tr>
        ))}
      </Table>
      <Form onSend={make}>
        <h2>{word('accounts.new')}</h2>
        <Field name="name" label={word('name')} autoComplete="off" required maxLength={60} />
        <label className="field">
          <span>{word('accounts.role')}</span>
          <select name="role">
            <Options of={named} />
          </select>
        </label>
        <NewPassword name="password" label={word('password-long')} />
        <button type="submit" className="button button-primary" disabled={work.busy}>
          {word('accounts.make')}
        </button>
      </Form>
    </>
  );
}

function OwnPassword({
  session,
  work,
  onEnd,
}: {
  readonly session: Session;
  readonly work: Work;
  readonly onEnd: () => void;
}) {
  const word = useStaffWords();
  const change = async (entries: Entries) => {
    const done = await work.run(() => send(session, 'PUT', '/api/staff/password', entries));
    if (done !== undefined) onEnd();
  };
  return (
    <Form onSend={change}>
      <h2>{word('accounts.mine')}</h2>
      <Field
        name="current"
        type="password"
        label={word('accounts.current')}
        autoComplete="current-password"
        required
        maxLength={200}
      />
      <NewPassword name="next" label={word('password-long')} />
      <button type="submit" className="button button-primary" disabled={work.busy}>
        {word('accounts.change')}
      </button>
    </Form>
  );
}
