import { type KnownLength, missedBy, missOf, scaleAndTurn } from '@daoyin/geometry';
import { useEffect } from 'react';
import { Choice } from '../parts/Choice';
import { NumberField } from '../parts/NumberField';
import { useStudio } from '../store/studio';
import {
  addLength,
  fitOf,
  open,
  remove,
  removeLength,
  removeTie,
  setAskew,
  setLength,
  setTie,
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
            if (file) void open(file);
          }}
        />
      </label>
      {isOpening ? <p role="status">{word('opening')}</p> : null}
      {refused ? <p role="alert">{word(refused.kind, refused)}</p> : null}
      {underlay ? <Opened underlay={underlay} /> : null}
      {underlay ? <Placing underlay={underlay} /> : null}
    </div>
  );
}

/** What is open; of a PDF another page can be chosen. */
function Opened({ underlay }: { readonly underlay: Underlay }) {
  const word = useTracingWords();
  const { file, name, page = 1, pages = 1 } = underlay.image;
  if (pages === 1) return <p className="soft">{name}</p>;
  return (
    <>
      <p className="soft">{word('opened', { name, page, pages })}</p>
      <Choice
        label={word('page')}
        value={String(page)}
        of={Array.from({ length: pages }, (_, i) => String(i + 1))}
        onTake={(other) => void open(file, Number(other))}
      />
    </>
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
      {word(rms === undefined ? 'fit.free' : 'fit', {
        scale: (100 * metresPerPixel).toFixed(2),
        turn: ((turn * 180) / Math.PI).toFixed(1),
        rms: (100 * (rms ?? 0)).toFixed(1),
      })}
    </p>
  );
}

function Ties({ underlay }: { readonly underlay: Underlay }) {
  const word = useTracingWords();
  const { ties, placement, isAskew } = underlay;
  return (
    <>
      {ties.map((tie, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a tie is its place in the list
        <div className="tie" key={i}>
          <p>{word('tie', { number: i + 1, residual: (100 * missOf(placement, tie)).toFixed(1) })}</p>
          <NumberField label={word('x')} value={tie.venue.x} onTake={(x) => setTie(i, { ...tie.venue, x })} />
          <NumberField label={word('y')} value={tie.venue.y} onTake={(y) => setTie(i, { ...tie.venue, y })} />
          <button type="button" className="panel-button" onClick={() => removeTie(i)}>
            {word('delete', { number: i + 1 })}
          </button>
        </div>
      ))}
      <label>
        <input type="checkbox" checked={isAskew} onChange={({ target }) => setAskew(target.checked)} />
        {word('askew')}
      </label>
    </>
  );
}

function Lengths({ underlay }: { readonly underlay: Underlay }) {
  const word = useTracingWords();
  const measured = useTracing((state) => state.measured);
  const { lengths, placement } = underlay;
  return (
    <>
      {lengths.map((length, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a length is its place in the list
        <Length key={i} number={i} length={length} missed={missedBy(placement, length)} />
      ))}
      {measured ? <NumberField label={word('metres')} value={undefined} onTake={addLength} /> : null}
      {lengths.length > 0 ? <p className="soft">{word('length.place')}</p> : null}
    </>
  );
}

const DIRECTIONS = ['east', 'north', 'west', 'south'] as const;
const QUARTER = Math.PI / 2;

function Length({
  number,
  length: { metres, direction },
  missed,
}: {
  readonly number: number;
  readonly length: KnownLength;
  readonly missed: number;
}) {
  const word = useTracingWords();
  const known = direction === undefined ? undefined : DIRECTIONS[Math.round(direction / QUARTER)];
  const residual = `${missed < 0 ? '−' : '+'}${Math.abs(100 * missed).toFixed(1)}`;
  return (
    <div className="tie">
      <p>{word('length', { number: number + 1, residual })}</p>
      <NumberField label={word('metres')} value={metres} onTake={(metres) => setLength(number, { metres })} />
      <Choice
        label={word('direction')}
        value={known ?? 'unknown'}
        of={['unknown', ...DIRECTIONS] as const}
        nameOf={(one) => word(`direction.${one}`)}
        onTake={(one) =>
          setLength(number, {
            direction: one === 'unknown' ? undefined : DIRECTIONS.indexOf(one) * QUARTER,
          })
        }
      />
      <button type="button" className="panel-button" onClick={() => removeLength(number)}>
        {word('length.delete', { number: number + 1 })}
      </button>
    </div>
  );
}
