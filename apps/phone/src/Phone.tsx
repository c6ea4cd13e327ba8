import type { Demonstration } from '@daoyin/protocol';
import { featureGoal, fetchDemonstration, type Hall } from '@daoyin/ui';
import { useEffect, useState } from 'react';
import { FindScreen } from './find/FindScreen';
import { useEntry } from './find/useEntry';
import { GuideScreen } from './guide/GuideScreen';
import { journeyOf } from './journey/journey';
import { goTo, startJourney, useTrip } from './state';
import { readWish } from './wish';

/** Find, then guide. */
export function Phone({ hall }: { readonly hall: Hall }) {
  const demonstration = useDemonstration();
  const entry = useEntry(hall, demonstration);
  const trip = useTrip();
  const [wish] = useState(() => readWish(location));
  const { submit, complain } = entry;

  // only a ticket may be the demonstration's own
  const ready = demonstration !== 'asking' || wish.entry === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address is read once, when it is known what it means.
  useEffect(() => {
    if (!ready) return;
    useTrip.setState({ session: wish.session, start: wish.start });
    if (wish.entry !== undefined) void submit(wish.entry);
    else if (wish.theme !== undefined) openTheme(wish.theme);
    else if (wish.feature !== undefined) goTo(featureGoal(hall, wish.feature));
  }, [ready]);

  function openTheme(id: string): void {
    const journey = journeyOf(hall, id);
    if (journey === undefined) complain('journey.unknown');
    else startJourney(journey);
  }

  if (trip.goal !== undefined || trip.ticket !== undefined || trip.journey !== undefined)
    return <GuideScreen hall={hall} />;
  return (
    <FindScreen
      hall={hall}
      entry={entry}
      demonstration={demonstration === 'asking' ? undefined : demonstration}
    />
  );
}

/** The demonstration's visitor, where the server runs one. */
function useDemonstration(): Demonstration | undefined | 'asking' {
  const [found, setFound] = useState<Demonstration | undefined | 'asking'>('asking');
  useEffect(() => {
    void fetchDemonstration().then((result) => setFound(result.ok ? result.value : undefined));
  }, []);
  return found;
}
