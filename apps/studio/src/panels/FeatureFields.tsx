import { useSay } from '@daoyin/ui';
import { type CollectionName, entitiesOf, type Labels, setFeatures } from '@daoyin/venue';
import { Choice } from '../parts/Choice';
import { TextField } from '../parts/TextField';
import { perform, useShownDocument, useStudio } from '../store/studio';
import { useStudioWords } from '../words';
import { categoriesOf, categoryName, isCategoryList } from '../words/categories';
import { collectionName } from '../words/collections';

const FIELDS = ['category', 'restriction', 'hours'] as const;
const HAS: Readonly<Record<string, readonly (typeof FIELDS)[number][]>> = {
  units: ['category', 'restriction'],
  openings: ['category'],
  fixtures: ['category'],
  sections: ['category'],
  amenities: ['category', 'hours'],
  occupants: ['category', 'hours'],
  connectors: ['hours'],
};
const NAMED = ['units', 'openings', 'fixtures', 'kiosks', 'sections', 'amenities', 'occupants'];

/** One feature: its names, category and hours. */
export function FeatureFields({
  collection,
  id,
}: {
  readonly collection: CollectionName;
  readonly id: string;
}) {
  const word = useStudioWords();
  const { language } = useSay();
  const document = useShownDocument();
  const readOnly = useStudio((state) => state.readOnly);
  const entity = entitiesOf(document, collection).find((one) => one.id === id);
  if (!entity) return null;
  const name = (entity.name ?? {}) as Labels;
  const zh = Object.keys(name).find((tag) => tag.startsWith('zh')) ?? 'zh-Hans';
  const set = (fields: object) => perform(setFeatures(collection as 'units', [id], fields), 'feature.set');
  const rename = (tag: string, text: string) => {
    const { [tag]: _, ...rest } = name;
    set({ name: text.trim() === '' ? rest : { ...name, [tag]: text.trim() } });
    if (collection === 'fixtures') renameWindow(tag, text);
  };
  /** The window of a counter is called as its counter. */
  const renameWindow = (tag: string, text: string) => {
    const occupant = document.venue.occupants.find(({ anchorId }) => anchorId === entity.anchorId);
    if (!occupant || text.trim() === '') return;
    perform(
      setFeatures('occupants', [occupant.id], { name: { ...occupant.name, [tag]: text.trim() } }),
      'feature.set',
    );
  };
  return (
    <>
      <h2>{collectionName(collection, language)}</h2>
      {NAMED.includes(collection) ? (
        <>
          <TextField
            label={word('feature.zh')}
            value={name[zh] ?? ''}
            disabled={readOnly}
            onTake={(text) => rename(zh, text)}
          />
          <TextField
            label={word('feature.en')}
            value={name.en ?? ''}
            disabled={readOnly}
            onTake={(text) => rename('en', text)}
          />
        </>
      ) : null}
      {(HAS[collection] ?? []).map((field) => {
        const list = field === 'restriction' ? field : collection;
        const shared = {
          label: word(`feature.${field}`),
          value: String(entity[field] ?? ''),
          disabled: readOnly,
          onTake: (text: string) =>
            set({ [field]: text.trim() === '' && field !== 'category' ? undefined : text.trim() }),
        };
        return field === 'hours' || !isCategoryList(list) ? (
          <TextField key={field} {...shared} />
        ) : (
          <Choice
            key={field}
            {...shared}
            of={field === 'restriction' ? ['', ...categoriesOf(list)] : categoriesOf(list)}
            nameOf={(one) => (one === '' ? word('feature.open') : categoryName(list, one, language))}
          />
        );
      })}
    </>
  );
}
