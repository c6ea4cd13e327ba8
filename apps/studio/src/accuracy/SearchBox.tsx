import { type Action, nextBeaconId, placeBeacon, retireBeacons } from '@daoyin/venue';
import { useState } from 'react';
import { currentPlan } from '../canvas/PlanCanvas';
import { perform, select, showLevel, useStudio } from '../store/studio';
import type { Chosen, Search } from './messages';
import { cancelSearch, forgetSearch, search, useAccuracy } from './store';
import { useAccuracyWords } from './words';

const DEFAULTS: Readonly<Record<Search['kind'], number>> = { add: 5, remove: 20, rank: 10 };
const MOST = 100;
const AROUND = 8; // metres around what is shown

/** Asks the optimiser, shows how far it is, and takes over what it found as one step. */
export function SearchBox() {
  const word = useAccuracyWords();
  const found = useAccuracy((state) => state.search);
  const isBuilding = useAccuracy((state) => state.building !== undefined);
  return (
    <section>
      <h3>{word('search.title')}</h3>
      {found ? (
        <Found key={found.search.kind} />
      ) : (
        (['add', 'remove', 'rank'] as const).map((kind) => (
          <Ask key={kind} kind={kind} disabled={isBuilding} />
        ))
      )}
    </section>
  );
}

function Ask({ kind, disabled }: { readonly kind: Search['kind']; readonly disabled: boolean }) {
  const word = useAccuracyWords();
  const [howMany, setHowMany] = useState(DEFAULTS[kind]);
  return (
    <div className="ask">
      <input
        type="number"
        min={1}
        max={MOST}
        value={howMany}
        aria-label={`${word(`search.${kind}`)}: ${word('search.count')}`}
        onChange={({ target }) =>
          setHowMany(Math.max(1, Math.min(MOST, Math.round(Number(target.value) || 1))))
        }
      />
      <button
        type="button"
        className="panel-button"
        disabled={disabled}
        onClick={() => search({ kind, howMany })}
      >
        {word(`search.${kind}`)}
      </button>
    </div>
  );
}

function Found() {
  const word = useAccuracyWords();
  const readOnly = useStudio((state) => state.readOnly);
  const { search: asked, isRunning, done, of, chosen } = useAccuracy((state) => state.search)!;
  const { kind } = asked;
  const take = () => {
    if (kind === 'add') perform(hang(chosen), 'beacon.place');
    else perform(retireBeacons(chosen.map(({ id }) => id)), 'beacon.retire');
    forgetSearch();
  };
  return (
    <>
      <p>{word(`search.${kind}`)}</p>
      {isRunning ? (
        <div role="status">
          <p>{word('search.running', { done, of })}</p>
          <progress max={of} value={done} />
          <button type="button" className="panel-button" onClick={cancelSearch}>
            {word('search.cancel')}
          </button>
        </div>
      ) : null}
      {!isRunning && chosen.length < asked.howMany ? (
        <p>{word(chosen.length === 0 ? 'search.nothing' : 'search.cancelled')}</p>
      ) : null}
      <ol className="rows chosen">
        {chosen.map((one, i) => (
          <li key={one.id}>
            <Row one={one} kind={kind} number={i + 1} />
          </li>
        ))}
      </ol>
      {!isRunning ? (
        <div className="ask">
          {kind !== 'rank' && chosen.length > 0 ? (
            <button type="button" className="panel-button strong" disabled={readOnly} onClick={take}>
              {word(`take.${kind}`, { count: chosen.length })}
            </button>
          ) : null}
          <button type="button" className="panel-button" onClick={forgetSearch}>
            {word('search.forget')}
          </button>
        </div>
      ) : null}
    </>
  );
}

function Row({
  one,
  kind,
  number,
}: {
  readonly one: Chosen;
  readonly kind: Search['kind'];
  readonly number: number;
}) {
  const word = useAccuracyWords();
  const { id, beacon, change } = one;
  const show = () => {
    const { beacons } = useStudio.getState().history.present.register;
    const at = (beacon ?? beacons.find((other) => other.id === id))?.at;
    if (!at) return;
    showLevel(at.level);
    if (!beacon) select([{ collection: 'beacons', key: id }]);
    const { x, y } = at;
    currentPlan()?.show({ minX: x - AROUND, maxX: x + AROUND, minY: y - AROUND, maxY: y + AROUND });
  };
  const name = beacon?.at
    ? word('chosen.add', { level: beacon.at.level, x: beacon.at.x.toFixed(1), y: beacon.at.y.toFixed(1) })
    : id;
  const centimetres = `${change < 0 ? '−' : '+'}${Math.abs(100 * change).toFixed(2)}`;
  return (
    <button type="button" className="row" onClick={show}>
      <strong>{number}</strong>
      <span>{name}</span>
      <span className="soft">
        {kind === 'rank'
          ? word('chosen.cost', { cost: (100 * change).toFixed(2) })
          : word('chosen.change', { change: centimetres })}
      </span>
    </button>
  );
}

/** New beacons like those that were proposed, with the next free numbers. */
function hang(chosen: readonly Chosen[]): Action {
  return (document) =>
    chosen.reduce((current, { beacon }) => {
      if (!beacon?.at) return current;
      const { height, measuredPowerDbm, intervalMs } = beacon;
      const fields = { height, measuredPowerDbm, ...(intervalMs !== undefined && { intervalMs }) };
      return placeBeacon(nextBeaconId(current.register), beacon.at, fields)(current);
    }, document);
}
