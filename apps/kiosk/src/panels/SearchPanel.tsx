import { type Hall, LetterKeyboard, Notice, placeGoal, useFindable, useSay, useSearch } from '@daoyin/ui';
import { useVisit } from '../state';
import { useKioskWords } from '../words';
import { Paged } from './Paged';

/** What people ask for at a hall's desk, in the words that they use: to touch instead of to type. */
const COMMON = {
  zh: [
    '厕所',
    '身份证',
    '社保',
    '医保',
    '公积金',
    '营业执照',
    '房产证',
    '护照',
    '驾照',
    '交税',
    '结婚',
    '打印',
    '喝水',
    '取款机',
  ],
  en: ['toilet', 'passport', 'tax', 'social security', 'housing fund', 'business licence', 'copy', 'water'],
} as const;

/** Search by pinyin, initials, characters or English, on the screen's own keyboard or one that is plugged in. */
export function SearchPanel({ hall }: { readonly hall: Hall }) {
  const { say } = useSay();
  const { query } = useVisit();
  const found = useSearch(hall.places, query, 60);
  const change = (next: string) => useVisit.setState({ query: next });
  return (
    <div className="search">
      <h1 className="visually-hidden">
        <label htmlFor="query">{say('kiosk.search-title')}</label>
      </h1>
      <input
        id="query"
        className="search-field"
        value={query}
        placeholder={say('kiosk.search-title')}
        autoComplete="off"
        inputMode="none"
        onChange={(event) => change(event.target.value)}
      />
      <div className="search-found">
        {query.trim() === '' ? (
          <CommonWords hall={hall} onChoose={change} />
        ) : found === undefined ? null : found.length === 0 ? (
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

function CommonWords({ hall, onChoose }: { readonly hall: Hall; readonly onChoose: (word: string) => void }) {
  const { say, language } = useSay();
  const word = useKioskWords();
  const words = useFindable(hall.places, COMMON[language]);
  return (
    <section className="common" aria-label={word('search.common')}>
      <p className="common-hint">{say('kiosk.search-hint')}</p>
      {words.length === 0 ? null : <p>{word('search.common')}</p>}
      <ul>
        {words.map((one) => (
          <li key={one}>
            <button type="button" className="button" onClick={() => onChoose(one)}>
              {one}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
