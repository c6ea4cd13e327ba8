import type { Position } from '@daoyin/positioning';
import type { Moment } from './useReplay';

const metres = (value: number | undefined) => (value === undefined ? '–' : `${value.toFixed(2)} m`);
const percent = (value: number | undefined) => (value === undefined ? '–' : `${(100 * value).toFixed(1)} %`);

/** Figures of the moment and of the walk so far, the samples about the dot, and the beacons that fit worst. */
export function ReadOut({ moment }: { readonly moment: Moment }) {
  const { position, truth, error, debug, score } = moment;
  const rows: readonly (readonly [string, string])[] = [
    ['time', `${(moment.atMs / 1000).toFixed(1)} s`],
    [
      'position',
      position ? `${position.x.toFixed(1)}, ${position.y.toFixed(1)} · ${position.level}` : 'not yet',
    ],
    ['truth', truth ? `${truth.x.toFixed(1)}, ${truth.y.toFixed(1)} · ${truth.level}` : '–'],
    ['error now', metres(error)],
    ['accuracy95', metres(position?.accuracy95)],
    ['median', metres(score.error?.median)],
    ['95 %', metres(score.error?.p95)],
    ['covered', percent(score.coverage95)],
    ['level right', percent(score.levelAccuracy)],
  ];
  return (
    <aside>
      <dl data-testid="figures">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd data-testid={term.replaceAll(' ', '-')}>{value}</dd>
          </div>
        ))}
      </dl>
      <Samples moment={moment} />
      <Residuals residuals={debug?.residuals ?? []} />
      {debug?.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </aside>
  );
}

const HALF_METRES = 6;

function Samples({ moment: { position, truth, debug } }: { readonly moment: Moment }) {
  if (position === undefined || debug === undefined || debug.points.length === 0) return null;
  const heaviest = Math.max(...debug.points.map(({ weight }) => weight));
  const box = `${-HALF_METRES} ${-HALF_METRES} ${2 * HALF_METRES} ${2 * HALF_METRES}`;
  const from = ({ x, y }: { readonly x: number; readonly y: number }, { x: x0, y: y0 }: Position) => ({
    x: x - x0,
    y: y0 - y,
  });
  const shown = debug.points.map((point, id) => ({
    id,
    ...from(point, position),
    opacity: point.weight / heaviest,
  }));
  const measured = truth && from(truth, position);
  return (
    <svg
      className="replay-samples"
      viewBox={box}
      role="img"
      aria-label="samples within 6 m of the dot, and the truth"
    >
      {shown.map(({ id, x, y, opacity }) => (
        <circle key={id} cx={x} cy={y} r={0.12} opacity={Math.max(0.08, opacity)} />
      ))}
      <circle className="replay-ring" r={position.accuracy95} />
      {measured ? (
        <path className="replay-truth" d={`M${measured.x - 0.3} ${measured.y}h0.6m-0.3-0.3v0.6`} />
      ) : null}
    </svg>
  );
}

function Residuals({
  residuals,
}: {
  readonly residuals: readonly { readonly beaconId: string; readonly residualDb: number }[];
}) {
  const worst = residuals.toSorted((a, b) => Math.abs(b.residualDb) - Math.abs(a.residualDb)).slice(0, 8);
  if (worst.length === 0) return null;
  return (
    <table>
      <caption>residual, dB</caption>
      <tbody>
        {worst.map(({ beaconId, residualDb }) => (
          <tr key={beaconId}>
            <th scope="row">{beaconId}</th>
            <td>{residualDb.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
