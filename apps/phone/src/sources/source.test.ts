import { describe, expect, it } from 'vitest';
import { bestSource, certaintyOf, listedSources, type SourceStates } from './source';

const all: SourceStates = {
  bluetooth: 'unsupported',
  wechat: 'none',
  receiver: 'none',
  steps: 'hearing',
  signs: 'hearing',
  map: 'hearing',
};

describe('what tells where one is', () => {
  it('is the best source that hears something, beacons before steps before signs', () => {
    expect(bestSource(all)).toBe('steps');
    expect(bestSource({ ...all, receiver: 'hearing' })).toBe('receiver');
    expect(bestSource({ ...all, receiver: 'silent' })).toBe('steps');
    expect(bestSource({ ...all, bluetooth: 'hearing', receiver: 'hearing' })).toBe('bluetooth');
    expect(bestSource({ ...all, steps: 'denied', signs: 'off', map: 'off' })).toBeUndefined();
  });

  it('is listed with its failure, but not what nobody lent', () => {
    expect(listedSources(all)).toEqual(['bluetooth', 'steps', 'signs', 'map']);
  });

  it('makes a dot, then an area, then no more than a sign to look for', () => {
    expect(certaintyOf({ accuracy95: 3 }, false)).toBe('dot');
    expect(certaintyOf({ accuracy95: 12 }, false)).toBe('area');
    expect(certaintyOf({ accuracy95: 40 }, false)).toBe('sign');
    expect(certaintyOf({ accuracy95: 3 }, true)).toBe('sign');
    expect(certaintyOf(undefined, true)).toBeUndefined();
  });
});
