import type { Demonstration } from '@daoyin/protocol';
import { featureGoal, fetchDemonstration, type Hall, type HallState } from '@daoyin/ui';
import { useEffect, useState } from 'react';
import { FindScreen } from './find/FindScreen';
import { type EntryState, useEntry } from './find/useEntry';
import { GuideScreen } from './guide/GuideScreen';
import { journeyOf } from './journey/journey';
import { goTo, startJourney, useTrip } from './state';
import { readWish } from './wish';

/** Find, then guide. One can type before the hall's plan has come. */
export function Phone({ state }: { readonly state: HallState }) {
  const hall = state.kind === 'ready' ? state.hall : undefined;
  const demonstration = useDemonstration();
  const entry = useEntry(hall, demonstration);
  const trip = useTrip();
  useWish(hall, entry, demonstration === 'asking');

  const going = trip.goal !== undefined || trip.ticket !== undefined || trip.journey !== undefined;
  if (going && hall !== undefined) return <GuideScreen hall={hall} />;
  return (
    <FindScreen
      state={state}
      entry={entry}
      demonstration={demonstration === 'asking' ? undefined : demonstration}
    />
  );
}

/** Does what the page's address asks for, once, as soon as it is known what that means. */
function useWish(hall: Hall | undefined, { submit, complain }: EntryState, asking: boolean): void {
  const [wish] = useState(() => readWish(location));
  // only a ticket may be the demonstration's own
  const ready = hall !== undefined && (!asking || wish.entry === undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once.
  useEffect(() => {
    if (!ready) return;
    useTrip.setState({ session: wish.session, start: wish.start });
    if (wish.entry !== undefined) void submit(wish.entry);
    else if (wish.theme !== undefined) openTheme(hall, wish.theme);
    else if (wish.feature !== undefined) goTo(featureGoal(hall, wish.feature));
  }, [ready]);

  function openTheme(inHall: Hall, id: string): void {
    const journey = journeyOf(inHall, id);
    if (journey === undefined) complain('journey.unknown');
    else startJourney(journey);
  }
}

/** The demonstration's visitor, where the server runs one. */
function useDemonstration(): Demonstration | undefined | 'asking' {
  const [found, setFound] = useState<Demonstration | undefined | 'asking'>('asking');
  useEffect(() => {
    void fetchDemonstration().then((result) => setFound(result.ok ? result.value : undefined));
  }, []);
  return found;
}
