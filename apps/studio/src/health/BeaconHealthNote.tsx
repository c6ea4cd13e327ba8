import type { BeaconHealthView, BeaconVerdictView } from '@daoyin/protocol';
import { useSay } from '@daoyin/ui';
import type { Beacon } from '@daoyin/venue';
import { runOperation } from '../operations/registry';
import { perform, useStudio } from '../store/studio';
import { localDay } from './day';
import { healthOf, suspicionOf, useHealth } from './health';
import { acceptPlaces, acceptPower, markInstalled } from './mend';
import { useHealthWords } from './words';
import './health.css';

const MONTH_MS = 30.44 * 86_400_000;

/** How one beacon is: when, how strong and how often it was heard, battery, age; what walks tell against it, and what mends that. */
export function BeaconHealthNote({ beacon }: { readonly beacon: Beacon }) {
  const word = useHealthWords();
  const health = useHealth();
  const kinds = healthOf(beacon, health);
  const suspicion = suspicionOf(beacon, health.verdicts);
  return (
    <section className="health-note">
      <p className="health-kinds">
        {kinds.map((kind) => (
          <strong key={kind} className={`health health-${kind}`}>
            {word(kind)}
          </strong>
        ))}
      </p>
      {suspicion ? <Suspicion beacon={beacon} verdict={suspicion} /> : null}
      <Figures beacon={beacon} view={health.byId.get(beacon.id)} verdict={suspicion} />
    </section>
  );
}

function Suspicion({ beacon, verdict }: { readonly beacon: Beacon; readonly verdict: BeaconVerdictView }) {
  const word = useHealthWords();
  const { language } = useSay();
  const readOnly = useStudio((state) => state.readOnly);
  const { state, place, probability, sinceMs } = verdict;
  const { id, at } = beacon;
  const verdicts = useHealth(({ verdicts: all }) => all);
  const metres = place && at ? Math.hypot(place.x - at.x, place.y - at.y).toFixed(1) : '?';
  return (
    <div className="suspicion" role="status">
      <p>
        {word(`told.${state}`, {
          metres,
          x: place?.x.toFixed(1) ?? '',
          y: place?.y.toFixed(1) ?? '',
          level: place?.level ?? '',
          sd: place?.sd.toFixed(1) ?? '',
          percent: Math.round(100 * probability),
        })}
        {sinceMs === undefined ? '' : ` · ${word('since', { day: dayIn(sinceMs, language) })}`}
      </p>
      {readOnly ? null : (
        <div className="operations">
          {state === 'moved' && place ? (
            <button
              type="button"
              className="operation operation-strong"
              onClick={() => perform(acceptPlaces([id], verdicts), 'beacon.accept')}
            >
              {word('accept.place')}
            </button>
          ) : null}
          {state === 'weak' && verdict.gainDb !== undefined ? (
            <button
              type="button"
              className="operation"
              onClick={() => perform(acceptPower(id, verdicts), 'beacon.accept')}
            >
              {word('accept.power')}
            </button>
          ) : null}
          {state === 'moved' ? null : (
            <button type="button" className="operation" onClick={() => runOperation('replace')}>
              {word('replace')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function Figures({
  beacon,
  view,
  verdict,
}: {
  readonly beacon: Beacon;
  readonly view: BeaconHealthView | undefined;
  readonly verdict: BeaconVerdictView | undefined;
}) {
  const word = useHealthWords();
  const { language } = useSay();
  const readOnly = useStudio((state) => state.readOnly);
  const { atMs } = useHealth();
  const rows: (readonly [string, string])[] = [];
  if (view) {
    rows.push([word('last-heard'), timeIn(view.lastHeardMs, language)]);
    for (const { receiver, rssiDbm } of view.receivers.slice(0, 3))
      rows.push([word('level'), word('level.row', { rssi: rssiDbm, receiver })]);
    if (view.intervalMs !== null)
      rows.push([
        word('interval'),
        word('interval.row', { measured: view.intervalMs, registered: beacon.intervalMs ?? '–' }),
      ]);
    if (view.batteryMv !== null) rows.push([word('battery'), `${(view.batteryMv / 1000).toFixed(2)} V`]);
    if (view.temperatureC !== null) rows.push([word('temperature'), `${view.temperatureC.toFixed(1)} °C`]);
  }
  if (verdict?.gainDb !== undefined)
    rows.push([
      word('gain'),
      word('gain.row', { gain: signed(verdict.gainDb), sd: (verdict.gainSdDb ?? 0).toFixed(1) }),
    ]);
  if (beacon.installedOn !== undefined) {
    const months = Math.max(0, Math.round((atMs - Date.parse(beacon.installedOn)) / MONTH_MS));
    rows.push([word('age'), word('age.row', { day: beacon.installedOn, months })]);
  }
  return (
    <>
      {rows.length === 0 ? null : (
        <dl className="health-figures">
          {rows.map(([name, value], i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several rows of one name are told apart by their place
            <div key={i}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {readOnly || beacon.installedOn !== undefined ? null : (
        <button
          type="button"
          className="operation"
          onClick={() => perform(markInstalled(beacon.id, localDay()), 'beacon.installed')}
        >
          {word('mark.today')}
        </button>
      )}
    </>
  );
}

const signed = (db: number) => `${db > 0 ? '+' : '−'}${Math.abs(db).toFixed(1)}`;
const localeOf = (language: 'zh' | 'en') => (language === 'zh' ? 'zh-CN' : 'en-GB');
const dayIn = (atMs: number, language: 'zh' | 'en') =>
  new Date(atMs).toLocaleDateString(localeOf(language), { dateStyle: 'medium' });
const timeIn = (atMs: number, language: 'zh' | 'en') =>
  new Date(atMs).toLocaleString(localeOf(language), { dateStyle: 'short', timeStyle: 'short' });
