import { expect, it } from 'vitest';
import { isDue } from './upkeep';

const quiet = {
  ageMs: 24 * 3_600_000,
  idle: true,
  hour: 4,
  online: true,
  shownVersion: 'a',
  publishedVersion: 'a',
};

it('a kiosk opens its page anew once a night', () => {
  expect(isDue(quiet)).toBe(true);
  expect(isDue({ ...quiet, ageMs: 600_000 })).toBe(false);
  expect(isDue({ ...quiet, hour: 10 })).toBe(false);
});

it('a newly published plan is shown as soon as nobody uses the kiosk', () => {
  const published = { ...quiet, hour: 10, publishedVersion: 'b' };
  expect(isDue(published)).toBe(true);
  expect(isDue({ ...published, idle: false })).toBe(false);
});

it('a page is never left while the server is away', () => {
  expect(isDue({ ...quiet, online: false })).toBe(false);
  expect(isDue({ ...quiet, online: false, publishedVersion: 'b' })).toBe(false);
});
