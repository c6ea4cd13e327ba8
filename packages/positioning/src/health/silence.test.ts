import { describe, expect, it } from 'vitest';
import { afterWalk, joined, noWalks } from './silence';

const walks = [3, 0, 0, 5, 0].map((heard, i) => ({ heard, expected: [6, 3, 1, 0], atMs: i }));
const all = (some: typeof walks) =>
  some.reduce((silence, walk) => afterWalk(silence, walk, walk.atMs), noWalks(some[0]!.atMs));

describe('silence over several walks', () => {
  it('counts only since a beacon was last heard', () => {
    expect(all(walks)).toMatchObject({ heard: 8, walksHeard: 2, lastHeardMs: 3, expected: [6, 3, 1, 0] });
  });

  it('is the same in two parts as in one, wherever it is cut', () => {
    for (let cut = 1; cut < walks.length; cut++) {
      const parts = joined(all(walks.slice(0, cut)), all(walks.slice(cut)));
      const { walksPromised, walksSilent, ...rest } = parts;
      const whole = all(walks);
      expect(rest).toMatchObject({ heard: whole.heard, lastHeardMs: 3, expected: whole.expected });
      expect(walksPromised).toBeCloseTo(whole.walksPromised);
      expect(walksSilent).toBeCloseTo(whole.walksSilent);
    }
  });
});
