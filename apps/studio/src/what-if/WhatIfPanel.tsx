import { useSay } from '@daoyin/ui';
import { type Connector, labelText } from '@daoyin/venue';
import { selectedFeatures, useDocument, useStudio } from '../store/studio';
import { categoryName } from '../words/categories';
import { Result } from './Result';
import { cancel, isPlanEdited, run, type Source, shutNow, toggle, useWhatIf } from './store';
import { useWhatIfWords } from './words';
import '../parts/panel.css';
import './what-if.css';

const SOURCES: readonly Source[] = ['yesterday', 'simulated'];
const KINDS: Readonly<Record<Connector['kind'], Readonly<Record<'zh' | 'en', string>>>> = {
  elevator: { zh: '电梯', en: 'Lift' },
  escalator: { zh: '扶梯', en: 'Escalator' },
  stairs: { zh: '楼梯', en: 'Stairs' },
  ramp: { zh: '坡道', en: 'Ramp' },
};

/** Closes and opens things on trial, replays a day and shows both side by side. */
export function WhatIfPanel() {
  const word = useWhatIfWords();
  const { source, day, state, progress, result } = useWhatIf();
  useDocument();
  return (
    <div className="panel-body what-if">
      <p>{word('intro')}</p>
      <div role="radiogroup" aria-label={word('day')}>
        {SOURCES.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="what-if-source"
              checked={source === one}
              onChange={() => useWhatIf.setState({ source: one, state: 'idle', result: undefined })}
            />
            {word(`source.${one}`)}
          </label>
        ))}
      </div>
      {source === 'yesterday' ? (
        <label className="field">
          <span>{word('day')}</span>
          <input
            type="date"
            value={day}
            onChange={({ target }) =>
              target.value && useWhatIf.setState({ day: target.value, state: 'idle' })
            }
          />
        </label>
      ) : null}
      <Closing />
      <p className="soft">{word(isPlanEdited() ? 'edited' : 'unedited')}</p>
      {state === 'running' ? (
        <div role="status">
          <p>{word('running', progress)}</p>
          <progress max={progress.of} value={progress.done} />
          <button type="button" className="panel-button" onClick={cancel}>
            {word('cancel')}
          </button>
        </div>
      ) : (
        <button type="button" className="panel-button strong" onClick={() => void run()}>
          {word(result ? 'again' : 'run')}
        </button>
      )}
      {state === 'no-day' || state === 'no-entrance' || state === 'refused' || state === 'failed' ? (
        <p role="alert">{word(state)}</p>
      ) : null}
      {result ? <Result result={result} /> : null}
    </div>
  );
}

/** What is shut on trial: lifts and stairs by their names, and whatever is selected on the plan. */
function Closing() {
  const word = useWhatIfWords();
  const { language } = useSay();
  const { venue } = useDocument();
  const closed = useWhatIf((state) => state.closed);
  const opened = useWhatIf((state) => state.opened);
  const selected = selectedFeatures(useStudio((state) => state.selection));
  const units = new Map(venue.units.map((unit) => [unit.id, unit]));
  const connectors = venue.connectors.map(({ id, kind, unitIds }) => {
    const first = units.get(unitIds[0]!);
    const name = (first && labelText(first.name, language)) || KINDS[kind][language];
    const levels = [first, units.get(unitIds.at(-1)!)].map((unit) => unit?.level ?? '?');
    return { id, name: `${name} ${levels.join('–')}` };
  });
  const others = closed.filter((id) => !connectors.some((connector) => connector.id === id));
  const shut = shutNow();
  return (
    <fieldset>
      <legend>{word('close.title')}</legend>
      <div className="checks">
        {connectors.map(({ id, name }) => (
          <Check key={id} name={name} on={closed.includes(id)} onToggle={() => toggle('closed', id)} />
        ))}
        {others.map((id) => (
          <Check key={id} name={nameOf(venue, id, language)} on onToggle={() => toggle('closed', id)} />
        ))}
      </div>
      <button
        type="button"
        className="panel-button"
        disabled={selected.length === 0}
        onClick={() => {
          for (const id of selected) if (!closed.includes(id)) toggle('closed', id);
        }}
      >
        {word('close.selected')}
      </button>
      {shut.length > 0 ? (
        <>
          <p>{word('open.title')}</p>
          <div className="checks">
            {shut.map((id) => (
              <Check
                key={id}
                name={connectors.find((one) => one.id === id)?.name ?? nameOf(venue, id, language)}
                on={opened.includes(id)}
                onToggle={() => toggle('opened', id)}
              />
            ))}
          </div>
        </>
      ) : null}
    </fieldset>
  );
}

function Check({
  name,
  on,
  onToggle,
}: {
  readonly name: string;
  readonly on: boolean;
  readonly onToggle: () => void;
}) {
  return (
    <label>
      <input type="checkbox" checked={on} onChange={onToggle} />
      {name}
    </label>
  );
}

function nameOf(
  { units, openings, fixtures }: ReturnType<typeof useDocument>['venue'],
  id: string,
  language: 'zh' | 'en',
): string {
  const lists = { units, openings, fixtures };
  for (const list of ['units', 'openings', 'fixtures'] as const) {
    const feature = lists[list].find((one) => one.id === id);
    if (!feature) continue;
    const named = labelText(feature.name, language);
    return named || `${categoryName(list, feature.category, language)} ${id.slice(0, 8)}`;
  }
  return id.slice(0, 8);
}
