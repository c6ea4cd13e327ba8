import type { Hall } from '@daoyin/ui';
import { describe, expect, it } from 'vitest';
import { goalOfJourney, journeyOf } from './journey';

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

  it('of an old code is none', () => {
    expect(journeyOf(hall, 'closed')).toBeUndefined();
    expect(journeyOf({ ...hall, services: null }, 'shop')).toBeUndefined();
  });
});
