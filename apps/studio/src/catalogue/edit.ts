import type { Services } from '@daoyin/services';
import type { Action } from '@daoyin/venue';

/** The lists of a catalogue whose entries are known by a key. */
export const LISTS = [
  'departments',
  'items',
  'windows',
  'series',
  'themes',
  'areas',
  'stations',
  'doors',
] as const;
export type ListName = (typeof LISTS)[number];
export type Entry<L extends ListName> = Services[L][number];

const KEY: Readonly<Record<ListName, string>> = {
  departments: 'id',
  items: 'id',
  windows: 'number',
  series: 'letter',
  themes: 'id',
  areas: 'id',
  stations: 'id',
  doors: 'featureId',
};

/** What an entry of a list is known by. */
export const keyIn = (list: ListName, entry: object): string =>
  String((entry as Record<string, unknown>)[KEY[list]]);

/** Puts an entry in the place of the one of its key, or last. */
export function putEntry<L extends ListName>(list: L, entry: Entry<L>): Action {
  return onCatalogue((catalogue) => {
    const entries: readonly object[] = catalogue[list];
    const at = entries.findIndex((one) => keyIn(list, one) === keyIn(list, entry));
    return { ...catalogue, [list]: at < 0 ? [...entries, entry] : entries.with(at, entry) };
  });
}

/** Takes an entry out; what refers to it is the gate's to find. */
export function removeEntry(list: ListName, key: string): Action {
  return onCatalogue((catalogue) => {
    const entries: readonly object[] = catalogue[list];
    const kept = entries.filter((one) => keyIn(list, one) !== key);
    return kept.length === entries.length ? catalogue : { ...catalogue, [list]: kept };
  });
}

/** Sets what a catalogue has one of: its hours, its holidays, its process. */
export const setCatalogue = (fields: Partial<Services>): Action =>
  onCatalogue((catalogue) => ({ ...catalogue, ...fields }));

function onCatalogue(edit: (catalogue: Services) => Services): Action {
  return (document) => {
    const catalogue = document.catalogue as Services | null;
    const edited = catalogue && edit(catalogue);
    return edited === catalogue ? document : { ...document, catalogue: edited };
  };
}

/** A free key for a new entry: the next number, letter, or `department-7`. */
export function freeKey(list: ListName, entries: readonly object[], stem: string): string {
  const taken = new Set(entries.map((entry) => keyIn(list, entry)));
  if (list === 'series') {
    const letter = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].find((one) => !taken.has(one));
    if (letter) return letter;
  }
  for (let number = entries.length + 1; ; number++) {
    const key = `${stem}-${number}`;
    if (!taken.has(key)) return key;
  }
}
