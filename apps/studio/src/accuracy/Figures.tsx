import { useStudio } from '../store/studio';
import type { Measure } from './messages';
import { cssColour, STOPS } from './scale';
import { useAccuracy } from './store';
import { useAccuracyWords } from './words';

/** What the level comes to, and the colours of the map. */
export function Figures() {
  const word = useAccuracyWords();
  const { measure, figures, building, tookMs } = useAccuracy();
  const level = useStudio((state) => state.level);
  const value = (number: number): string => {
    if (measure === 'audible') return word('unit.count', { value: number.toFixed(1) });
    if (measure === 'level') return `${(100 * number).toFixed(1)} %`;
    return word('unit.m', { value: number.toFixed(2) });
  };
  return (
    <section aria-live="polite">
      {building ? (
        <>
          <p>{word('building', building)}</p>
          <progress max={building.of} value={building.done} />
        </>
      ) : null}
      {figures && !building ? (
        <>
          <h3>{word('figures.level', { level })}</h3>
          <dl className="figures">
            <dt>{word('median')}</dt>
            <dd>{value(figures.median)}</dd>
            <dt>{word('worst5.error')}</dt>
            <dd>{value(figures.worst5)}</dd>
            <dt>{word('worst.error')}</dt>
            <dd>{value(figures.worst)}</dd>
          </dl>
        </>
      ) : null}
      <Legend measure={measure} />
      {measure === 'error' ? <p className="soft">{word('bound')}</p> : null}
      {tookMs !== undefined ? <p className="soft">{word('took', { ms: Math.round(tookMs) })}</p> : null}
    </section>
  );
}

function Legend({ measure }: { readonly measure: Measure }) {
  const text = (stop: number): string => {
    if (measure === 'level') return `${Math.round(1000 * stop) / 10} %`;
    return measure === 'audible' ? String(stop) : `${stop} m`;
  };
  return (
    <ol className="legend">
      {STOPS[measure].map((stop) => (
        <li key={stop}>
          <span style={{ background: cssColour(measure, stop) }} />
          {text(stop)}
        </li>
      ))}
    </ol>
  );
}
