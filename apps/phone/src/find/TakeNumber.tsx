import { type Hall, Notice, type Place, PlaceList, takeNumber, useSay, useSearch } from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { useMemo, useState } from 'react';
import { useTrip } from '../state';

/** Takes a number for a service; the guidance to its window begins at once. */
export function TakeNumber({ hall }: { readonly hall: Hall }) {
  const { say, language } = useSay();
  const [query, setQuery] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const services = useMemo(() => hall.places.filter(({ kind }) => kind === 'service'), [hall]);
  const found = useSearch(services, query) ?? services;

  const take = async (place: Place) => {
    setProblem(undefined);
    const result = await takeNumber(place.id.replace(/^service:/, ''));
    if (result.ok) return useTrip.setState({ ticket: result.value.number });
    const closed = result.error.kind === 'refused';
    setProblem(
      closed ? say('error.take-closed', { name: labelText(place.name, language) }) : say('error.take-failed'),
    );
  };

  return (
    <div className="take">
      <label htmlFor="take">{say('ticket.take-hint')}</label>
      <input id="take" value={query} autoComplete="off" onChange={(event) => setQuery(event.target.value)} />
      {problem === undefined ? null : <Notice tone="error">{problem}</Notice>}
      <PlaceList
        places={found}
        paint={hall.paint}
        label={say('find.services')}
        onChoose={(place) => void take(place)}
      />
    </div>
  );
}
