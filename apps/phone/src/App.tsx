import { ErrorBoundary, Notice, useHall, useSay } from '@daoyin/ui';
import { Phone } from './Phone';

/** The phone page: waits for the hall, then finds and guides; a fault leaves one clear button. */
export function App() {
  return (
    <ErrorBoundary fallback={() => <Crashed />}>
      <Loaded />
    </ErrorBoundary>
  );
}

function Loaded() {
  const state = useHall();
  const { say } = useSay();
  if (state.kind === 'ready') return <Phone hall={state.hall} />;
  return (
    <main className="waiting">
      <div className="waiting-mark" aria-hidden="true" />
      {state.kind === 'loading' ? (
        <p role="status">{say('net.loading')}</p>
      ) : (
        <>
          <Notice tone="error" icon="offline">
            {say('net.start-failed')}
          </Notice>
          <button type="button" className="button button-primary" onClick={state.retry}>
            {say('net.retry')}
          </button>
        </>
      )}
    </main>
  );
}

function Crashed() {
  const { say } = useSay();
  return (
    <main className="waiting">
      <Notice tone="error">{say('error.crash')}</Notice>
      <button type="button" className="button button-primary" onClick={() => location.reload()}>
        {say('error.reload')}
      </button>
    </main>
  );
}
