import { useSay } from '@daoyin/ui';
import { type Conflict, resolveConflict } from '@daoyin/venue';
import { perform, useStudio } from './store/studio';
import { useStudioWords } from './words';
import { collectionName } from './words/collections';

/** Where two editors made one thing in two ways: what each wants, and a button for either. */
export function Conflicts() {
  const word = useStudioWords();
  const { language } = useSay();
  const conflicts = useStudio((state) => state.conflicts);
  if (conflicts.length === 0) return null;
  const settle = (conflict: Conflict, side: 'mine' | 'theirs') => {
    perform(resolveConflict(conflict, side), 'conflict');
    useStudio.setState(({ conflicts: open }) => ({ conflicts: open.filter((other) => other !== conflict) }));
  };
  return (
    <section className="conflicts" role="alert" aria-label={word('conflict.title')}>
      <h2>{word('conflict.title')}</h2>
      <ul>
        {conflicts.map((conflict) => (
          <li key={`${conflict.collection} ${conflict.key} ${conflict.field ?? ''}`}>
            <strong>
              {collectionName(conflict.collection, language)} {conflict.key.slice(0, 12)}{' '}
              {conflict.field ?? ''}
            </strong>
            <button type="button" className="button" onClick={() => settle(conflict, 'mine')}>
              {word('conflict.mine')} {shown(conflict.mine, word('conflict.deleted'))}
            </button>
            <button type="button" className="button" onClick={() => settle(conflict, 'theirs')}>
              {word('conflict.theirs')} {shown(conflict.theirs, word('conflict.deleted'))}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function shown(value: unknown, absent: string): string {
  if (value === undefined) return absent;
  const { x, y, level } = value as { readonly x?: number; readonly y?: number; readonly level?: string };
  if (x !== undefined && y !== undefined) return `${x.toFixed(2)}, ${y.toFixed(2)} ${level ?? ''}`;
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
