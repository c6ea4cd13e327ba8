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

it('broken JSON is an issue, no exception', () => {
  expect(readServices('{').issues[0]).toMatchObject({ kind: 'not-json' });
});
