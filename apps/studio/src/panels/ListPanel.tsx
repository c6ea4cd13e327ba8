import type { Beacon } from '@daoyin/venue';
import { useMemo, useState } from 'react';
import { currentPlan } from '../canvas/PlanCanvas';
import { type HealthKind, healthOf, useHealth } from '../health/health';
import {
  isSameRef,
  type Ref,
  select,
  showLevel,
  toggleSelected,
  useDocument,
  useStudio,
} from '../store/studio';
import { useStudioWords } from '../words';

const AROUND = 8; // metres around what is shown
const MOST_ROWS = 200;
const FILTERS = ['all', 'here', 'active', 'retired', 'heard', 'silent', 'never', 'weak-battery'] as const;
type Filter = (typeof FILTERS)[number];

/** All beacons, filtered: what is chosen here is edited in the details by numbers, without any dragging. */
export function ListPanel() {
  const word = useStudioWords();
  const { register } = useDocument();
  const { byId, atMs } = useHealth();
  const selection = useStudio((state) => state.selection);
  const level = useStudio((state) => state.level);
  const [wanted, setWanted] = useState('');
  const [filter, setFilter] = useState<Filter>('all');
  const found = useMemo(() => {
    const text = wanted.trim().toLowerCase();
    const isKind = (beacon: Beacon) =>
      passes(filter, beacon, level, healthOf(beacon, byId.get(beacon.id), atMs));
    return register.beacons.filter(
      (beacon) =>
        (beacon.id.toLowerCase().includes(text) || (beacon.note ?? '').toLowerCase().includes(text)) &&
        isKind(beacon),
    );
  }, [register, wanted, filter, level, byId, atMs]);
  const refs = found.map(({ id }): Ref => ({ collection: 'beacons', key: id }));
  return (
    <div className="panel-body">
      <input
        type="search"
        placeholder={word('list.search')}
        aria-label={word('list.search')}
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      <label className="field">
        <span className="visually-hidden">{word('list.filter')}</span>
        <select value={filter} onChange={(event) => setFilter(event.target.value as Filter)}>
          {FILTERS.map((one) => (
            <option key={one} value={one}>
              {word(`filter.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="chips">
        <span>{word('list.count', { count: found.length })}</span>
        <button type="button" className="chip" onClick={() => select(refs)} disabled={refs.length === 0}>
          {word('list.select-all')}
        </button>
      </div>
      <ul className="rows">
        {found.slice(0, MOST_ROWS).map(({ id, at, status }) => {
          const ref: Ref = { collection: 'beacons', key: id };
          return (
            <li key={id} className="list-row">
              <input
                type="checkbox"
                aria-label={word('list.choose', { id })}
                checked={selection.some((other) => isSameRef(other, ref))}
                onChange={() => toggleSelected(ref)}
              />
              <button
                type="button"
                className="row"
                aria-pressed={selection.some((other) => isSameRef(other, ref))}
                onClick={() => show(ref, at)}
              >
                <strong>{id}</strong>
                <span>{at ? `${at.level} ${at.x.toFixed(1)}, ${at.y.toFixed(1)}` : '–'}</span>
                {status === 'retired' ? <em>{word('status.retired')}</em> : null}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function passes(filter: Filter, beacon: Beacon, level: string, health: HealthKind): boolean {
  if (filter === 'all') return true;
  if (filter === 'here') return beacon.at?.level === level;
  if (filter === 'active' || filter === 'retired') return beacon.status === filter;
  return beacon.status === 'active' && health === filter;
}

function show(ref: Ref, at: Beacon['at']): void {
  select([ref]);
  if (!at) return;
  showLevel(at.level);
  currentPlan()?.show({ minX: at.x - AROUND, maxX: at.x + AROUND, minY: at.y - AROUND, maxY: at.y + AROUND });
}
