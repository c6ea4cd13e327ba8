import { expect, it } from 'vitest';
import { secondsToLeave } from './leave';

it('who has a longer way leaves earlier, and nobody later than at once', () => {
  expect(secondsToLeave({ low: 600 }, 60)).toBe(495);
  expect(secondsToLeave({ low: 600 }, 300)).toBe(255);
  expect(secondsToLeave({ low: 100 }, 300)).toBe(0);
});
