import { ErrorBoundary, Notice, useHall, useSay } from '@daoyin/ui';
import { Phone } from './Phone';

/** The phone page; a fault leaves one clear button. */
export function App() {
  return (
    <ErrorBoundary fallback={() => <Crashed />}>
      <Opened />
    </ErrorBoundary>
  );
}

function Opened() {
  return <Phone state={useHall()} />;
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
