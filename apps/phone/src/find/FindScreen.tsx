import type { Demonstration } from '@daoyin/protocol';
import {
  type Hall,
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
import { settings, useTrip } from '../state';
import { TopBar } from '../TopBar';
import { TakeNumber } from './TakeNumber';
import type { EntryState } from './useEntry';

interface FindScreenProps {
  readonly hall: Hall;
  readonly entry: EntryState;
  readonly demonstration: Demonstration | undefined;
}

const go = (place: Place) => useTrip.setState({ goal: placeGoal(place) });

/** "Where to?": one field for ticket, window and words; what most people look for below it. */
export function FindScreen({ hall, entry, demonstration }: FindScreenProps) {
  const { say, language } = useSay();
  const found = useSearch(hall.places, entry.text);
  const searching = entry.text.trim() !== '' && !/^\s*[a-z]?\d*\s*$/i.test(entry.text);
  return (
    <div className="screen">
      <TopBar title={labelText(hall.venue.name, language)} />
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
        {entry.text.trim() !== '' && found !== undefined ? (
          <Results places={found} query={entry.text} hall={hall} quiet={!searching} />
        ) : null}
        {searching ? null : <Browse hall={hall} />}
        <p className="plan-note">{say('app.plan-note')}</p>
      </main>
    </div>
  );
}

function EntryForm({ entry }: { readonly entry: EntryState }) {
  const { say } = useSay();
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
  places,
  query,
  hall,
  quiet,
}: {
  readonly places: readonly Place[];
  readonly query: string;
  readonly hall: Hall;
  readonly quiet: boolean;
}) {
  const { say } = useSay();
  if (places.length === 0) {
    return quiet ? null : <Notice tone="info">{say('find.nothing', { query: query.trim() })}</Notice>;
  }
  return (
    <section className="card" aria-label={say('find.results')}>
      <p className="visually-hidden" role="status">
        {say('find.count', { count: places.length })}
      </p>
      <PlaceList places={places} paint={hall.paint} label={say('find.results')} onChoose={go} />
    </section>
  );
}

/** What can be chosen without typing: facilities, departments, a new number. */
function Browse({ hall }: { readonly hall: Hall }) {
  const { say, language } = useSay();
  const [open, setOpen] = useState<'departments' | 'ticket' | undefined>(undefined);
  const facilities = hall.places.filter(({ kind }) => kind === 'facility').slice(0, 6);
  const departments = hall.places.filter(({ kind }) => kind === 'department');
  const toggle = (which: 'departments' | 'ticket') => setOpen(open === which ? undefined : which);
  return (
    <>
      {facilities.length === 0 ? null : (
        <section aria-labelledby="facilities">
          <h2 id="facilities">{say('find.facilities')}</h2>
          <ul className="tiles">
            {facilities.map((place) => (
              <li key={place.id}>
                <button type="button" className="tile" onClick={() => go(place)}>
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
              onChoose={go}
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
