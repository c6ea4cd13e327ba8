import { scaleAndTurn, scaleOf } from '@daoyin/geometry';
import { useEffect, useState } from 'react';
import { NumberField } from '../parts/NumberField';
import { useStudio } from '../store/studio';
import {
  addLength,
  fitOf,
  open,
  remove,
  removeTie,
  setAskew,
  setTie,
  straighten,
  type Underlay,
  useTracing,
} from './store';
import { useTracingWords } from './words';
import '../parts/panel.css';
import './tracing.css';

/** A picture to trace over, and what tells where it lies. */
export function TracingPanel() {
  const word = useTracingWords();
  const level = useStudio((state) => state.level);
  const { underlays, refusal, isOpening } = useTracing();
  const [page, setPage] = useState(1);
  useEffect(() => leaveTool, []);
  const underlay = underlays[level];
  const refused = refusal && {
    ...refusal,
    ...('megabytes' in refusal && { megabytes: Math.round(refusal.megabytes) }),
    ...('megapixels' in refusal && { megapixels: Math.round(refusal.megapixels) }),
  };
  return (
    <div className="panel-body tracing">
      <p>{word('intro', { level })}</p>
      <label className="panel-button strong file">
        <span>{word('choose')}</span>
        <input
          type="file"
          accept="image/png,image/jpeg,application/pdf,.png,.jpg,.jpeg,.pdf"
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file) void open(file, page);
          }}
        />
      </label>
      <label className="field">
        <span>{word('page')}</span>
        <input
          type="number"
          min={1}
          value={page}
          onChange={({ target }) => setPage(Math.max(1, Number(target.value) || 1))}
        />
      </label>
      {isOpening ? <p role="status">{word('opening')}</p> : null}
      {refused ? <p role="alert">{word(refused.kind, refused)}</p> : null}
      {underlay?.image.pages ? (
        <p className="soft">
          {word('opened', {
            name: underlay.image.name,
            page: underlay.image.page ?? 1,
            pages: underlay.image.pages,
          })}
        </p>
      ) : null}
      {underlay ? <Placing underlay={underlay} /> : null}
    </div>
  );
}

/** Whoever leaves the panel has done with placing. */
function leaveTool(): void {
  if (useStudio.getState().tool === 'tracing') useStudio.setState({ tool: 'select' });
}

function Placing({ underlay }: { readonly underlay: Underlay }) {
  const word = useTracingWords();
  const { opacity, step } = useTracing();
  return (
    <>
      <label className="field">
        <span>{word('opacity')}</span>
        <input
          type="range"
          min={0}
          max={1}
          step={0.05}
          value={opacity}
          onChange={({ target }) => useTracing.setState({ opacity: Number(target.value) })}
        />
      </label>
      <fieldset>
        <legend>{word('place')}</legend>
        {(['tie', 'length'] as const).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="tracing-step"
              checked={step === one}
              onChange={() => useTracing.setState({ step: one, pending: undefined, measured: undefined })}
            />
            {word(`step.${one}`)}
          </label>
        ))}
        <button
          type="button"
          className="panel-button"
          onClick={() => useStudio.setState({ tool: 'tracing' })}
        >
          {word('start')}
        </button>
        <p className="soft">{word(`${step}.hint`)}</p>
        {step === 'tie' ? <Ties underlay={underlay} /> : <Lengths underlay={underlay} />}
      </fieldset>
      <Fit underlay={underlay} />
      <button type="button" className="panel-button" onClick={remove}>
        {word('remove')}
      </button>
    </>
  );
}

function Fit({ underlay }: { readonly underlay: Underlay }) {
  const word = useTracingWords();
  const { metresPerPixel, turn } = scaleAndTurn(underlay.placement);
  const rms = fitOf(underlay)?.rms;
  return (
    <p role="status">
      {word('fit', {
        scale: (100 * metresPerPixel).toFixed(2),
        turn: ((turn * 180) / Math.PI).toFixed(1),
        rms: rms === undefined ? '–' : (100 * rms).toFixed(1),
      })}
    </p>
  );
}

function Ties({ underlay }: { readonly underlay: Underlay }) {
  const word = useTracingWords();
  const residuals = fitOf(underlay)?.residuals;
  return (
    <>
      {underlay.ties.map(({ venue }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tie is its place in the list
        <div className="tie" key={i}>
          <p>
            {word('tie', { number: i + 1, residual: residuals ? (100 * residuals[i]!).toFixed(1) : '–' })}
          </p>
          <NumberField label={word('x')} value={venue.x} onTake={(x) => setTie(i, { ...venue, x })} />
          <NumberField label={word('y')} value={venue.y} onTake={(y) => setTie(i, { ...venue, y })} />
          <button type="button" className="panel-button" onClick={() => removeTie(i)}>
            {word('delete', { number: i + 1 })}
          </button>
        </div>
      ))}
      <label>
        <input
          type="checkbox"
          checked={underlay.isAskew}
          onChange={({ target }) => setAskew(target.checked)}
        />
        {word('askew')}
      </label>
    </>
  );
}

function Lengths({ underlay }: { readonly underlay: Underlay }) {
  const word = useTracingWords();
  const measured = useTracing((state) => state.measured);
  const residuals = scaleOf(underlay.lengths)?.residuals ?? [];
  return (
    <>
      {underlay.lengths.map(({ metres }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a length is its place in the list
        <p key={i}>{word('length', { metres, residual: (100 * (residuals[i] ?? 0)).toFixed(1) })}</p>
      ))}
      {measured ? (
        <>
          <NumberField label={word('metres')} value={undefined} onTake={addLength} />
          <button type="button" className="panel-button" onClick={straighten}>
            {word('straighten')}
          </button>
        </>
      ) : null}
    </>
  );
}
