import { expect, it } from 'vitest';
import { readServices } from './decode';

const hours = { regular: 'Mo-Fr 09:00-17:00', extended: '', selfService: '24/7', stations: '' };
const empty = {
  venue: 'v',
  departments: [],
  areas: [],
  windows: [],
  series: [],
  items: [],
  themes: [],
  hours,
};

it('a catalogue without items is a catalogue', () => {
  expect(readServices(JSON.stringify(empty)).ok).toBe(true);
});

it('a wrong field is named by its path', () => {
  const wrong = readServices(JSON.stringify({ ...empty, areas: [{ id: 'a', name: {}, colour: 'red' }] }));
  expect(wrong.ok).toBe(false);
  expect(wrong.issues[0]).toMatchObject({
    file: 'services.json',
    message: expect.stringContaining('areas.0.colour'),
  });
});

it('a day that no calendar has is a fault, not a search without end for its hours', () => {
  const holiday = { name: { en: 'Qingming' }, from: '2018-04-05', to: '2018-04-07' };
  const read = (worked: string) =>
    readServices(JSON.stringify({ ...empty, holidays: [{ ...holiday, worked: [worked] }] }));
  expect(read('2018-04-08').ok).toBe(true);
  for (const day of ['2018-95-08', '2018-02-30', '2018-4-8']) expect(read(day).ok).toBe(false);
});

it('broken JSON is an issue, no exception', () => {
  expect(readServices('{').issues[0]).toMatchObject({ kind: 'not-json' });
});
