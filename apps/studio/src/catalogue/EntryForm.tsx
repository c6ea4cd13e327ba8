import type { Services } from '@daoyin/services';
import { useSay } from '@daoyin/ui';
import { type Labels, labelText } from '@daoyin/venue';
import { TextField } from '../parts/TextField';
import { perform, useDocument, useStudio } from '../store/studio';
import { type Entry, type ListName, putEntry } from './edit';
import { BringFields, HoursField, LabelFields, PickField, StepFields, WindowsField } from './fields';
import { useCatalogueWords } from './words';

interface FormProps<L extends ListName> {
  readonly entry: Entry<L>;
  readonly catalogue: Services;
}

/** All that is known of one entry; each field is one step that can be undone, and the gate looks as one types. */
export function EntryForm({
  list,
  entry,
  catalogue,
}: {
  readonly list: ListName;
  readonly entry: object;
  readonly catalogue: Services;
}) {
  switch (list) {
    case 'items':
      return <ItemForm entry={entry as Entry<'items'>} catalogue={catalogue} />;
    case 'windows':
      return <WindowForm entry={entry as Entry<'windows'>} catalogue={catalogue} />;
    case 'series':
      return <SeriesForm entry={entry as Entry<'series'>} />;
    case 'themes':
      return <ThemeForm entry={entry as Entry<'themes'>} />;
    case 'areas':
      return <AreaForm entry={entry as Entry<'areas'>} />;
    case 'doors':
      return <DoorForm entry={entry as Entry<'doors'>} />;
    default:
      return <NamedForm list={list} entry={entry as Entry<'departments'>} />;
  }
}

const setterOf =
  <L extends ListName>(list: L, entry: Entry<L>) =>
  (change: Partial<Entry<L>>) =>
    perform(putEntry(list, { ...entry, ...change }), 'catalogue.set');

function NamedForm({
  list,
  entry,
}: {
  readonly list: 'departments' | 'stations';
  readonly entry: Entry<'departments'>;
}) {
  const set = setterOf(list, entry);
  return <LabelFields of="name" value={entry.name} onTake={(name) => set({ name })} />;
}

function ItemForm({ entry, catalogue }: FormProps<'items'>) {
  const word = useCatalogueWords();
  const named = useNamed();
  const readOnly = useStudio((state) => state.readOnly);
  const set = setterOf('items', entry);
  const flags = [
    ['selfService', 'self'],
    ['atStations', 'at-stations'],
  ] as const;
  return (
    <>
      <LabelFields of="name" value={entry.name} onTake={(name) => set({ name })} />
      <PickField
        label={word('department')}
        value={entry.departmentId}
        of={named(catalogue.departments)}
        onTake={(departmentId) => set({ departmentId })}
      />
      <WindowsField value={entry.windows} onTake={(windows) => set({ windows })} />
      <PickField
        label={word('series.of')}
        value={entry.series}
        of={catalogue.series.map(({ letter, name }) => [letter, `${letter} ${named.text(name)}`])}
        onTake={(series) => set({ series })}
      />
      {flags.map(([field, key]) => (
        <label key={field} className="confirm">
          <input
            type="checkbox"
            checked={entry[field]}
            disabled={readOnly}
            onChange={(event) => set({ [field]: event.target.checked })}
          />
          {word(key)}
        </label>
      ))}
      <LabelFields
        of="business"
        value={entry.business}
        onTake={(business) => set({ business: Object.keys(business).length > 0 ? business : undefined })}
      />
      <BringFields value={entry.bring} onTake={(bring) => set({ bring })} />
      <StepFields steps={entry.steps} onTake={(steps) => set({ steps })} />
    </>
  );
}

function WindowForm({ entry, catalogue }: FormProps<'windows'>) {
  const word = useCatalogueWords();
  const named = useNamed();
  const readOnly = useStudio((state) => state.readOnly);
  const set = setterOf('windows', entry);
  const known = new Set(catalogue.departments.map(({ id }) => id));
  const [, ...further] = entry.departmentIds;
  const idsOf = (text: string) => text.split(/[,，、\s]+/).filter(Boolean);
  return (
    <>
      <LabelFields of="duty" value={entry.duty} onTake={(duty) => set({ duty })} />
      <PickField
        label={word('department')}
        value={entry.departmentId}
        of={named(catalogue.departments)}
        onTake={(departmentId) =>
          set({ departmentId, departmentIds: [departmentId, ...further.filter((id) => id !== departmentId)] })
        }
      />
      <TextField
        label={word('departments.more')}
        value={further.join(', ')}
        disabled={readOnly}
        isGood={(text) => idsOf(text).every((id) => known.has(id))}
        onTake={(text) => set({ departmentIds: [entry.departmentId, ...idsOf(text)] })}
      />
      <PickField
        label={word('area')}
        value={entry.areaId}
        of={named(catalogue.areas)}
        onTake={(areaId) => set({ areaId })}
      />
    </>
  );
}

function SeriesForm({ entry }: { readonly entry: Entry<'series'> }) {
  const set = setterOf('series', entry);
  return (
    <>
      <LabelFields of="name" value={entry.name} onTake={(name) => set({ name })} />
      <WindowsField value={entry.windows} onTake={(windows) => set({ windows })} />
    </>
  );
}

function ThemeForm({ entry }: { readonly entry: Entry<'themes'> }) {
  const set = setterOf('themes', entry);
  return (
    <>
      <LabelFields of="name" value={entry.name} onTake={(name) => set({ name })} />
      <StepFields steps={entry.steps} onTake={(steps) => set({ steps })} />
    </>
  );
}

function AreaForm({ entry }: { readonly entry: Entry<'areas'> }) {
  const word = useCatalogueWords();
  const readOnly = useStudio((state) => state.readOnly);
  const set = setterOf('areas', entry);
  return (
    <>
      <LabelFields of="name" value={entry.name} onTake={(name) => set({ name })} />
      <label className="field">
        <span>{word('colour')}</span>
        <input
          type="color"
          value={entry.colour}
          disabled={readOnly}
          onChange={(event) => set({ colour: event.target.value })}
        />
      </label>
    </>
  );
}

function DoorForm({ entry }: { readonly entry: Entry<'doors'> }) {
  const word = useCatalogueWords();
  const named = useNamed();
  const { venue } = useDocument();
  const door = venue.openings.find(({ id }) => id === entry.featureId);
  return (
    <>
      <p>
        {word('door')} {door ? `${door.level} ${named.text(door.name)}` : entry.featureId}
      </p>
      <HoursField
        label="door.hours"
        value={entry.hours}
        onTake={(hours) => setterOf('doors', entry)({ hours })}
      />
    </>
  );
}

/** Entries as choices in the page's language. */
function useNamed() {
  const { language } = useSay();
  const text = (labels: Labels) => labelText(labels, language);
  const named = (entries: readonly { readonly id: string; readonly name: Labels }[]) =>
    entries.map(({ id, name }) => [id, text(name)] as const);
  return Object.assign(named, { text });
}
