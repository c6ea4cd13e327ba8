import { type Session, signIn, statusOf } from '@daoyin/ui';
import { useState } from 'react';
import { useStudioWords } from './words';

/** Name and password of the staff's account. */
export function SignIn({ onEnter }: { readonly onEnter: (session: Session) => void }) {
  const word = useStudioWords();
  const [fault, setFault] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const submit = async (form: HTMLFormElement) => {
    const fields = new FormData(form);
    setBusy(true);
    const answer = await signIn(String(fields.get('name')), String(fields.get('password')));
    setBusy(false);
    if (answer.ok) return onEnter(answer.value);
    const status = statusOf(answer.error);
    setFault(word(status === 401 ? 'enter.wrong' : status === 429 ? 'enter.locked' : 'enter.away'));
  };
  return (
    <main className="opening">
      <form
        className="card"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <h1>{word('enter.title')}</h1>
        {fault === undefined ? null : (
          <p role="alert" className="fault">
            {fault}
          </p>
        )}
        <label className="field">
          <span>{word('enter.name')}</span>
          <input name="name" autoComplete="username" required maxLength={60} />
        </label>
        <label className="field">
          <span>{word('enter.password')}</span>
          <input name="password" type="password" autoComplete="current-password" required maxLength={200} />
        </label>
        <button type="submit" className="button button-primary" disabled={isBusy}>
          {word('enter.enter')}
        </button>
      </form>
    </main>
  );
}
