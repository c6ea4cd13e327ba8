import { type Hall, LetterKeyboard, Notice, placeGoal, useSay, useSearch } from '@daoyin/ui';
import { useVisit } from '../state';
import { Paged } from './Paged';

/** Search by pinyin, initials or English on the screen's own keyboard. */
export function SearchPanel({ hall }: { readonly hall: Hall }) {
  const { say } = useSay();
  const { query } = useVisit();
  const found = useSearch(hall.places, query, 60);
  const change = (next: string) => useVisit.setState({ query: next });
  return (
    <div className="search">
      <label htmlFor="query" className="search-label">
        {say('kiosk.search-title')}
      </label>
      <input
        id="query"
        className="search-field"
        value={query}
        placeholder={say('kiosk.search-hint')}
        autoComplete="off"
        inputMode="none"
        onChange={(event) => change(event.target.value)}
      />
      <div className="search-found">
        {found === undefined ? null : found.length === 0 ? (
          <Notice tone="info">{say('find.nothing', { query })}</Notice>
        ) : (
          <Paged
            key={query}
            places={found}
            paint={hall.paint}
            label={say('find.results')}
            onChoose={(place) => useVisit.setState({ goal: placeGoal(place) })}
          />
        )}
      </div>
      <LetterKeyboard value={query} onChange={change} />
    </div>
  );
}
