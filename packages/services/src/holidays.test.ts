import { expect, it } from 'vitest';
import { holidayIssue } from './holidays';

const newYear = { name: { en: 'New Year' }, from: '2026-01-01', to: '2026-01-03', worked: ['2026-01-04'] };
const nextYear = { name: { en: 'New Year' }, from: '2027-01-01', to: '2027-01-01' };

it('holidays are warned of from six weeks before the notice for the year ends, however many days of the next the law fixes', () => {
  const known = { holidays: [newYear, nextYear], holidaysKnownUntil: '2026-12-31' };
  expect(holidayIssue(known, '2026-11-01').severity).toBe('assumption');
  for (const today of ['2026-11-30', '2026-12-31', '2027-03-01'])
    expect(holidayIssue(known, today)).toMatchObject({
      severity: 'warning',
      message: expect.stringContaining('until 2026-12-31'),
    });
});

it('without a stated end, holidays are known until the last of them; a catalogue that has none is warned of', () => {
  expect(holidayIssue({ holidays: [nextYear] }, '2026-01-01').message).toContain('until 2027-01-01');
  expect(holidayIssue({ holidays: [] }, '2026-01-01')).toMatchObject({
    severity: 'warning',
    kind: 'holidays-unknown',
  });
  expect(holidayIssue({ holidays: [] }).severity).toBe('assumption');
});
