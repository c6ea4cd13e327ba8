import type { Beacon } from '@daoyin/venue';
import { useState } from 'react';
import { useHealth } from '../health/health';
import { useDocument, useStudio } from '../store/studio';
import { Stop } from './Stop';
import { beginRound, goTo, ROUNDS, type RoundKind, useRound } from './store';
import { useInstallWords } from './words';
import './install.css';

/** A round on foot: which beacons, then one after the other in walking order, with targets for a thumb. */
export function InstallPanel() {
  const word = useInstallWords();
  const { order, at, done } = useRound();
  const { register } = useDocument();
  const beacons = new Map(register.beacons.map((beacon) => [beacon.id, beacon]));
  const current = beacons.get(order[at] ?? '');
  return (
    <div className="panel-body install">
      {current ? (
        <details>
          <summary className="install-summary">{word('round.title')}</summary>
          <RoundChoice />
        </details>
      ) : (
        <RoundChoice />
      )}
      {order.length === 0 ? <p>{word('none')}</p> : null}
      {order.length > 0 ? (
        <>
          <p role="status">
            {word('progress', { at: Math.min(at + 1, order.length), of: order.length, done: done.size })}
          </p>
          <progress max={order.length} value={done.size} aria-label={word('round.title')} />
        </>
      ) : null}
      {order.length > 0 && !current ? <p className="install-finished">{word('finished')}</p> : null}
      {current ? <Stop key={current.id} beacon={current} before={beacons.get(order[at - 1] ?? '')} /> : null}
      <Order beacons={beacons} />
    </div>
  );
}

function RoundChoice() {
  const word = useInstallWords();
  const { kind, isHere } = useRound();
  const document = useDocument();
  const health = useHealth();
  const [here, setHere] = useState(isHere);
  const begin = (next: RoundKind) => beginRound(next, here, document, health);
  return (
    <fieldset className="install-rounds">
      <legend>{word('round.title')}</legend>
      <div className="chips">
        {ROUNDS.map((one) => (
          <button
            type="button"
            key={one}
            className="chip install-chip"
            aria-pressed={one === kind}
            onClick={() => begin(one)}
          >
            {word(`round.${one}`)}
          </button>
        ))}
      </div>
      <label className="confirm">
        <input type="checkbox" checked={here} onChange={(event) => setHere(event.target.checked)} />
        {word('round.here')}
      </label>
    </fieldset>
  );
}

/** The whole round to look ahead and to jump. */
function Order({ beacons }: { readonly beacons: ReadonlyMap<string, Beacon> }) {
  const { order, at, done } = useRound();
  useStudio((state) => state.selection);
  return (
    <ol className="rows">
      {order.map((id, i) => (
        <li key={id}>
          <button
            type="button"
            className="row install-row"
            aria-current={i === at ? 'step' : undefined}
            onClick={() => goTo(i)}
          >
            <strong>
              {done.has(id) ? '✓ ' : ''}
              {id}
            </strong>
            <span>
              {beacons.get(id)?.at?.level} {beacons.get(id)?.installedOn ?? ''}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
