import type { Services } from '@daoyin/services';
import { useSay } from '@daoyin/ui';
import { type Labels, labelText } from '@daoyin/venue';
import { useState } from 'react';
import { useCheck } from '../check/check';
import { IssueItem } from '../check/IssueItem';
import { ListChoice, usePages } from '../list/parts';
import { perform, useDocument, useStudio } from '../store/studio';
import { EntryForm } from './EntryForm';
import { keyIn, LISTS, type ListName, removeEntry } from './edit';
import { HolidaysForm, HoursForm } from './HoursForm';
import { addNew } from './new-entry';
import { useCatalogueWords } from './words';
import './catalogue.css';

const WHAT = [
  'departments',
  'items',
  'windows',
  'series',
  'themes',
  'hours',
  'holidays',
  'doors',
  'areas',
  'stations',
] as const;
type What = (typeof WHAT)[number];

/** What the hall serves: departments, items and the windows that they go to, hours and menus. A part of the document as any other. */
export function CataloguePanel() {
  const word = useCatalogueWords();
  const { catalogue } = useDocument();
  const [what, setWhat] = useState<What>('departments');
  if (!catalogue) return <p className="panel-body">{word('none')}</p>;
  return (
    <div className="panel-body">
      <ListChoice label={word('what')} of={WHAT} value={what} nameOf={word} onChoose={setWhat} />
      <Problems />
      {what === 'hours' ? <HoursForm catalogue={catalogue} /> : null}
      {what === 'holidays' ? <HolidaysForm catalogue={catalogue} /> : null}
      {isList(what) ? <Entries key={what} list={what} catalogue={catalogue} /> : null}
    </div>
  );
}

const isList = (what: What): what is ListName & What => (LISTS as readonly string[]).includes(what);

/** What the gate says of the catalogue, as one types. */
function Problems() {
  const word = useCatalogueWords();
  const issues = useCheck((state) => state.issues).filter(
    ({ file, severity }) => file === 'services.json' && severity !== 'assumption',
  );
  if (issues.length === 0) return null;
  return (
    <details className="catalogue-problems">
      <summary>{word('problems', { count: issues.length })}</summary>
      <ul className="issues">
        {issues.slice(0, 50).map((issue) => (
          <IssueItem key={`${issue.kind} ${issue.message}`} issue={issue} />
        ))}
      </ul>
    </details>
  );
}

function Entries({ list, catalogue }: { readonly list: ListName; readonly catalogue: Services }) {
  const word = useCatalogueWords();
  const { language } = useSay();
  const { venue } = useDocument();
  const readOnly = useStudio((state) => state.readOnly);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const entries: readonly object[] = catalogue[list];
  const wanted = text.trim().toLowerCase();
  const rows = entries
    .map((one) => ({ key: keyIn(list, one), name: nameOf(list, one, language, venue.openings), all: one }))
    .filter(({ key, all }) => `${key} ${JSON.stringify(all)}`.toLowerCase().includes(wanted));
  const { shown, more } = usePages(rows);
  const entry = entries.find((one) => keyIn(list, one) === chosen);
  if (entry && chosen !== undefined)
    return (
      <section className="catalogue-entry" aria-label={chosen}>
        <h2>{nameOf(list, entry, language, venue.openings)}</h2>
        <p className="soft">
          {word('key')} {chosen}
        </p>
        <EntryForm list={list} entry={entry} catalogue={catalogue} />
        <div className="operations">
          <button type="button" className="operation operation-strong" onClick={() => setChosen(undefined)}>
            {word('close')}
          </button>
          <button
            type="button"
            className="operation"
            disabled={readOnly}
            onClick={() => perform(removeEntry(list, chosen), 'catalogue.delete') && setChosen(undefined)}
          >
            {word('remove')}
          </button>
        </div>
      </section>
    );
  return (
    <>
      <input
        type="search"
        placeholder={word('search')}
        aria-label={word('search')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <button
        type="button"
        className="operation"
        disabled={readOnly}
        onClick={() => setChosen(addNew(list, catalogue, venue))}
      >
        {word('add')}
      </button>
      <ul className="rows">
        {shown.map(({ key, name }) => (
          <li key={key}>
            <button type="button" className="row" onClick={() => setChosen(key)}>
              <strong>{list === 'windows' || list === 'series' ? key : name}</strong>
              {list === 'windows' || list === 'series' ? <span>{name}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

function nameOf(
  list: ListName,
  entry: object,
  language: 'zh' | 'en',
  openings: readonly { readonly id: string; readonly level: string; readonly name: Labels }[],
): string {
  const { name, duty, featureId } = entry as {
    readonly name?: Labels;
    readonly duty?: Labels;
    readonly featureId?: string;
  };
  const door = list === 'doors' ? openings.find(({ id }) => id === featureId) : undefined;
  const text = labelText(name ?? duty ?? door?.name ?? {}, language);
  const full = door ? `${door.level} ${text}` : text;
  return full.trim() === '' ? keyIn(list, entry) : full;
}
