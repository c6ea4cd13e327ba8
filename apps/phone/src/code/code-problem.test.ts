import { describe, expect, it } from 'vitest';
import { dayAt, dayProblem, isInHall, placeProblem } from './code-problem';

const outer = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 60 },
  { x: 0, y: 60 },
];
const hall = {
  venue: { id: 'here', levels: [{ shortName: '1F', outline: [{ outer, holes: [] }] }] },
} as unknown as Parameters<typeof isInHall>[0];

describe('a code', () => {
  it('of another hall names a storey or a place that is not here', () => {
    expect(isInHall(hall, { x: 50, y: 30, level: '1F' })).toBe(true);
    expect(isInHall(hall, { x: -10, y: 30, level: '1F' })).toBe(true);
    for (const at of [
      { x: 50, y: 30, level: '7F' },
      { x: 900, y: 30, level: '1F' },
      { x: 50, y: -90, level: '1F' },
    ])
      expect(placeProblem(hall, { start: at })).toEqual({ key: 'code.other-hall' });
    expect(placeProblem(hall, { start: { x: 1, y: 1, level: '1F' }, venue: 'there' })?.key).toBe(
      'code.other-hall',
    );
    expect(placeProblem(hall, { start: undefined })).toBeUndefined();
  });

  it('of a ticket of another day says which day, and of today nothing', () => {
    expect(dayProblem('2026-11-29', '2026-11-30')).toEqual({
      key: 'ticket.yesterday',
      values: { day: '2026-11-29' },
    });
    expect(dayProblem('2026-11-30', '2026-11-30')).toBeUndefined();
    expect(dayProblem(undefined, '2026-11-30')).toBeUndefined();
    expect(dayAt(Date.UTC(2026, 10, 29, 17), 'Asia/Shanghai')).toBe('2026-11-30');
  });
});
