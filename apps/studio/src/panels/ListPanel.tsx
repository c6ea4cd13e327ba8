import { useState } from 'react';
import { currentPlan } from '../canvas/PlanCanvas';
import { select, showLevel, useDocument, useStudio } from '../store/studio';
import { useStudioWords } from '../words';

const AROUND = 8; // metres around what is shown
const MOST_ROWS = 300;

/** All beacons by their ids: chosen here they are selected, and the plan goes there. */
export function ListPanel() {
  const word = useStudioWords();
  const { register } = useDocument();
  const selection = useStudio((state) => state.selection);
  const [wanted, setWanted] = useState('');
  const found = register.beacons.filter(({ id }) => id.toLowerCase().includes(wanted.trim().toLowerCase()));
  const chosen = new Set(selection.map(({ key }) => key));
  return (
    <div className="panel-body">
      <input
        type="search"
        placeholder={word('list.search')}
        aria-label={word('list.search')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <p>{word('list.count', { count: found.length })}</p>
      <ul className="rows">
        {found.slice(0, MOST_ROWS).map(({ id, at, status }) => (
          <li key={id}>
            <button type="button" className="row" aria-pressed={chosen.has(id)} onClick={() => show(id, at)}>
              <strong>{id}</strong>
              <span>{at ? `${at.level} ${at.x.toFixed(1)}, ${at.y.toFixed(1)}` : '–'}</span>
              {status === 'retired' ? <em>{word('status.retired')}</em> : null}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function show(
  id: string,
  at: { readonly x: number; readonly y: number; readonly level: string } | undefined,
): void {
  select([{ collection: 'beacons', key: id }]);
  if (!at) return;
  showLevel(at.level);
  currentPlan()?.show({ minX: at.x - AROUND, maxX: at.x + AROUND, minY: at.y - AROUND, maxY: at.y + AROUND });
}
