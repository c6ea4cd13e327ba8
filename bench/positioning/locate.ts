import { startChain } from '@daoyin/beacon-ingest';
import type { PositionLine } from '@daoyin/traces';
import type { Walk, WalkSet } from './walks';

/** A track, one position a second, and what each of them cost. */
export interface Located {
  readonly positions: readonly PositionLine[];
  /** Milliseconds of computing for each second: all that was heard in it, and its position. */
  readonly updateMs: readonly number[];
}

/** Whoever can locate a walk. A `peer` is not ours. */
export interface Contestant {
  readonly name: string;
  readonly peer: boolean;
  readonly locate: (walk: Walk, set: WalkSet) => Located | Promise<Located>;
}

/** One of our estimators by name, causal, by the same chain as every app. */
export function estimatorContestant(estimator: string): Contestant {
  return {
    name: estimator,
    peer: false,
    locate(walk, { venue, register }) {
      const chain = startChain({ register, estimator, seed: 1, everyMs: 1000, ...(venue && { venue }) });
      const positions: PositionLine[] = [];
      const updateMs: number[] = [];
      for (const second of secondsOf(walk.inputs)) {
        const began = cpuMs();
        const events = second.flatMap((input) => chain.push(input));
        updateMs.push(cpuMs() - began);
        positions.push(...positionsIn(events));
      }
      positions.push(...positionsIn(chain.end()));
      return { positions, updateMs };
    },
  };
}

/** Computing time of this process in milliseconds: it does not count what others do on the machine meanwhile. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function positionsIn(events: ReturnType<ReturnType<typeof startChain>['push']>): readonly PositionLine[] {
  return events.flatMap((event) => (event.kind === 'position' ? [event.position] : []));
}

/** Inputs cut at whole seconds. */
function* secondsOf(inputs: Walk['inputs']): Generator<Walk['inputs']> {
  let from = 0;
  for (let i = 1; i <= inputs.length; i++) {
    if (i < inputs.length && secondOf(inputs[i]!) === secondOf(inputs[from]!)) continue;
    yield inputs.slice(from, i);
    from = i;
  }
}

function secondOf(input: Walk['inputs'][number]): number {
  return Math.floor((input.kind === 'advert' ? input.advert.atMs : input.atMs) / 1000);
}
