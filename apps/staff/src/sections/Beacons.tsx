import type { BeaconHealthView } from '@daoyin/protocol';
import { SwitchRow, useHall, useSay } from '@daoyin/ui';
import { useMemo, useState } from 'react';
import { Table, timeOf } from '../parts';
import { useList } from '../useList';
import { useStaffWords } from '../words';
import { Suspicions } from './Suspicions';

interface Receiver {
  readonly id: string;
  readonly seenAtMs: number;
  readonly online: boolean;
  readonly sent: number;
  readonly waiting: number;
  readonly lost: number;
}

const HOUR_MS = 3_600_000;
/** Rows that are shown before all are asked for. */
const FIRST_ROWS = 60;

/** How each beacon of the register was last heard, and by which receivers. */
export function Beacons() {
  const { language } = useSay();
  const word = useStaffWords();
  const hall = useHall();
  const health = useList<BeaconHealthView>('/api/beacons/health', 30_000);
  const receivers = useList<Receiver>('/api/receivers', 30_000);
  const [silentOnly, setSilentOnly] = useState(false);
  const [all, setAll] = useState(false);
  const heard = useMemo(() => new Map(health.rows?.map((row) => [row.beaconId, row])), [health.rows]);
  if (hall.kind !== 'ready' || health.rows === undefined) return <p role="status">{word('loading')}</p>;
  const active = hall.hall.register.beacons.filter(({ status }) => status === 'active');
  const since = Date.now() - HOUR_MS;
  const isSilent = (id: string) => (heard.get(id)?.lastHeardMs ?? 0) < since;
  const silent = active.filter(({ id }) => isSilent(id)).length;
  const wanted = silentOnly ? active.filter(({ id }) => isSilent(id)) : active;
  const shown = all ? wanted : wanted.slice(0, FIRST_ROWS);
  return (
    <>
      <h1>{word('beacons.title')}</h1>
      <Suspicions hall={hall.hall} />
      <h2>{word('beacons.heard-by-receivers')}</h2>
      <p>{word('beacons.counts', { heard: active.length - silent, silent })}</p>
      <SwitchRow icon="warning" name={word('beacons.only-silent')} on={silentOnly} onChange={setSilentOnly} />
      <Table
        caption={word('beacons.title')}
        heads={(['id', 'heard', 'level', 'interval', 'battery', 'by'] as const).map((head) =>
          word(`beacons.${head}`),
        )}
      >
        {shown.map(({ id }) => {
          const row = heard.get(id);
          return (
            <tr key={id} data-silent={isSilent(id)}>
              <th scope="row">{id}</th>
              <td>{row === undefined ? word('beacons.never') : timeOf(row.lastHeardMs, language)}</td>
              <td>{row === undefined ? '–' : `${row.rssiDbm} dBm`}</td>
              <td>{row?.intervalMs == null ? '–' : `${row.intervalMs} ms`}</td>
              <td>{row?.batteryMv == null ? '–' : `${(row.batteryMv / 1000).toFixed(2)} V`}</td>
              <td>{row?.receivers.map(({ receiver }) => receiver).join(', ') ?? '–'}</td>
            </tr>
          );
        })}
      </Table>
      {shown.length < wanted.length ? (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {word('beacons.all', { count: wanted.length })}
        </button>
      ) : null}
      <h2>{word('beacons.receivers')}</h2>
      {receivers.rows?.length === 0 ? <p>{word('empty')}</p> : null}
      <ul className="cards">
        {receivers.rows?.map(({ id, online, seenAtMs }) => (
          <li key={id} className="card">
            <h3>{id}</h3>
            <p>
              {word(online ? 'beacons.online' : 'beacons.offline')} · {timeOf(seenAtMs, language)}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
