import { describe, expect, it } from 'vitest';
import { judgeChanges, learnShares } from './moved-share';

const beaconsWith = (moved: number, logBayesFactor: number) =>
  Array.from({ length: 100 }, (_, i) => [{ day: 7, logBayesFactor: i < moved ? logBayesFactor : -2 }]);

describe('the share of beacons that were moved on a day', () => {
  it('is learnt from all: on a day on which many clearly were, the doubtful one is believed sooner', () => {
    const doubtful = [{ day: 7, logBayesFactor: 3 }];
    const judge = (clear: number) =>
      judgeChanges(doubtful, learnShares([...beaconsWith(clear, 12), doubtful])).probability;
    expect(judge(0)).toBeLessThan(0.2);
    expect(judge(10)).toBeGreaterThan(0.5);
  });

  it('stays small where nothing points to a move, however many beacons there are', () => {
    const shareOf = learnShares(beaconsWith(0, 0));
    expect(shareOf({ day: 7, logBayesFactor: 0 })).toBeLessThan(0.003);
  });

  it('gives probabilities whatever the evidence', () => {
    for (const logBayesFactor of [-1e6, 0, 1e6]) {
      const changes = [{ day: undefined, logBayesFactor }];
      const { probability } = judgeChanges(changes, learnShares([changes]));
      expect(probability).toBeGreaterThanOrEqual(0);
      expect(probability).toBeLessThanOrEqual(1);
    }
  });
});
