import { type Hall, Notice, type Place, PlaceList, takeNumber, useSay, useSearch } from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { useMemo, useRef, useState } from 'react';
import { followTicket } from '../state';
import { keepToken } from '../ticket/holder';

/** Takes a number for a service; the guidance to its window begins at once. */
export function TakeNumber({ hall }: { readonly hall: Hall }) {
  const { say, language } = useSay();
  const [query, setQuery] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const services = useMemo(() => hall.places.filter(({ kind }) => kind === 'service'), [hall]);
  const found = useSearch(services, query) ?? services;

  const asked = useRef<{ readonly id: string; readonly key: string } | undefined>(undefined);

  const take = async ({ id, name }: Place) => {
    setProblem(undefined);
    // a tap that is repeated, or an answer that was lost, is the same number
    if (asked.current?.id !== id) asked.current = { id, key: randomKey() };
    const result = await takeNumber(id.replace(/^service:/, ''), asked.current.key);
    if (result.ok) {
      const { number, holderToken } = result.value;
      if (holderToken !== null) keepToken(number, holderToken, Date.now());
      return followTicket(number);
    }
    const closed = result.error.kind === 'refused';
    setProblem(
      closed ? say('error.take-closed', { name: labelText(name, language) }) : say('error.take-failed'),
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

/** Also where the page came without TLS, and `crypto.randomUUID` is missing. */
function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
