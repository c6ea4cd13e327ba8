import { expect, it } from 'vitest';
import type { Services } from './types';
import { type PlanOfServices, validateServices } from './validate';

const sound: Services = {
  venue: 'v',
  departments: [{ id: 'd', name: { en: 'D' } }],
  areas: [{ id: 'a', name: { en: 'A' }, colour: '#112233' }],
  windows: [{ number: '1', departmentId: 'd', departmentIds: ['d'], areaId: 'a', duty: { en: 'all' } }],
  series: [{ letter: 'A', name: { en: 'A' }, windows: ['1'] }],
  items: [
    {
      id: 'i',
      name: { en: 'I' },
      departmentId: 'd',
      windows: ['1'],
      series: 'A',
      bring: [],
      steps: [],
      selfService: false,
      atStations: false,
    },
  ],
  themes: [{ id: 't', name: { en: 'T' }, steps: [{ name: { en: 's' }, windows: ['1'] }] }],
  hours: { regular: 'Mo-Fr 09:00-17:00', extended: '', selfService: '24/7', stations: '' },
  holidays: [],
  doors: [{ featureId: 'door', hours: '24/7' }],
  process: [],
  stations: [],
};
const plan = { windows: [{ number: '1' }], openings: [{ id: 'door' }] } as unknown as PlanOfServices;
const kinds = (services: Partial<Services>) =>
  validateServices({ ...sound, ...services }, plan).map(({ kind }) => kind);

it('a sound catalogue has no issue', () => {
  expect(kinds({})).toEqual([]);
});

it.each([
  [
    'a window that the plan does not have',
    { series: [{ ...sound.series[0]!, windows: ['9'] }] },
    'unknown-window',
  ],
  ['a window of the plan without a duty', { windows: [] }, 'window-without-duty'],
  ['an item of no department', { items: [{ ...sound.items[0]!, departmentId: 'x' }] }, 'unknown-department'],
  ['an item in no queue', { items: [{ ...sound.items[0]!, series: 'Z' }] }, 'unknown-series'],
  ['two items with one id', { items: [sound.items[0]!, sound.items[0]!] }, 'duplicate-id'],
  ['a window in no area', { areas: [] }, 'unknown-area'],
  [
    'a step that waits for a later one',
    { themes: [{ ...sound.themes[0]!, steps: [{ name: {}, windows: ['1'], after: [0] }] }] },
    'bad-order',
  ],
  ['hours that nobody can read', { hours: { ...sound.hours, regular: 'often' } }, 'bad-hours'],
  ['a door that is not in the plan', { doors: [{ featureId: 'x', hours: '24/7' }] }, 'unknown-opening'],
  [
    'a holiday that ends before it begins',
    { holidays: [{ name: {}, from: '2018-02-02', to: '2018-02-01' }] },
    'bad-holiday',
  ],
  [
    'a day that is off and worked',
    { holidays: [{ name: {}, from: '2018-02-01', to: '2018-02-03', worked: ['2018-02-03'] }] },
    'bad-holiday',
  ],
] satisfies [string, Partial<Services>, string][])('%s is named', (_, change, kind) => {
  expect(kinds(change)).toContain(kind);
});
