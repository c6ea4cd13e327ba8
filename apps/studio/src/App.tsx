import { ErrorBoundary, fetchVenue, Notice, useSay } from '@daoyin/ui';
import { useEffect, useState } from 'react';
import { openDocument } from './store/studio';
import { Workbench } from './Workbench';
import { useStudioWords } from './words';

const RETRY_MS = 3000;

/** The studio's page; a fault leaves one clear sentence. */
export function App() {
  const { say } = useSay();
  return (
    <ErrorBoundary fallback={() => <Notice tone="error">{say('error.crash')}</Notice>}>
      <Opening />
    </ErrorBoundary>
  );
}

/** Opens the published hall as a document. */
function Opening() {
  const word = useStudioWords();
  const [state, setState] = useState<'loading' | 'failed' | 'open'>('loading');
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isWanted = attempt >= 0;
    void fetchVenue().then((result) => {
      if (!isWanted) return;
      if (result.ok) {
        const { venue, register, services } = result.value;
        openDocument({ venue, register, closures: [], catalogue: services });
        return setState('open');
      }
      setState('failed');
      timer = setTimeout(() => setAttempt((n) => n + 1), RETRY_MS);
    });
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [attempt]);
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
