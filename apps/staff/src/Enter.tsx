import { makeFirstAdmin, type Session, signIn } from '@daoyin/ui';
import { entriesOf, Field, Outcome } from './parts';
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
  const submit = async (form: HTMLFormElement) => {
    const { name = '', password = '' } = entriesOf(form);
    const entered = await work.run(async () => {
      const made = isFirst ? await makeFirstAdmin(invitation, name, password) : undefined;
      return made?.ok === false ? made : signIn(name, password);
    });
    if (entered !== undefined) onEnter(entered.value);
  };
  return (
    <main className="enter">
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <h1>{word(isFirst ? 'first-title' : 'enter')}</h1>
        <Outcome work={work} />
        <Field name="name" label={word('name')} autoComplete="username" required maxLength={60} />
        <Field
          name="password"
          type="password"
          label={word(isFirst ? 'password-long' : 'password')}
          autoComplete={isFirst ? 'new-password' : 'current-password'}
          required
          minLength={isFirst ? 10 : 1}
          maxLength={200}
        />
        <button type="submit" className="button button-primary" disabled={work.busy}>
          {word(isFirst ? 'first' : 'enter')}
        </button>
      </form>
    </main>
  );
}
