import type { Hall, StopsPlan } from '@daoyin/ui';
import { describe, expect, it } from 'vitest';
import { goalOfJourney, inPlannedOrder, journeyOf, stopsLeft } from './journey';

const window = (number: string) => ({ number, at: { x: Number(number), y: 0, level: '1F' } });
const hall = {
  venue: { windows: ['1', '2', '3'].map(window) },
  services: {
    themes: [
      {
        id: 'shop',
        name: { zh: '开店', en: 'Shop' },
        steps: [
          { name: { en: 'Licence' }, windows: ['1', '2'] },
          { name: { en: 'Gone' }, windows: ['99'] },
          { name: { en: 'Tax' }, windows: ['3', '98'] },
        ],
      },
    ],
  },
} as unknown as Hall;

describe('a theme menu as a journey', () => {
  it('has the steps whose windows the plan has, in their order', () => {
    expect(journeyOf(hall, 'shop')?.steps.map(({ windows }) => windows)).toEqual([['1', '2'], ['3']]);
  });

  it('leads to any window of the step, and to the only one by its number', () => {
    const journey = journeyOf(hall, 'shop')!;
    expect(goalOfJourney(hall, journey)).toMatchObject({ name: { en: 'Licence' } });
    expect(goalOfJourney(hall, journey)?.targets).toHaveLength(2);
    expect(goalOfJourney(hall, { ...journey, at: 1 })?.window).toBe('3');
    expect(goalOfJourney(hall, { ...journey, at: 2 })).toBeUndefined();
  });

  it('needs through a step that is not there what that needs', () => {
    expect(journeyOf(hall, 'shop')?.steps.map(({ after }) => after)).toEqual([[], ['shop-0']]);
  });

  it('takes the planned order and windows for what is left, and what is done is needed no more', () => {
    const journey = journeyOf(hall, 'shop')!;
    const free = { ...journey, steps: journey.steps.map((step) => ({ ...step, after: [] })) };
    const step = (stop: string, place: string) => ({ stop, place, text: { zh: '先', en: 'first' } });
    const plan = { ok: true, steps: [step('shop-2', '3'), step('shop-0', '2')] } as unknown as StopsPlan;
    const planned = inPlannedOrder(free, plan);
    expect(planned.steps.map(({ id }) => id)).toEqual(['shop-2', 'shop-0']);
    expect(goalOfJourney(hall, { ...planned, at: 1 })?.window).toBe('2');
    expect(stopsLeft({ ...journey, at: 1 })).toMatchObject([{ id: 'shop-2', after: [] }]);
    expect(inPlannedOrder(free, { ok: false } as StopsPlan)).toBe(free);
  });

  it('of an old code is none', () => {
    expect(journeyOf(hall, 'closed')).toBeUndefined();
    expect(journeyOf({ ...hall, services: null }, 'shop')).toBeUndefined();
  });
});
