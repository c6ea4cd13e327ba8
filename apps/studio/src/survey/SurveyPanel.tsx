import { median } from '@daoyin/geometry';
import { useEffect, useState } from 'react';
import { useStudio } from '../store/studio';
import { LiveWalking } from './LiveWalking';
import type { MeasuredPlace } from './messages';
import { learn, load, measure, openSurvey, proposeNext, takeLearnt, useSurvey } from './store';
import { useSurveyWords } from './words';
import '../parts/panel.css';
import '../accuracy/accuracy.css';

const MOST_METRES = 1000;

/** A calibration walk from the first step to what is taken over from it. */
export function SurveyPanel() {
  const word = useSurveyWords();
  const { walks, hasNoWalks, busy, live } = useSurvey();
  useEffect(openSurvey, []);
  return (
    <div className="panel-body accuracy">
      <LiveWalking />
      <Coverage />
      {live ? null : (
        <>
          <label className="panel-button file">
            <span>{word('load')}</span>
            <input
              type="file"
              multiple
              ref={(input) => input?.setAttribute('webkitdirectory', '')}
              onChange={({ target }) => {
                if (target.files) void load([...target.files]);
                target.value = '';
              }}
            />
          </label>
          {hasNoWalks ? <p role="alert">{word(walks.length === 1 ? 'need-two' : 'load.none')}</p> : null}
          {walks.map(({ name, seconds, badLines }) => (
            <p key={name} className="soft">
              {word(badLines > 0 ? 'walk.bad' : 'walk', {
                name,
                seconds: Math.round(seconds),
                bad: badLines,
              })}
            </p>
          ))}
          {busy ? (
            <div role="status">
              <p>{word('busy', busy)}</p>
              <progress max={busy.of} value={busy.done} />
            </div>
          ) : null}
          <Next />
          {walks.length > 0 ? <Measured /> : null}
          {walks.length > 1 ? <Learn /> : null}
        </>
      )}
    </div>
  );
}

/** What the walks have covered so far, the one in progress too. */
function Coverage() {
  const word = useSurveyWords();
  const errors = useSurvey((state) => state.errors);
  if (!errors) return null;
  const { unsurveyed, surveyed } = errors;
  return (
    <>
      <p role="status">
        {word('error', { unsurveyed: unsurveyed.toFixed(3), surveyed: surveyed.toFixed(3) })}
      </p>
      <p className="soft">{word('legend')}</p>
    </>
  );
}

function Next() {
  const word = useSurveyWords();
  const next = useSurvey((state) => state.next);
  const isBusy = useSurvey((state) => state.busy !== undefined);
  const [metres, setMetres] = useState(200);
  return (
    <section>
      <h3>{word('next.title')}</h3>
      <div className="ask">
        <input
          type="number"
          min={20}
          max={MOST_METRES}
          step={20}
          value={metres}
          aria-label={word('metres')}
          onChange={({ target }) => setMetres(Math.min(MOST_METRES, Math.max(1, Number(target.value) || 1)))}
        />
        <button type="button" className="panel-button" disabled={isBusy} onClick={() => proposeNext(metres)}>
          {word('next')}
        </button>
      </div>
      {next ? (
        <p role="status">
          {next.metres > 0
            ? word('next.gain', { metres: Math.round(next.metres), gain: (100 * next.gain).toFixed(1) })
            : word('next.none')}
        </p>
      ) : null}
    </section>
  );
}

function Measured() {
  const word = useSurveyWords();
  const places = useSurvey((state) => state.measured);
  const isBusy = useSurvey((state) => state.busy !== undefined);
  return (
    <section>
      <h3>{word('measure.title')}</h3>
      <button type="button" className="panel-button" disabled={isBusy} onClick={measure}>
        {word('measure')}
      </button>
      {places && places.length > 0 ? (
        <>
          <p role="status">{word('measured', summaryOf(places))}</p>
          <p className="soft">{word('measured.legend')}</p>
        </>
      ) : null}
    </section>
  );
}

function summaryOf(places: readonly MeasuredPlace[]) {
  const logs = places.map(({ predicted, reached }) => [Math.log(predicted), Math.log(reached)] as const);
  const mean = (of: (pair: readonly [number, number]) => number) =>
    logs.reduce((sum, pair) => sum + of(pair), 0) / logs.length;
  const [a, b] = [mean(([p]) => p), mean(([, r]) => r)];
  const spread = Math.sqrt(mean(([p]) => (p - a) ** 2) * mean(([, r]) => (r - b) ** 2));
  const correlation = spread > 0 ? mean(([p, r]) => (p - a) * (r - b)) / spread : 0;
  return {
    count: places.length,
    predicted: median(places.map(({ predicted }) => predicted)).toFixed(2),
    reached: median(places.map(({ reached }) => reached)).toFixed(2),
    ratio: Math.exp(b - a).toFixed(2),
    correlation: correlation.toFixed(2),
  };
}

function Learn() {
  const word = useSurveyWords();
  const readOnly = useStudio((state) => state.readOnly);
  const learnt = useSurvey((state) => state.learnt);
  const isBusy = useSurvey((state) => state.busy !== undefined);
  const [isTaken, setTaken] = useState(false);
  const verdict = learnt?.verdict;
  const centimetres = (metres: number) => (100 * metres).toFixed(1);
  return (
    <section>
      <h3>{word('learn.title')}</h3>
      <button
        type="button"
        className="panel-button"
        disabled={isBusy}
        onClick={() => {
          setTaken(false);
          learn();
        }}
      >
        {word('learn')}
      </button>
      {learnt && !verdict ? <p role="alert">{word('too-short')}</p> : null}
      {learnt && verdict ? (
        <>
          <p role="status">
            {word('verdict', {
              name: learnt.heldOut,
              m0: verdict.before.median.toFixed(2),
              m1: verdict.after.median.toFixed(2),
              p0: verdict.before.p95.toFixed(2),
              p1: verdict.after.p95.toFixed(2),
            })}
          </p>
          <p>
            {word(verdict.isBetter ? 'better' : 'worse', {
              gain: centimetres(verdict.gain),
              atLeast: centimetres(verdict.atLeast),
            })}
          </p>
          <button
            type="button"
            className="panel-button strong"
            disabled={readOnly || !verdict.isBetter || isTaken}
            onClick={() => setTaken(takeLearnt())}
          >
            {word('take')}
          </button>
          {isTaken ? <p role="status">{word('taken')}</p> : null}
        </>
      ) : null}
    </section>
  );
}
