import { type Hall, type Place, type PlaceKind, placeGoal, useSay } from '@daoyin/ui';
import { useMemo } from 'react';
import type { KioskPlace } from '../place';
import { useVisit } from '../state';
import { Paged } from './Paged';
import { ThemePanel } from './ThemePanel';

/** All departments, or all themes, to choose from; a theme opens with its steps. */
export function PlacePanel({
  hall,
  kind,
  place: kiosk,
}: {
  readonly hall: Hall;
  readonly kind: PlaceKind;
  readonly place: KioskPlace | undefined;
}) {
  const { say } = useSay();
  const { theme } = useVisit();
  const places = useMemo(() => hall.places.filter((place) => place.kind === kind), [hall, kind]);
  const title = say(kind === 'theme' ? 'kiosk.themes-title' : 'find.departments');
  const open = kind === 'theme' ? places.find(({ id }) => id === `theme:${theme}`) : undefined;
  if (open !== undefined) return <ThemePanel hall={hall} theme={open} place={kiosk} />;
  const choose = (place: Place) =>
    useVisit.setState(
      kind === 'theme' ? { theme: place.id.replace(/^theme:/, '') } : { goal: placeGoal(place) },
    );
  return (
    <section className="places">
      <h1>{title}</h1>
      <Paged key={kind} places={places} paint={hall.paint} label={title} onChoose={choose} />
    </section>
  );
}
