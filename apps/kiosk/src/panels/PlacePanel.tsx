import { type Hall, type PlaceKind, placeGoal, useSay } from '@daoyin/ui';
import { useMemo } from 'react';
import { useVisit } from '../state';
import { Paged } from './Paged';

/** All departments, or all themes, to choose from. */
export function PlacePanel({ hall, kind }: { readonly hall: Hall; readonly kind: PlaceKind }) {
  const { say } = useSay();
  const places = useMemo(() => hall.places.filter((place) => place.kind === kind), [hall, kind]);
  const title = say(kind === 'theme' ? 'kiosk.themes-title' : 'find.departments');
  return (
    <section className="places">
      <h1>{title}</h1>
      <Paged
        key={kind}
        places={places}
        paint={hall.paint}
        label={title}
        onChoose={(place) => useVisit.setState({ goal: placeGoal(place) })}
      />
    </section>
  );
}
