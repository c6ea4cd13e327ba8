import { boundSpread, positioningBound } from '@daoyin/traces';
import { fixed, line } from './rows';
import type { WalkSet } from './walks';

/** The first seconds say what the prior says, before there is enough to locate by. */
const SETTLED = 2;

/**
 * What no causal estimator can better on these very walks under the channel of the simulator (posterior Cramér–Rao). Of recorded walks of a real
 * hall it says what that channel would allow there, not what is.
 */
export function boundRow({ walks, register, venue, variant }: WalkSet, steps: boolean): string {
  const points = walks.flatMap(({ truth, silent }) =>
    positioningBound({
      truth,
      register,
      steps,
      ...(venue && { venue }),
      ...(variant && { variant }),
      ...(silent && { silent }),
    }).slice(SETTLED),
  );
  const spread = boundSpread(points);
  return line('bound', [
    fixed(spread?.median, 2),
    fixed(spread?.p75, 2),
    fixed(spread?.p95, 2),
    fixed(spread?.max, 1),
  ]);
}
