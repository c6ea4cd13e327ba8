import { useSay } from '@daoyin/ui';
import {
  type Conflict,
  entitiesOf,
  type HallDocument,
  keyOf,
  type Labels,
  labelText,
  resolveConflict,
} from '@daoyin/venue';
import { perform, useDocument, useStudio } from './store/studio';
import { useStudioWords } from './words';
import { collectionName } from './words/collections';
import { fieldName, valueText } from './words/fields';

/** Where two editors made one thing in two ways: what each wants, and a button for either. */
export function Conflicts() {
  const word = useStudioWords();
  const { language } = useSay();
  const document = useDocument();
  const conflicts = useStudio((state) => state.conflicts);
  if (conflicts.length === 0) return null;
  const sideText = ({ collection, field, ...sides }: Conflict, side: 'mine' | 'theirs') => {
    const value = sides[side];
    if (value === undefined) return word('conflict.deleted');
    const text = valueText(collection, field, value, language);
    if (text !== undefined) return word('conflict.value', { text });
    return field === undefined ? word('conflict.kept') : '';
  };
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
            <strong>{subjectOf(conflict, document, language)}</strong>
            {(['mine', 'theirs'] as const).map((side) => (
              <button key={side} type="button" className="button" onClick={() => settle(conflict, side)}>
                {word(`conflict.${side}`)}
                {sideText(conflict, side)}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What both changed: a thing by its name, and of it what. */
function subjectOf(
  { collection, key, field }: Conflict,
  document: HallDocument,
  language: 'zh' | 'en',
): string {
  const entity = entitiesOf(document, collection).find((one) => keyOf(collection, one) === key);
  const name = labelText((entity?.name ?? {}) as Labels, language);
  const called = name !== '' ? name : key.length > 20 ? '' : key;
  return [collectionName(collection, language), called, field && fieldName(field, language)]
    .filter(Boolean)
    .join(' ');
}
