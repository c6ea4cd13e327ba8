import { makeFirstAdmin, type Session, signIn } from '@daoyin/ui';
import { type Entries, Field, Form, NewPassword, Outcome } from './parts';
import { useWork } from './useWork';
import { useStaffWords } from './words';

/** Signing in, or with the link of the first start making the first admin. */
export function Enter({
  invitation,
  onEnter,
}: {
  readonly invitation: string | undefined;
  readonly onEnter: (session: Session) => void;
}) {
  const word = useStaffWords();
  const work = useWork();
  const isFirst = invitation !== undefined;
  const submit = async ({ name = '', password = '' }: Entries) => {
    const entered = await work.run(async () => {
      const made = isFirst ? await makeFirstAdmin(invitation, name, password) : undefined;
      return made?.ok === false ? made : signIn(name, password);
    });
    if (entered !== undefined) onEnter(entered.value);
  };
  return (
    <main className="enter">
      <Form onSend={submit}>
        <h1>{word(isFirst ? 'first-title' : 'enter')}</h1>
        <Outcome work={work} />
        <Field name="name" label={word('name')} autoComplete="username" required maxLength={60} />
        {isFirst ? (
          <NewPassword name="password" label={word('password-long')} />
        ) : (
          <Field
            name="password"
            type="password"
            label={word('password')}
            autoComplete="current-password"
            required
            maxLength={200}
          />
        )}
        <button type="submit" className="button button-primary" disabled={work.busy}>
          {word(isFirst ? 'first' : 'enter')}
        </button>
      </Form>
    </main>
  );
}
