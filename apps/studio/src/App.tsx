import { ErrorBoundary, fetchSession, Notice, useSay } from '@daoyin/ui';
import { useEffect, useState } from 'react';
import { SignIn } from './SignIn';
import { useSession } from './store/session';
import { openDraft, startSync } from './store/sync';
import { Workbench } from './Workbench';
import { useStudioWords } from './words';

const RETRY_MS = 3000;

/** The studio's page; a fault leaves one clear sentence. */
export function App() {
  const { say } = useSay();
  return (
    <ErrorBoundary fallback={() => <Notice tone="error">{say('error.crash')}</Notice>}>
      <Entered />
    </ErrorBoundary>
  );
}

function Entered() {
  const { session } = useSession();
  const [isAsking, setAsking] = useState(true);
  useEffect(() => {
    void fetchSession().then((answer) => {
      if (answer.ok) useSession.setState({ session: answer.value });
      setAsking(false);
    });
  }, []);
  if (session) return <Opening key={session.name} />;
  return isAsking ? (
    <main className="opening" />
  ) : (
    <SignIn onEnter={(entered) => useSession.setState({ session: entered })} />
  );
}

/** Opens the draft, as often as it takes. */
function Opening() {
  const word = useStudioWords();
  const [state, setState] = useState<'loading' | 'failed' | 'open'>('loading');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = true;
    const open = async () => {
      const isOpen = await openDraft();
      if (!isWanted) return;
      setState(isOpen ? 'open' : 'failed');
      if (!isOpen) timer = setTimeout(() => void open(), RETRY_MS);
    };
    void open();
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, []);
  useEffect(() => (state === 'open' ? startSync() : undefined), [state]);
  if (state === 'open') return <Workbench />;
  return (
    <main className="opening">
      {state === 'loading' ? (
        <p role="status">{word('loading')}</p>
      ) : (
        <Notice tone="error">{word('load-failed')}</Notice>
      )}
    </main>
  );
}
