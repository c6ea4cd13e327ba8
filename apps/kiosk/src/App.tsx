import { ErrorBoundary, type Hall, Notice, useHall, useSay } from '@daoyin/ui';
import { useEffect, useMemo } from 'react';
import { KioskScreen } from './KioskScreen';
import { askedBy } from './machine/address';
import { useMachine } from './machine/machine';
import { useLocked } from './machine/useLocked';
import { useUpkeep } from './machine/useUpkeep';
import { PhoneBase } from './PhoneCode';
import { defaultPlace, placeNamed } from './place';
import { settings } from './state';

/** How long a fault is shown before the kiosk opens its page again by itself. */
const RECOVER_MS = 10_000;

/** The kiosk page: waits for the hall for as long as it takes, and comes back by itself after a fault. */
export function App() {
  useLocked();
  return (
    <ErrorBoundary fallback={() => <Crashed />}>
      <Loaded />
    </ErrorBoundary>
  );
}

function Loaded() {
  const state = useHall();
  const { say } = useSay();
  if (state.kind === 'ready') return <Placed hall={state.hall} />;
  return (
    <main className="waiting">
      {state.kind === 'loading' ? (
        <p role="status">{say('net.loading')}</p>
      ) : (
        <Notice tone="error" icon="offline">
          {say('net.start-failed')}
        </Notice>
      )}
    </main>
  );
}

/** A place in the page's address is taken once, and remembered on the machine until its address names another or staff choose one. */
function Placed({ hall }: { readonly hall: Hall }) {
  const { say } = useSay();
  const asked = useMemo(() => askedBy(location.search).place, []);
  const stored = settings.store((state) => state.place);
  const taken = useMachine((state) => state.asked);
  const isNew = asked !== undefined && asked !== taken;
  const wish = isNew ? asked : (stored ?? asked);
  const place = useMemo(
    () => (wish === undefined ? undefined : placeNamed(hall.venue, wish)) ?? defaultPlace(hall.venue),
    [hall, wish],
  );
  const known = wish === undefined || placeNamed(hall.venue, wish) !== undefined;
  useEffect(() => {
    if (!isNew || !known) return;
    settings.store.setState({ place: asked });
    useMachine.setState({ asked });
  }, [asked, known, isNew]);
  useUpkeep(hall.version);
  return (
    <>
      {known ? null : (
        <div className="kiosk-fault">
          <Notice tone="error">{say('error.bad-place', { at: wish ?? '' })}</Notice>
        </div>
      )}
      <PhoneBase>
        <KioskScreen hall={hall} place={place} />
      </PhoneBase>
    </>
  );
}

function Crashed() {
  const { say } = useSay();
  useEffect(() => {
    const timer = setTimeout(() => location.reload(), RECOVER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="waiting">
      <Notice tone="error">{say('error.crash')}</Notice>
      <button type="button" className="button button-primary" onClick={() => location.reload()}>
        {say('error.reload')}
      </button>
    </main>
  );
}
