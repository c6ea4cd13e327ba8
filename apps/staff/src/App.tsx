import { ErrorBoundary, fetchSession, Icon, Notice, type Session, signOut, useSay } from '@daoyin/ui';
import { useEffect, useState } from 'react';
import { Enter } from './Enter';
import { Inside } from './Inside';
import { settings } from './state';
import { useStaffWords } from './words';

/** The token stands behind `#`, which browsers keep to themselves, and leaves the address bar at once. */
const invitation = new URLSearchParams(location.hash.slice(1)).get('first-admin') ?? undefined;
if (invitation !== undefined) history.replaceState(null, '', location.pathname);

/** The staff's page: who one is, then what one may do. */
export function App() {
  const { say } = useSay();
  return (
    <ErrorBoundary fallback={() => <Notice tone="error">{say('error.crash')}</Notice>}>
      <Staff />
    </ErrorBoundary>
  );
}

function Staff() {
  const [session, setSession] = useState<Session | 'asking' | undefined>('asking');
  useEffect(() => {
    void fetchSession().then((answer) => setSession(answer.ok ? answer.value : undefined));
  }, []);
  const known = session === 'asking' ? undefined : session;
  return (
    <div className="staff-page">
      <Head session={known} onLeave={() => known && void signOut(known).then(() => setSession(undefined))} />
      {session === 'asking' ? (
        <main className="enter" />
      ) : session === undefined ? (
        <Enter invitation={invitation} onEnter={setSession} />
      ) : (
        <Inside session={session} onEnd={() => setSession(undefined)} />
      )}
    </div>
  );
}

function Head({ session, onLeave }: { readonly session: Session | undefined; readonly onLeave: () => void }) {
  const { say, language } = useSay();
  const word = useStaffWords();
  const { theme } = settings.store();
  const dark = theme === 'dark';
  return (
    <header className="head">
      <p className="head-name">
        {say('app.name')} · {word('title')}
      </p>
      {session === undefined ? null : (
        <p className="head-who">
          {word('signed-in', { name: session.name, role: word(`role.${session.role}`) })}
        </p>
      )}
      <button
        type="button"
        className="button head-button"
        lang={language === 'zh' ? 'en' : 'zh-Hans'}
        onClick={() => settings.store.setState({ language: language === 'zh' ? 'en' : 'zh' })}
      >
        {say('settings.language')}
      </button>
      <button
        type="button"
        className="button head-button"
        aria-pressed={dark}
        onClick={() => settings.store.setState({ theme: dark ? 'light' : 'dark' })}
      >
        <Icon name="moon" />
        {word('theme')}
      </button>
      {session === undefined ? null : (
        <button type="button" className="button head-button" onClick={onLeave}>
          {word('leave')}
        </button>
      )}
    </header>
  );
}
