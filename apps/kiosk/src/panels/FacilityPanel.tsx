import { type Hall, Icon, placeGoal, useSay } from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { useVisit } from '../state';

/** The nearest of each facility, one touch away. */
export function FacilityPanel({ hall }: { readonly hall: Hall }) {
  const { say, language } = useSay();
  const places = hall.places.filter(({ kind }) => kind === 'facility');
  return (
    <section className="places">
      <h1>{say('find.facilities')}</h1>
      <ul className="tiles">
        {places.map((place) => (
          <li key={place.id}>
            <button
              type="button"
              className="tile"
              onClick={() => useVisit.setState({ goal: placeGoal(place) })}
            >
              <Icon name={place.icon} />
              {labelText(place.name, language)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
