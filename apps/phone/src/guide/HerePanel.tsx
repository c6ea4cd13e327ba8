import type { VenuePoint } from '@daoyin/geometry';
import { entrancesOf, type Hall, Icon, Notice, useSay, useSilence, type Walk } from '@daoyin/ui';
import { findWindow, labelText } from '@daoyin/venue';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTrip } from '../state';
import { useWords } from '../words';

const ScanDialog = lazy(() =>
  import('../scan/ScanDialog').then((module) => ({ default: module.ScanDialog })),
);

/** How long a page that is being sent readings waits for a first position before it asks. */
const PATIENCE_MS = 8000;
/** From this radius in metres on, the walker is offered to correct the position. */
const UNSURE = 6;

/** "Where are you now?", where no signal says it: a window number beside one, an entrance, or a tap on the map. */
export function HerePanel({
  hall,
  walk,
  listening,
  picking,
  onPick,
  lost,
  onTold,
}: {
  readonly hall: Hall;
  readonly walk: Walk;
  readonly listening: boolean;
  readonly picking: boolean;
  readonly onPick: (picking: boolean) => void;
  /** The position says no more than the signs do. */
  readonly lost: boolean;
  readonly onTold: () => void;
}) {
  const { say } = useSay();
  const word = useWords();
  const { restored } = useTrip();
  const [correcting, setCorrecting] = useState(false);
  const [scanning, setScanning] = useState(false);
  const patient = useSilence(hall, PATIENCE_MS);
  if (walk.position !== undefined && !correcting && !lost) {
    if (!walk.told && walk.position.accuracy95 < UNSURE) return null;
    return (
      <button type="button" className="button" onClick={() => setCorrecting(true)}>
        {say(walk.told ? 'here.update' : 'here.correct')}
      </button>
    );
  }
  if (walk.position === undefined && listening && !patient) return null;
  const told = (at: VenuePoint) => {
    walk.setHere(at);
    setCorrecting(false);
    setScanning(false);
    onTold();
  };
  if (picking) {
    return (
      <button type="button" className="button" onClick={() => onPick(false)}>
        {say('here.cancel')}
      </button>
    );
  }
  return (
    <section className="here" aria-labelledby="here">
      <h2 id="here">{say('here.title')}</h2>
      {walk.position === undefined ? (
        <p className="here-why">{restored ? word('trip.restored') : say('here.why')}</p>
      ) : null}
      <HereForm hall={hall} onHere={told} />
      <button type="button" className="button" onClick={() => setScanning(true)}>
        <Icon name="search" />
        {word('scan.open')}
      </button>
      {scanning ? (
        <Suspense fallback={null}>
          <ScanDialog hall={hall} onHere={told} onClose={() => setScanning(false)} />
        </Suspense>
      ) : null}
      <button
        type="button"
        className="button"
        onClick={() => {
          onPick(true);
          onTold();
        }}
      >
        <Icon name="locate" />
        {say('here.map')}
      </button>
    </section>
  );
}

function HereForm({ hall, onHere }: { readonly hall: Hall; readonly onHere: Walk['setHere'] }) {
  const { say, language } = useSay();
  const [text, setText] = useState('');
  const [unknown, setUnknown] = useState<string | undefined>(undefined);
  const entrances = useMemo(() => entrancesOf(hall.venue), [hall]);
  const submit = () => {
    const window = text.trim() === '' ? undefined : findWindow(hall.venue, text);
    if (window === undefined) setUnknown(text.trim());
    else onHere(window.at);
  };
  return (
    <form
      className="here-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {hall.venue.windows.length === 0 ? null : (
        <>
          <label htmlFor="here-window">{say('here.window')}</label>
          <div className="here-row">
            <input
              id="here-window"
              value={text}
              placeholder={say('here.window-placeholder')}
              autoComplete="off"
              aria-invalid={unknown !== undefined}
              onChange={(event) => {
                setText(event.target.value);
                setUnknown(undefined);
              }}
            />
            <button type="submit" className="button button-primary">
              {say('here.set')}
            </button>
          </div>
          {unknown === undefined ? null : (
            <Notice tone="error">
              {unknown === '' ? say('error.empty') : say('here.unknown-window', { window: unknown })}
            </Notice>
          )}
        </>
      )}
      {entrances.length === 0 ? null : (
        <div className="here-entrances">
          {entrances.slice(0, 4).map(({ name, at }) => (
            <button
              type="button"
              className="button"
              key={`${at.level}/${at.x}/${at.y}`}
              onClick={() => onHere(at)}
            >
              <Icon name="entrance" />
              {labelText(name, language)}
            </button>
          ))}
        </div>
      )}
    </form>
  );
}
