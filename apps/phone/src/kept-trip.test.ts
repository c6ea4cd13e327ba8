import { beforeEach, describe, expect, it } from 'vitest';
import { keepTrip, keptTrip } from './kept-trip';

const stored = new Map<string, string>();
const store = () => ({
  getItem: (key: string) => stored.get(key) ?? null,
  setItem: (key: string, value: string) => void stored.set(key, value),
  removeItem: (key: string) => void stored.delete(key),
});
const trip = { goal: undefined, ticket: 'A032', journey: undefined, session: undefined };
const at = { x: 1, y: 2, level: '2F' };
beforeEach(() => stored.clear());

describe('a trip that was interrupted', () => {
  it('goes on where it was, within a minute, and asks where one is after that', () => {
    keepTrip(store, { trip, at }, 0);
    expect(keptTrip(store, 30_000)).toMatchObject({ trip: { ticket: 'A032' }, at });
    expect(keptTrip(store, 120_000)).toEqual({ trip: { ticket: 'A032' } });
  });

  it('is forgotten when it ends, after two hours, and where the clock was set back', () => {
    keepTrip(store, { trip }, 1e7);
    expect(keptTrip(store, 1e7 + 7_300_000)).toBeUndefined();
    expect(keptTrip(store, 0)).toBeUndefined();
    keepTrip(store, { trip: { ...trip, ticket: undefined } }, 1e7);
    expect(keptTrip(store, 1e7)).toBeUndefined();
    expect(stored.size).toBe(0);
  });

  it('is none where nothing can be kept, or what is kept is not understood', () => {
    stored.set('daoyin-phone-trip', '{"trip":');
    expect(keptTrip(store, 0)).toBeUndefined();
    stored.set('daoyin-phone-trip', '{"atMs":0}');
    expect(keptTrip(store, 0)).toBeUndefined();
    const full = () => ({
      ...store(),
      setItem: () => {
        throw new Error('quota');
      },
    });
    const denied = () => {
      throw new Error('not allowed');
    };
    for (const one of [full, denied]) expect(() => keepTrip(one, { trip }, 0)).not.toThrow();
    expect(keptTrip(denied, 0)).toBeUndefined();
  });
});
