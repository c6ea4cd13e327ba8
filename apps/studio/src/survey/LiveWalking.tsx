import { writeZip } from '@daoyin/venue';
import { useState } from 'react';
import { save } from '../exchange/save';
import { useStudio } from '../store/studio';
import type { Ears } from './listen';
import type { LiveState } from './messages';
import { beginWalk, discardWalk, finishWalk, SESSION, standAt, useSurvey } from './store';
import { useSurveyWords } from './words';

/** A walk while it is walked: begun, led from stop to stop, ended; and those that were walked here, to be kept. */
export function LiveWalking() {
  const word = useSurveyWords();
  const live = useSurvey((state) => state.live);
  const recorded = useSurvey((state) => state.recorded);
  return (
    <section>
      <h3>{word('live.title')}</h3>
      {live ? <Walking live={live} /> : <Begin />}
      {recorded.length > 0 && !live ? (
        <>
          <p className="soft">{word('live.saved')}</p>
          <button type="button" className="panel-button" onClick={keep}>
            {word('live.save')}
          </button>
        </>
      ) : null}
    </section>
  );
}

/** The walks as folders of a zip, as `daoyin calibrate` and this panel read them. */
function keep(): void {
  const { recorded } = useSurvey.getState();
  const files = recorded.flatMap(({ name, readings, truth }): [string, string][] => [
    [`${name}/readings.jsonl`, readings],
    [`${name}/truth.jsonl`, truth],
  ]);
  save('survey.zip', 'application/zip', writeZip(new Map(files)) as Uint8Array<ArrayBuffer>);
}

function Begin() {
  const word = useSurveyWords();
  const [ears, setEars] = useState<Ears>('receiver');
  const walks = useSurvey((state) => state.walks.length);
  const isBusy = useSurvey((state) => state.busy !== undefined);
  const isReady = useSurvey((state) => state.errors !== undefined);
  return (
    <>
      <p>{word('live.intro')}</p>
      <fieldset>
        {(['receiver', 'bluetooth'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="survey-ears" checked={ears === one} onChange={() => setEars(one)} />
            {word(`live.${one}`)}
          </label>
        ))}
      </fieldset>
      {ears === 'receiver' ? (
        <p className="soft">
          {word('live.command')}
          <br />
          <code>daoyin receive --session {SESSION}</code>
        </p>
      ) : null}
      <button
        type="button"
        className="panel-button strong"
        disabled={isBusy || !isReady}
        onClick={() => beginWalk(ears, word('live.name', { number: walks + 1 }))}
      >
        {word('live.begin')}
      </button>
      {isReady ? null : <p role="status">{word('live.preparing')}</p>}
    </>
  );
}

function Walking({ live }: { readonly live: LiveState }) {
  const word = useSurveyWords();
  const ears = useSurvey((state) => state.ears);
  const level = useStudio((state) => state.level);
  const { next, stands, seconds, readings, beacons, measured } = live;
  const stop = next?.path.at(-1);
  const isReady = stop?.level === level && stands.length > 0;
  return (
    <>
      <p role="status">
        {ears === undefined || (ears === 'listening' && readings === 0)
          ? word('ears.silent')
          : word(`ears.${ears}`)}
      </p>
      <p>{word('live.heard', { stands: stands.length, seconds: Math.round(seconds), readings, beacons })}</p>
      {measured ? (
        <p>
          {word('live.measured', {
            reached: measured.reached.toFixed(2),
            predicted: measured.predicted.toFixed(2),
            seconds: measured.seconds,
          })}
        </p>
      ) : null}
      {stands.length === 0 ? <p role="alert">{word('live.first')}</p> : null}
      {isReady ? (
        <button type="button" className="panel-button strong" onClick={() => standAt(stop)}>
          {word('live.stand', { metres: Math.round(next!.metres) })}
        </button>
      ) : null}
      {next && isReady ? (
        <p className="soft">{word('live.gain', { gain: (100 * next.gain).toFixed(1) })}</p>
      ) : null}
      {stands.length > 0 && !next ? <p>{word('live.none')}</p> : null}
      <p className="soft">{word('live.tap')}</p>
      <div className="ask">
        <button type="button" className="panel-button" onClick={finishWalk}>
          {word('live.finish')}
        </button>
        <button type="button" className="panel-button" onClick={discardWalk}>
          {word('live.discard')}
        </button>
      </div>
    </>
  );
}
