import { estimatorNames } from '@daoyin/positioning';
import { poolScores } from '@daoyin/traces';
import { compareMall, learnMall, mallTests } from '../test/mall';
import { truthOf } from '../test/recorded';

/**
 * Locates the mall's test walks by what its survey teaches of beacons that nobody placed, with the pedometer on the raw inertial samples and
 * without: `tsx bench/mall.ts [estimator …]`. Errors in metres at the waypoints; `answered` of them have a position within a second.
 */

main(process.argv.slice(2));

function main(named: readonly string[]): void {
  const register = learnMall();
  console.log('estimator      inertial  median   75 %   95 %    max  answered  cover95');
  for (const estimator of named.length > 0 ? named : estimatorNames)
    for (const inertial of [true, false]) console.log(row(register, estimator, inertial));
}

function row(register: ReturnType<typeof learnMall>, estimator: string, inertial: boolean): string {
  const walks = mallTests().map((walk) => compareMall(register, walk, { inertial, estimator }));
  const waypoints = mallTests().reduce((sum, walk) => sum + truthOf(walk).length, 0);
  const answered = walks.reduce((sum, { scored }) => sum + scored.length, 0);
  const { error, coverage95 } = poolScores(walks);
  const metres = [error?.median, error?.p75, error?.p95, error?.max].map((value) =>
    fixed(value, 1).padStart(6),
  );
  const shares = [`${answered}/${waypoints}`.padStart(9), fixed(coverage95, 3).padStart(8)];
  return [estimator.padEnd(14), (inertial ? 'yes' : 'no').padEnd(8), ...metres, ...shares].join(' ');
}

function fixed(value: number | undefined, digits: number): string {
  return value === undefined ? '–' : value.toFixed(digits);
}
