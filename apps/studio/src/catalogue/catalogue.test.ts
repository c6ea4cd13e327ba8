import type { Services } from '@daoyin/services';
import { applyPatch, emptyVenue, patchBetween } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { freeKey, putEntry, removeEntry, setCatalogue } from './edit';
import { readNumbers, writeNumbers } from './numbers';

const name = { 'zh-Hans': '公安局', en: 'Police' };
const catalogue: Services = {
  venue: 'hall',
  departments: [{ id: 'police', name }],
  areas: [],
  windows: [],
  series: [{ letter: 'A', name, windows: ['1'] }],
  items: [],
  themes: [],
  hours: { regular: 'Mo-Fr 09:00-17:00', extended: '', selfService: '24/7', stations: '' },
  holidays: [{ name, from: '2018-02-15', to: '2018-02-21' }],
  doors: [],
  process: [],
  stations: [],
};
const document = { venue: emptyVenue, register: { venue: 'hall', beacons: [] }, closures: [], catalogue };

describe('windows as they are typed', () => {
  it('are read by ranges in Chinese and Latin punctuation, each once, and written as short', () => {
    expect(readNumbers('1-4，7、7 9')).toEqual(['1', '2', '3', '4', '7', '9']);
    expect(readNumbers('A01-A03')).toBeUndefined();
    expect(readNumbers('A01-03')).toEqual(['A01', 'A02', 'A03']);
    expect(readNumbers('')).toEqual([]);
    expect(writeNumbers(['1', '2', '3', '5', '6', '9'])).toBe('1-3, 5, 6, 9');
    for (const numbers of [['1', '2', '3'], ['7'], [], ['12', '11', '10'], ['A1', 'A2', 'A3']])
      expect(readNumbers(writeNumbers(numbers))).toEqual(numbers);
  });

  it('that cannot be read are refused, not guessed', () => {
    for (const text of ['6-1', '1-', '1-99999', '-3']) expect(readNumbers(text), text).toBeUndefined();
  });
});

describe('an entry of the catalogue', () => {
  it('is put in its place, and a new one last with a key that nobody has', () => {
    const key = freeKey('departments', catalogue.departments, 'department');
    const made = putEntry('departments', { id: key, name: { en: 'Tax' } })(document);
    const renamed = putEntry('departments', { id: 'police', name: { en: 'PSB' } })(made);
    expect(renamed.catalogue.departments.map(({ id, name: { en } }) => [id, en])).toEqual([
      ['police', 'PSB'],
      ['department-2', 'Tax'],
    ]);
    expect(freeKey('series', catalogue.series, 'series')).toBe('B');
    expect(removeEntry('departments', 'nobody')(document)).toBe(document);
  });

  it('travels as a patch, and a list is there still when its last entry went', () => {
    const emptied = setCatalogue({ holidays: [] })(removeEntry('departments', 'police')(document));
    expect(emptied.catalogue).toMatchObject({ holidays: [], departments: [] });
    const there = applyPatch(document, patchBetween(document, emptied));
    expect(there.catalogue).toEqual(emptied.catalogue);
    expect(applyPatch(there, patchBetween(there, document)).catalogue).toEqual(catalogue);
  });
});
