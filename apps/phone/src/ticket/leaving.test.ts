import { describe, expect, it } from 'vitest';
import { leavingOf } from './leaving';

const waiting = {
  state: 'waiting' as const,
  window: '32',
  waitSeconds: { low: 600, median: 900, p90: 1300, high: 1500 },
};

describe('when to get up', () => {
  it('comes sooner for who walks longer, and sooner as time passes without news', () => {
    const near = leavingOf(waiting, 60, 0);
    const far = leavingOf(waiting, 300, 0);
    const aged = leavingOf(waiting, 60, 200);
    if (near.kind !== 'later' || far.kind !== 'later' || aged.kind !== 'later') throw new Error('now');
    expect(near.seconds - far.seconds).toBe(240);
    expect(near.seconds - aged.seconds).toBe(200);
  });

  it('is now where the walk takes what is left, and is never told of a ticket that nobody waits for', () => {
    expect(leavingOf(waiting, 560, 0).kind).toBe('now');
    expect(leavingOf(waiting, 60, 1e6).kind).toBe('now');
    for (const state of ['called', 'held', 'passed', 'done', 'no-show', 'cancelled', 'serving'] as const)
      expect(leavingOf({ ...waiting, state }, 60, 0).kind).toBe('none');
    expect(leavingOf({ ...waiting, waitSeconds: null }, 60, 0).kind).toBe('none');
  });

  it('asks where one is before it says anything', () => {
    expect(leavingOf(waiting, undefined, 0).kind).toBe('ask');
  });
});
