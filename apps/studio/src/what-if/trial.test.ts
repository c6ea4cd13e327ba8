import type { Closure } from '@daoyin/venue';
import { expect, test } from 'vitest';
import { shutInTrial } from './trial';

const noon = { year: 2026, month: 3, day: 3, hour: 12, minute: 0 };
const closure = (id: string, from?: string, until?: string): Closure => ({
  id,
  featureIds: [`door ${id}`],
  reason: {},
  ...(from && { from }),
  ...(until && { until }),
});

const lasting = closure('lasting');
const yesterday = closure('over', '2026-03-01T00:00', '2026-03-02T00:00');
const nextWeek = {
  ...closure('planned', '2026-03-10T18:00', '2026-03-12T22:00'),
  hours: 'Mo-Su 18:00-22:00',
};

test('a closure that is drafted counts in the trial of a day before it, with those in force that day', () => {
  expect(shutInTrial([lasting, yesterday, nextWeek], [lasting], noon)).toEqual([
    'door lasting',
    'door planned',
  ]);
});

test('one that is live counts on its own days only, until the draft changes it', () => {
  expect(shutInTrial([lasting, nextWeek], [lasting, nextWeek], noon)).toEqual(['door lasting']);
  const longer = { ...nextWeek, until: '2026-03-20T22:00' };
  expect(shutInTrial([longer], [lasting, nextWeek], noon)).toEqual(['door planned']);
});
