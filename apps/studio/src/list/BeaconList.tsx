import type { Beacon } from '@daoyin/venue';
import { useMemo, useState } from 'react';
import { HEALTH_KINDS, healthOf, useHealth } from '../health/health';
import { acceptPlaces } from '../health/mend';
import { useHealthWords } from '../health/words';
import { layerIsOn, switchLayer } from '../layers/switched';
import { runOperation } from '../operations/registry';
import { perform, type Ref, useDocument, useStudio } from '../store/studio';
import { beaconRows, FILTERS, type Filter, isHealthKind, SORTS, type Sort } from './beacon-rows';
import { Rows } from './Rows';
import { useListWords } from './words';

/** All beacons, filtered and sorted: what is chosen here is edited in the details by numbers, without any dragging. */
export function BeaconList({ text }: { readonly text: string }) {
  const word = useListWords();
  const ofHealth = useHealthWords();
  const { register } = useDocument();
  const health = useHealth();
  const level = useStudio((state) => state.level);
  const readOnly = useStudio((state) => state.readOnly);
  const [filter, setFilter] = useState<Filter>('all');
  const [sort, setSort] = useState<Sort>('id');
  const found = useMemo(
    () => beaconRows(register.beacons, { text, filter, sort, level }, health),
    [register, text, filter, sort, level, health],
  );
  return (
    <>
      <div className="field-pair">
        <label className="field">
          <span>{word('filter')}</span>
          <select value={filter} onChange={(event) => setFilter(event.target.value as Filter)}>
            {FILTERS.map((one) => (
              <option key={one} value={one}>
                {isHealthKind(one) ? ofHealth(one) : word(`filter.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span>{word('sort')}</span>
          <select value={sort} onChange={(event) => setSort(event.target.value as Sort)}>
            {SORTS.map((one) => (
              <option key={one} value={one}>
                {word(`sort.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <HealthChips onChoose={(kind) => setFilter(filter === kind ? 'all' : kind)} chosen={filter} />
      {readOnly ? null : (
        <div className="operations">
          <button type="button" className="operation" onClick={() => runOperation('add-beacon')}>
            {word('add')}
          </button>
          {filter === 'moved' ? <AcceptAll beacons={found} /> : null}
        </div>
      )}
      <Rows
        rows={found.map(({ id, at, status }) => ({
          ref: { collection: 'beacons', key: id } satisfies Ref,
          name: id,
          where: at ? `${at.level} ${at.x.toFixed(1)}, ${at.y.toFixed(1)}` : '–',
          note: status === 'retired' ? word('retired') : '',
        }))}
        badge={({ key }) => <Worst beacon={register.beacons.find(({ id }) => id === key)} />}
      />
    </>
  );
}

function HealthChips({
  chosen,
  onChoose,
}: {
  readonly chosen: Filter;
  readonly onChoose: (filter: Filter) => void;
}) {
  const word = useHealthWords();
  const health = useHealth();
  const { beacons } = useDocument().register;
  useStudio((state) => state.layers);
  const counts = useMemo(() => {
    const all = beacons.flatMap((beacon) => healthOf(beacon, health));
    return HEALTH_KINDS.map((kind) => ({ kind, count: all.filter((one) => one === kind).length }));
  }, [beacons, health]);
  return (
    <div className="chips">
      <label className="confirm">
        <input
          type="checkbox"
          checked={layerIsOn('health')}
          onChange={(event) => switchLayer('health', event.target.checked)}
        />
        {word('layer')}
      </label>
      {counts
        .filter(({ count }) => count > 0)
        .map(({ kind, count }) => (
          <button
            type="button"
            key={kind}
            className="chip"
            aria-pressed={chosen === kind}
            onClick={() => onChoose(kind)}
          >
            {word(kind)} {count}
          </button>
        ))}
    </div>
  );
}

function AcceptAll({ beacons }: { readonly beacons: readonly Beacon[] }) {
  const word = useHealthWords();
  const { verdicts } = useHealth();
  const ids = beacons.map(({ id }) => id).filter((id) => verdicts.get(id)?.place !== undefined);
  return (
    <button
      type="button"
      className="operation operation-strong"
      disabled={ids.length === 0}
      onClick={() => perform(acceptPlaces(ids, verdicts), 'beacon.accept')}
    >
      {word('accept.places', { count: ids.length })}
    </button>
  );
}

function Worst({ beacon }: { readonly beacon: Beacon | undefined }) {
  const word = useHealthWords();
  const health = useHealth();
  const [kind] = beacon ? healthOf(beacon, health) : [];
  const view = beacon && health.byId.get(beacon.id);
  if (kind === undefined || kind === 'never') return null;
  return (
    <em className={`health health-${kind}`}>
      {word(kind)}
      {view ? ` ${view.rssiDbm} dBm` : ''}
      {view?.batteryMv ? ` ${(view.batteryMv / 1000).toFixed(2)} V` : ''}
    </em>
  );
}
