import type { ServiceStep } from '@daoyin/services';
import type { Labels } from '@daoyin/venue';
import { useState } from 'react';
import { TextField } from '../parts/TextField';
import { useDocument, useStudio } from '../store/studio';
import { useHoursReader } from './hours-reader';
import { readNumbers, writeNumbers } from './numbers';
import { type CatalogueKey, useCatalogueWords } from './words';

/** Both languages of a name. */
export function LabelFields({
  of,
  value,
  onTake,
}: {
  readonly of: 'name' | 'duty' | 'business';
  readonly value: Labels | undefined;
  readonly onTake: (labels: Labels) => void;
}) {
  const word = useCatalogueWords();
  const readOnly = useStudio((state) => state.readOnly);
  return (
    <>
      {(['zh-Hans', 'en'] as const).map((tag) => (
        <TextField
          key={tag}
          label={word(`${of}.${tag === 'en' ? 'en' : 'zh'}`)}
          value={value?.[tag] ?? ''}
          disabled={readOnly}
          onTake={(text) => {
            const { [tag]: _, ...rest } = value ?? {};
            onTake(text.trim() === '' ? rest : { ...rest, [tag]: text.trim() });
          }}
        />
      ))}
    </>
  );
}

/** Windows by number, as one types: what cannot be read is not taken, what the plan does not have is said. */
export function WindowsField({
  value,
  onTake,
}: {
  readonly value: readonly string[];
  readonly onTake: (numbers: readonly string[]) => void;
}) {
  const word = useCatalogueWords();
  const readOnly = useStudio((state) => state.readOnly);
  const { venue } = useDocument();
  const planned = new Set(venue.windows.map(({ number }) => number));
  const unknown = value.filter((number) => !planned.has(number));
  return (
    <>
      <TextField
        label={word('windows.of')}
        value={writeNumbers(value)}
        disabled={readOnly}
        isGood={(text) => readNumbers(text) !== undefined}
        fault={word('windows.bad')}
        onTake={(text) => onTake(readNumbers(text) ?? value)}
      />
      {unknown.length > 0 ? (
        <p role="status" className="fault">
          {word('windows.unknown', { numbers: unknown.slice(0, 8).join(' ') })}
        </p>
      ) : null}
    </>
  );
}

/** Hours in OpenStreetMap's syntax; those that nobody can read are not taken. */
export function HoursField({
  label,
  value,
  onTake,
}: {
  readonly label: CatalogueKey;
  readonly value: string;
  readonly onTake: (hours: string) => void;
}) {
  const word = useCatalogueWords();
  const read = useHoursReader();
  const readOnly = useStudio((state) => state.readOnly);
  return (
    <TextField
      label={word(label)}
      value={value}
      disabled={readOnly || read === 'coming'}
      isGood={(text) => typeof read !== 'function' || read(text.trim()) !== undefined}
      fault={word('hours.bad')}
      onTake={(text) => onTake(text.trim())}
    />
  );
}

/** Steps of an item or a theme: what, where, and after which. */
export function StepFields({
  steps,
  onTake,
}: {
  readonly steps: readonly ServiceStep[];
  readonly onTake: (steps: readonly ServiceStep[]) => void;
}) {
  const word = useCatalogueWords();
  const readOnly = useStudio((state) => state.readOnly);
  const set = (index: number, step: ServiceStep) => onTake(steps.with(index, step));
  return (
    <fieldset className="catalogue-steps">
      <legend>{word('steps')}</legend>
      {steps.map((step, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the list
        <div key={i} className="catalogue-step">
          <strong>{word('step', { n: i + 1 })}</strong>
          <LabelFields of="name" value={step.name} onTake={(name) => set(i, { ...step, name })} />
          <WindowsField value={step.windows} onTake={(windows) => set(i, { ...step, windows })} />
          <TextField
            label={word('step.after')}
            value={(step.after ?? []).map((index) => index + 1).join(', ')}
            disabled={readOnly}
            isGood={(text) => afterOf(text, i) !== undefined}
            onTake={(text) => {
              const { after: _, ...rest } = step;
              set(i, text.trim() === '' ? rest : { ...rest, after: afterOf(text, i)! });
            }}
          />
          <button
            type="button"
            className="operation"
            disabled={readOnly}
            onClick={() => onTake(withoutStep(steps, i))}
          >
            {word('remove')}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="operation"
        disabled={readOnly}
        onClick={() => onTake([...steps, { name: {}, windows: [] }])}
      >
        {word('step.add')}
      </button>
    </fieldset>
  );
}

/** The steps that one needs, by their place from 0; undefined where one of them does not stand before it. */
function afterOf(text: string, index: number): readonly number[] | undefined {
  const after = text
    .split(/[,，、\s]+/)
    .filter(Boolean)
    .map((part) => Number(part) - 1);
  return after.every((one) => Number.isInteger(one) && one >= 0 && one < index) ? after : undefined;
}

/** The steps without one; what needed a later one needs it where it stands now. */
function withoutStep(steps: readonly ServiceStep[], index: number): readonly ServiceStep[] {
  return steps.toSpliced(index, 1).map((step) =>
    step.after
      ? {
          ...step,
          after: step.after.filter((one) => one !== index).map((one) => (one > index ? one - 1 : one)),
        }
      : step,
  );
}

/** One text a line, in each language. */
export function BringFields({
  value,
  onTake,
}: {
  readonly value: readonly Labels[];
  readonly onTake: (bring: readonly Labels[]) => void;
}) {
  const word = useCatalogueWords();
  const readOnly = useStudio((state) => state.readOnly);
  const take = (tag: 'zh-Hans' | 'en', text: string) => {
    const lines = text.split('\n').map((line) => line.trim());
    const count = Math.max(lines.length, tag === 'en' ? value.length : 0);
    const bring = Array.from({ length: count }, (_, i): Labels => {
      const { [tag]: _old, ...rest } = value[i] ?? {};
      return lines[i] ? { ...rest, [tag]: lines[i] } : rest;
    });
    onTake(bring.filter((labels) => Object.keys(labels).length > 0));
  };
  return (
    <>
      {(['zh-Hans', 'en'] as const).map((tag) => (
        <LinesField
          key={tag}
          label={word(tag === 'en' ? 'bring.en' : 'bring.zh')}
          value={value.map((labels) => labels[tag] ?? '').join('\n')}
          disabled={readOnly}
          onTake={(text) => take(tag, text)}
        />
      ))}
    </>
  );
}

function LinesField({
  label,
  value,
  disabled,
  onTake,
}: {
  readonly label: string;
  readonly value: string;
  readonly disabled: boolean;
  readonly onTake: (text: string) => void;
}) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  return (
    <label className="field">
      <span>{label}</span>
      <textarea
        rows={4}
        value={typed ?? value}
        disabled={disabled}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          if (typed !== undefined && typed !== value) onTake(typed);
          setTyped(undefined);
        }}
      />
    </label>
  );
}

/** One of several entries by its name. */
export function PickField({
  label,
  value,
  of,
  onTake,
}: {
  readonly label: string;
  readonly value: string;
  readonly of: readonly (readonly [key: string, name: string])[];
  readonly onTake: (key: string) => void;
}) {
  const readOnly = useStudio((state) => state.readOnly);
  const isThere = of.some(([key]) => key === value);
  return (
    <label className="field">
      <span>{label}</span>
      <select
        value={value}
        disabled={readOnly}
        aria-invalid={!isThere && value !== ''}
        onChange={(event) => onTake(event.target.value)}
      >
        {isThere ? null : <option value={value}>{value === '' ? '–' : value}</option>}
        {of.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
