import { join } from 'node:path';
import { compareWalk, poolScores } from '@daoyin/traces';
import { describe, expect, it } from 'vitest';
import { compareMall, learnMall, mallTests } from './mall';
import {
  data,
  inputsOf,
  locate,
  recorded,
  registerOf,
  tetamWalks,
  truthOf,
  venueOf,
  walksIn,
} from './recorded';

if (!recorded) console.warn(`Recorded walks are left out: there are none in ${data} (DAOYIN_DATA).`);

describe.skipIf(!recorded)('on recorded walks', () => {
  it('the default answers every second after the first three in a hall nobody here built, half within 2.3 m', () => {
    const register = registerOf(join(data, 'tetam/beacons.json'));
    const walks = tetamWalks.map((walk) => {
      const positions = locate(inputsOf(walk), { register });
      const truth = truthOf(walk);
      const [first, last] = [truth[0]!.atMs, truth.at(-1)!.atMs];
      expect(positions[0]!.atMs - first).toBeLessThanOrEqual(3000);
      const expected = Math.floor(last / 1000) - Math.ceil((first + 3000) / 1000);
      expect(positions.length).toBeGreaterThanOrEqual(expected);
      return compareWalk(truth, positions);
    });
    const score = poolScores(walks);
    expect(score.error!.median).toBeLessThan(2.3);
    expect(score.error!.p95).toBeLessThan(5.5);
    expect(score.coverage95).toBeGreaterThan(0.9);
  });

  it('the required pipeline is half within 2.1 m in the reference hall, and on the right level in 98 % of seconds', () => {
    const register = registerOf(join(data, 'hall/beacons.json'));
    const venue = venueOf(join(data, 'hall/venue'));
    const walks = walksIn(join(data, 'hall/walks')).map((walk) =>
      compareWalk(truthOf(walk), locate(inputsOf(walk), { register, venue, estimator: 'trilateration' })),
    );
    const score = poolScores(walks);
    expect(score.error!.median).toBeLessThan(2.1);
    expect(score.levelAccuracy).toBeGreaterThan(0.98);
    expect(score.coverage95).toBeGreaterThan(0.9);
    expect(score.lost.tracks).toBe(0);
  });

  it('the default with steps is half within 1 m in the reference hall, honest about it, and never lost', () => {
    const register = registerOf(join(data, 'hall/beacons.json'));
    const venue = venueOf(join(data, 'hall/venue'));
    const walks = walksIn(join(data, 'hall/walks')).map((walk) =>
      compareWalk(truthOf(walk), locate(inputsOf(walk), { register, venue })),
    );
    const score = poolScores(walks);
    expect(score.error!.median).toBeLessThan(0.88);
    expect(score.error!.p95).toBeLessThan(2.3);
    expect(score.levelAccuracySteady).toBeGreaterThan(0.999);
    expect(score.coverage95).toBeGreaterThan(0.93);
    expect(score.lost.tracks).toBe(0);
  });

  it('beacons that nobody placed are half within 6 m in a mall, by fingerprints and a pedometer', () => {
    const register = learnMall();
    const walks = mallTests().map((walk) => compareMall(register, walk));
    const score = poolScores(walks);
    expect(walks.reduce((sum, { scored }) => sum + scored.length, 0)).toBeGreaterThan(50);
    expect(score.error!.median).toBeLessThan(6);
    expect(score.error!.p95).toBeLessThan(14);
    expect(score.coverage95).toBeGreaterThan(0.9);
  }, 240_000);
});
