import { expect, it } from 'vitest';
import { cameraProblemOf } from './watch-codes';

it('each refusal of a camera has a name of its own', () => {
  const named = (name: string) => cameraProblemOf(Object.assign(new Error(name), { name }));
  expect(named('NotAllowedError')).toBe('denied');
  expect(named('NotFoundError')).toBe('no-camera');
  expect(named('NotReadableError')).toBe('busy');
  expect(cameraProblemOf(undefined)).toBe('busy');
});
