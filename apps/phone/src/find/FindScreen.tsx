import type { Demonstration } from '@daoyin/protocol';
import {
  type Hall,
  type HallState,
  Icon,
  Notice,
  type Place,
  PlaceList,
  placeGoal,
  useSay,
  useSearch,
  WalkerChoice,
} from '@daoyin/ui';
import { labelText } from '@daoyin/venue';
import { useState } from 'react';
import { journeyOf } from '../journey/journey';
import { goTo, settings, startJourney } from '../state';
import { TopBar } from '../TopBar';
import { useWords } from '../words';
import { TakeNumber } from './TakeNumber';
import type { EntryState } from './useEntry';

interface FindScreenProps {
  readonly state: HallState;
  readonly entry: EntryState;
  readonly demonstration: Demonstration | undefined;
}

/** Goes to a place; a theme menu is a journey over several. */
function go(hall: Hall, place: Place): void {
  const journey = place.kind === 'theme' ? journeyOf(hall, place.id.replace(/^theme:/, '')) : undefined;
  if (journey === undefined) goTo(placeGoal(place));
  else startJourney(journey);
}

/** "Where to?": one field for ticket, window and words, at once; below it what most people look for, when the plan has come. */
export function FindScreen({ state, entry, demonstration }: FindScreenProps) {
  const { say, language } = useSay();
  const hall = state.kind === 'ready' ? state.hall : undefined;
  const searching = entry.text.trim() !== '' && !/^\s*[a-z]?\d*\s*$/i.test(entry.text);
  return (
    <div className="screen">
      <TopBar title={hall === undefined ? say('app.name') : labelText(hall.venue.name, language)} />
      <main className="find">
        <h1>{say('find.title')}</h1>
        <EntryForm entry={entry} />
        <WalkerChoice store={settings.store} />
        {demonstration === undefined || searching ? null : (
          <DemonstrationCard
            demonstration={demonstration}
            onStart={() => entry.submit(demonstration.ticket)}
          />
        )}
        {hall === undefined ? (
          <Coming state={state} />
        ) : (
          <>
            <Results query={entry.busy ? '' : entry.text} hall={hall} quiet={!searching} />
            {searching ? null : <Browse hall={hall} />}
          </>
        )}
        <p className="plan-note">{say('app.plan-note')}</p>
      </main>
    </div>
  );
}

/** The plan is on its way, or the server cannot be reached. */
function Coming({ state }: { readonly state: HallState }) {
  const { say } = useSay();
  if (state.kind !== 'failed') return <p role="status">{say('net.loading')}</p>;
  return (
    <>
      <Notice tone="error" icon="offline">
        {say('net.start-failed')}
      </Notice>
      <button type="button" className="button" onClick={state.retry}>
        {say('net.retry')}
      </button>
    </>
  );
}

function EntryForm({ entry }: { readonly entry: EntryState }) {
  const { say } = useSay();
  const word = useWords();
  return (
    <form
      className="entry"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void entry.submit(entry.text);
      }}
    >
      <label htmlFor="entry">{say('find.hint')}</label>
      <div className="entry-row">
        <input
          id="entry"
          value={entry.text}
          placeholder={say('find.placeholder')}
          autoComplete="off"
          autoCapitalize="characters"
          enterKeyHint="go"
          spellCheck={false}
          aria-invalid={entry.problem !== undefined}
          aria-describedby="entry-problem"
          onChange={(event) => entry.setText(event.target.value)}
        />
        {entry.text === '' ? null : (
          <button
            type="button"
            className="entry-clear"
            aria-label={say('find.clear')}
            onClick={() => entry.setText('')}
          >
            <Icon name="close" />
          </button>
        )}
      </div>
      <div id="entry-problem">
        {entry.problem === undefined ? null : (
          <Notice tone="error">{say(entry.problem.key, entry.problem.values)}</Notice>
        )}
        {entry.complaint === undefined ? null : (
          <Notice tone="error">{word(entry.complaint.key, entry.complaint.values)}</Notice>
        )}
      </div>
      <button type="submit" className="button button-primary entry-go" disabled={entry.busy}>
        {say('find.go')}
        <Icon name="chevron-right" />
      </button>
    </form>
  );
}

function DemonstrationCard({
  demonstration,
  onStart,
}: {
  readonly demonstration: Demonstration;
  readonly onStart: () => void;
}) {
  const { say } = useSay();
  return (
    <button type="button" className="demonstration" onClick={onStart}>
      <span className="demonstration-tag">{say('find.demo')}</span>
      <span>{say('find.demo-text', { ticket: demonstration.ticket })}</span>
      <Icon name="chevron-right" />
    </button>
  );
}

function Results({
  query,
  hall,
  quiet,
}: {
  readonly query: string;
  readonly hall: Hall;
  readonly quiet: boolean;
}) {
  const { say } = useSay();
  const places = useSearch(hall.places, query);
  if (query.trim() === '' || places === undefined) return null;
  if (places.length === 0) {
    return quiet ? null : <Notice tone="info">{say('find.nothing', { query: query.trim() })}</Notice>;
  }
  return (
    <section className="card" aria-label={say('find.results')}>
      <p className="visually-hidden" role="status">
        {say('find.count', { count: places.length })}
      </p>
      <PlaceList
        places={places}
        paint={hall.paint}
        label={say('find.results')}
        onChoose={(place) => go(hall, place)}
      />
    </section>
  );
}

type Fold = 'departments' | 'themes' | 'ticket';

/** What can be chosen without typing: facilities, departments, a new number. */
function Browse({ hall }: { readonly hall: Hall }) {
  const { say, language } = useSay();
  const word = useWords();
  const [open, setOpen] = useState<Fold | undefined>(undefined);
  const themes = hall.places.filter(({ kind }) => kind === 'theme');
  const facilities = hall.places.filter(({ kind }) => kind === 'facility').slice(0, 6);
  const departments = hall.places.filter(({ kind }) => kind === 'department');
  const toggle = (which: Fold) => setOpen(open === which ? undefined : which);
  return (
    <>
      {facilities.length === 0 ? null : (
        <section aria-labelledby="facilities">
          <h2 id="facilities">{say('find.facilities')}</h2>
          <ul className="tiles">
            {facilities.map((place) => (
              <li key={place.id}>
                <button type="button" className="tile" onClick={() => go(hall, place)}>
                  <Icon name={place.icon} />
                  {labelText(place.name, language)}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {departments.length === 0 ? null : (
        <section className="card">
          <Fold
            name={say('find.departments')}
            open={open === 'departments'}
            onToggle={() => toggle('departments')}
          />
          {open === 'departments' ? (
            <PlaceList
              places={departments}
              paint={hall.paint}
              label={say('find.departments')}
              onChoose={(place) => go(hall, place)}
            />
          ) : null}
        </section>
      )}
      {themes.length === 0 ? null : (
        <section className="card">
          <Fold name={word('journey.themes')} open={open === 'themes'} onToggle={() => toggle('themes')} />
          {open === 'themes' ? (
            <PlaceList
              places={themes}
              paint={hall.paint}
              label={word('journey.themes')}
              onChoose={(place) => go(hall, place)}
            />
          ) : null}
        </section>
      )}
      {hall.services === null ? null : (
        <section className="card">
          <Fold name={say('ticket.take')} open={open === 'ticket'} onToggle={() => toggle('ticket')} />
          {open === 'ticket' ? <TakeNumber hall={hall} /> : null}
        </section>
      )}
    </>
  );
}

function Fold({
  name,
  open,
  onToggle,
}: {
  readonly name: string;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <h2>
      <button type="button" className="fold" aria-expanded={open} onClick={onToggle}>
        {name}
        <Icon name={open ? 'chevron-up' : 'chevron-down'} />
      </button>
    </h2>
  );
}
