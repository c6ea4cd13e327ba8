import type { ReactNode } from 'react';
import { runOperation } from '../operations/registry';
import { isSameRef, type Ref, select, toggleSelected, useStudio } from '../store/studio';
import { usePages } from './parts';
import { useListWords } from './words';

export interface Row {
  readonly ref: Ref;
  readonly name: string;
  readonly where: string;
  readonly note: string;
}

/** Rows to choose one by, or several by their boxes; the plan goes where the one is. */
export function Rows({
  rows,
  badge,
}: {
  readonly rows: readonly Row[];
  readonly badge?: (ref: Ref) => ReactNode;
}) {
  const word = useListWords();
  const selection = useStudio((state) => state.selection);
  const { shown, more } = usePages(rows);
  const isChosen = (ref: Ref) => selection.some((other) => isSameRef(other, ref));
  return (
    <>
      <div className="chips">
        <span role="status">{word('count', { count: rows.length })}</span>
        <button
          type="button"
          className="chip"
          onClick={() => select(rows.map(({ ref }) => ref))}
          disabled={rows.length === 0}
        >
          {word('select-all')}
        </button>
      </div>
      <ul className="rows">
        {shown.map(({ ref, name, where, note }) => (
          <li key={ref.key} className="list-row">
            <input
              type="checkbox"
              aria-label={word('choose', { name })}
              checked={isChosen(ref)}
              onChange={() => toggleSelected(ref)}
            />
            <button
              type="button"
              className="row"
              aria-pressed={isChosen(ref)}
              onClick={() => {
                select([ref]);
                runOperation('show-selected');
              }}
            >
              <strong>{name}</strong>
              <span>{where}</span>
              {badge?.(ref)}
              {note === '' ? null : <em>{note}</em>}
            </button>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
