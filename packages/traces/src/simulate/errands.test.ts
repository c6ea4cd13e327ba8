import { distance, type Point } from '@daoyin/geometry';
import { expect, it } from 'vitest';
import { type FindWay, runErrands } from './errands';
import { testHall } from './hall.test-support';
import { stream } from './streams';

it('a queue is moved up in, never walked to again: nobody goes farther than the ways to the windows', () => {
  for (const seed of [1, 2, 3]) {
    let ways = 0;
    const findWay: FindWay = (from, to) => {
      if (from.level !== to.level) return undefined;
      const path: readonly Point[] = [from, { x: (from.x + to.x) / 2, y: from.y - 3 }, to];
      ways += distance(path[0]!, path[1]!) + distance(path[1]!, path[2]!);
      return [{ kind: 'walk', level: from.level, path }] as unknown as ReturnType<FindWay>;
    };
    const { poses } = runErrands(testHall(), findWay, stream(seed, 'errands'), 600);
    expect(poses.at(-1)!.odometer).toBeGreaterThan(20);
    expect(poses.at(-1)!.odometer).toBeLessThan(ways + 1e-6);
  }
});
