import type { Listening } from '@daoyin/positioning';
import { useEffect } from 'react';
import { currentPlan } from '../canvas/PlanCanvas';
import { showLevel, useStudio } from '../store/studio';
import { Figures } from './Figures';
import type { Measure, Sparse } from './messages';
import { SearchBox } from './SearchBox';
import { followDocument, setView, useAccuracy } from './store';
import { useAccuracyWords } from './words';
import '../parts/panel.css';
import './accuracy.css';

const MEASURES: readonly Measure[] = ['error', 'audible', 'level', 'loss'];
const LISTENINGS: readonly Listening[] = ['steps', 'walking', 'second'];

/** How good positioning will be with the beacons as they hang, where it is worst, and what would help. */
export function AccuracyPanel() {
  const word = useAccuracyWords();
  const measure = useAccuracy((state) => state.measure);
  const listening = useAccuracy((state) => state.listening);
  useEffect(followDocument, []);
  return (
    <div className="panel-body accuracy">
      <label className="field">
        <span>{word('show')}</span>
        <select value={measure} onChange={({ target }) => setView({ measure: target.value as Measure })}>
          {MEASURES.map((one) => (
            <option key={one} value={one}>
              {word(`measure.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{word('listening')}</span>
        <select
          value={listening}
          onChange={({ target }) => setView({ listening: target.value as Listening })}
        >
          {LISTENINGS.map((one) => (
            <option key={one} value={one}>
              {word(`listening.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <Figures />
      <SearchBox />
      <SparseAreas />
    </div>
  );
}

const AROUND = 10; // metres around what is shown

function SparseAreas() {
  const word = useAccuracyWords();
  const areas = useAccuracy((state) => state.sparse);
  const level = useStudio((state) => state.level);
  if (!areas) return null;
  const show = ({ x, y, level: on }: Sparse) => {
    if (on !== level) showLevel(on);
    currentPlan()?.show({ minX: x - AROUND, maxX: x + AROUND, minY: y - AROUND, maxY: y + AROUND });
  };
  return (
    <section>
      <h3>{word('sparse.title')}</h3>
      {areas.length === 0 ? <p>{word('sparse.none')}</p> : null}
      <div className="rows">
        {areas.map((area) => (
          <button
            type="button"
            className="row"
            key={`${area.level}/${area.x}/${area.y}`}
            onClick={() => show(area)}
          >
            {word('sparse.row', {
              level: area.level,
              area: Math.round(area.area),
              audible: area.audible.toFixed(1),
            })}
          </button>
        ))}
      </div>
    </section>
  );
}
