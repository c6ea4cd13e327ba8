import { spreadOf } from '@daoyin/traces';
import { useSay } from '@daoyin/ui';
import type { Moment } from './moments';

const ROWS = 8;

/** Figures of the moment and of the walk so far, notes and drops, the beacons heard and those that fit worst. */
export function ReadOut({ moments }: { readonly moments: readonly Moment[] }) {
  const { say } = useSay();
  const now = moments.at(-1);
  if (now === undefined) return null;
  const known = moments.filter(({ error }) => error !== undefined);
  const spread = spreadOf(known.map(({ error }) => error!));
  const share = (holds: (one: Moment) => boolean): string =>
    known.length === 0 ? '–' : `${Math.round((100 * known.filter(holds).length) / known.length)} %`;
  const metres = (value: number | undefined): string =>
    value === undefined ? '–' : say('replay.metres', { value: value.toFixed(2) });
  const covered = ({ error, position }: Moment): boolean => error! <= position!.accuracy95;
  return (
    <aside className="replay-read-out">
      <dl className="replay-figures">
        <Figure name={say('replay.error-now')} value={metres(now.error)} />
        <Figure name={say('replay.ring')} value={metres(now.position?.accuracy95)} />
        <Figure name={say('replay.error-median')} value={metres(spread?.median)} />
        <Figure name={say('replay.error-95')} value={metres(spread?.p95)} />
        <Figure name={say('replay.coverage')} value={share(covered)} />
        <Figure
          name={say('replay.level-right')}
          value={share((one) => one.position!.level === one.truth!.level)}
        />
      </dl>
      <ul className="replay-notes" data-testid="notes">
        {now.debug.notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
        <li>{now.counters}</li>
      </ul>
      <div className="replay-tables">
        <Levels
          caption={say('replay.heard', { count: now.heard.length })}
          unit="dBm"
          rows={now.heard.map(({ beaconId, rssiDbm }) => [beaconId, rssiDbm])}
        />
        <Levels
          caption={say('replay.residuals')}
          unit="dB"
          rows={now.debug.residuals
            .toSorted((a, b) => Math.abs(b.residualDb) - Math.abs(a.residualDb))
            .map(({ beaconId, residualDb }) => [beaconId, residualDb])}
        />
      </div>
    </aside>
  );
}

function Levels({
  caption,
  unit,
  rows,
}: {
  readonly caption: string;
  readonly unit: string;
  readonly rows: readonly (readonly [beaconId: string, value: number])[];
}) {
  return (
    <table>
      <caption>{caption}</caption>
      <tbody>
        {rows.slice(0, ROWS).map(([beaconId, value]) => (
          <tr key={beaconId}>
            <th scope="row">{beaconId}</th>
            <td>{`${value.toFixed(1)} ${unit}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
