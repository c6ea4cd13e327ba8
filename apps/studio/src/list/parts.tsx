import { type ReactNode, useState } from 'react';
import { useListWords } from './words';

const PAGE = 100;

/** The first of many rows, and a button for more of them where there are any. */
export function usePages<T>(rows: readonly T[]): { readonly shown: readonly T[]; readonly more: ReactNode } {
  const word = useListWords();
  const [most, setMost] = useState(PAGE);
  const left = rows.length - most;
  const more =
    left > 0 ? (
      <button type="button" className="operation" onClick={() => setMost(most + PAGE)}>
        {word('more', { count: Math.min(PAGE, left) })}
      </button>
    ) : null;
  return { shown: rows.slice(0, most), more };
}

/** What a list shows, chosen by name. */
export function ListChoice<T extends string>({
  label,
  of,
  value,
  nameOf,
  onChoose,
}: {
  readonly label: string;
  readonly of: readonly T[];
  readonly value: T;
  readonly nameOf: (one: T) => string;
  readonly onChoose: (one: T) => void;
}) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.target.value as T)}>
        {of.map((one) => (
          <option key={one} value={one}>
            {nameOf(one)}
          </option>
        ))}
      </select>
    </label>
  );
}
