import type { Demonstration } from '@daoyin/protocol';
import { fetchDemonstration, type HallState, useFeed, useSay } from '@daoyin/ui';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useCapsule } from './capsule/useCapsule';
import { FindScreen } from './find/FindScreen';
import { useEntry } from './find/useEntry';
import { useTrip } from './state';
import { keepTokenOf } from './ticket/holder';
import { useWish } from './useWish';
import { readWish } from './wish';

/** The first screen comes alone, what leads comes right behind it. */
const loadGuide = () => import('./guide/GuideScreen');
const GuideScreen = lazy(() => loadGuide().then((module) => ({ default: module.GuideScreen })));
const CapsuleScreen = lazy(() =>
  import('./capsule/CapsuleScreen').then((module) => ({ default: module.CapsuleScreen })),
);

/** Find, then guide. One can type before the hall's plan has come; a code that carries its route leads before, and without it. */
export function Phone({ state }: { readonly state: HallState }) {
  const hall = state.kind === 'ready' ? state.hall : undefined;
  const [wish] = useState(() => readWish(location));
  const demonstration = useDemonstration();
  const capsule = useCapsule(wish.route);
  const entry = useEntry(hall, demonstration);
  const trip = useTrip();
  useWish({ wish, hall, entry, capsule, asking: demonstration === 'asking' });
  useEffect(() => keepTokenOf(wish), [wish]);
  useEffect(() => {
    void loadGuide();
  }, []);

  const going = trip.goal !== undefined || trip.ticket !== undefined || trip.journey !== undefined;
  if (going && hall !== undefined)
    return (
      <Suspense fallback={<Opening />}>
        <GuideScreen hall={hall} />
      </Suspense>
    );
  if (hall === undefined && typeof capsule === 'object' && capsule.ok)
    return (
      <Suspense fallback={<Opening />}>
        <CapsuleScreen capsule={capsule.capsule} />
      </Suspense>
    );
  return (
    <Finding
      state={state}
      entry={entry}
      demonstration={demonstration === 'asking' ? undefined : demonstration}
    />
  );
}

function Opening() {
  const { say } = useSay();
  return (
    <main className="waiting">
      <p role="status">{say('net.loading')}</p>
    </main>
  );
}

/** Looking for a place; the page hears meanwhile when another plan is published. */
function Finding(props: Parameters<typeof FindScreen>[0]) {
  useFeed(undefined, undefined, unheard);
  return <FindScreen {...props} />;
}

const unheard = () => undefined;

/** The demonstration's visitor, where the server runs one. */
function useDemonstration(): Demonstration | undefined | 'asking' {
  const [found, setFound] = useState<Demonstration | undefined | 'asking'>('asking');
  useEffect(() => {
    void fetchDemonstration().then((result) => setFound(result.ok ? result.value : undefined));
  }, []);
  return found;
}
