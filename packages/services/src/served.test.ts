import { expect, it } from 'vitest';
import { unservedWishes } from './served';
import type { Services } from './types';

const item = (id: string, windows: readonly string[], more: object = {}) => ({
  id,
  name: {},
  departmentId: 'd',
  windows,
  series: 'A',
  bring: [],
  steps: [],
  selfService: false,
  atStations: false,
  ...more,
});
const services = (parts: Partial<Services>): Services => ({
  venue: 'v',
  departments: [],
  areas: [],
  windows: [],
  series: [],
  items: [],
  themes: [],
  hours: { regular: 'Mo-Fr 09:00-17:00', extended: '', selfService: '24/7', stations: '' },
  holidays: [],
  doors: [],
  process: [],
  stations: [],
  ...parts,
});
/** Window 1 is open and reached by all, 2 only over steps, 3 by nobody, 4 never opens. */
const windows = [{ number: '1' }, { number: '2' }, { number: '3' }, { number: '4', hours: '' }];
const found = (parts: Partial<Services>) =>
  unservedWishes(
    services(parts),
    windows,
    (window, profile) => window === '1' || window === '4' || (window === '2' && profile === 'walk'),
  ).map(({ severity, kind, message }) => `${severity} ${kind}: ${message.split(':')[0]}`);

it('an item with one open window that all reach is served', () => {
  expect(found({ items: [item('a', ['3', '1'])] })).toEqual([]);
});

it('the publisher is told of every item and step that leads nowhere', () => {
  expect(
    found({
      items: [
        item('a', ['2']),
        item('b', ['3']),
        item('c', ['4']),
        item('d', []),
        item('e', ['1'], { steps: [{ name: {}, windows: ['3'] }] }),
      ],
      themes: [
        {
          id: 't',
          name: {},
          steps: [
            { name: {}, windows: ['1'] },
            { name: {}, windows: ['2'] },
          ],
        },
      ],
    }),
  ).toEqual([
    'warning unreachable-step-free: Item a',
    'error unreachable-service: Item b',
    'error never-served: Item c',
    'error never-served: Item d',
    'error unreachable-service: Item e, step 1',
    'warning unreachable-step-free: Theme t, step 2',
  ]);
});

it('what a machine or a station does needs no window', () => {
  expect(
    found({ items: [item('a', [], { selfService: true }), item('b', [], { atStations: true })] }),
  ).toEqual([]);
});
