import { distance, type VenuePoint } from '@daoyin/geometry';
import type { Estimator, Observation } from '@daoyin/positioning';
import type { SimulatedWalk, TruthPoint } from '@daoyin/traces';

/** An estimate of one second beside the truth. */
export interface Second {
  readonly atMs: number;
  /** Metres that the walker has gone since the start. */
  readonly walked: number;
  /** Metres off; absent where nothing was said. */
  readonly error: number | undefined;
  readonly covered: boolean;
  readonly levelRight: boolean;
  readonly accuracy95: number | undefined;
}

export interface Followed {
  readonly seconds: readonly Second[];
  /** Milliseconds of each update: what was observed in a step's time, and the position. */
  readonly updateMs: readonly number[];
}

/** Follows a walk once a second, causally. */
export function followBy(
  estimator: Estimator,
  truth: readonly TruthPoint[],
  observations: readonly Observation[],
): Followed {
  const seconds: Second[] = [];
  const updateMs: number[] = [];
  let next = 0;
  let walked = 0;
  for (const [i, at] of truth.entries()) {
    if (i > 0 && truth[i - 1]!.level === at.level) walked += distance(truth[i - 1]!, at);
    const began = cpuMs();
    while (next < observations.length && observations[next]!.atMs <= at.atMs)
      estimator.observe(observations[next++]!);
    const position = estimator.positionAt(at.atMs);
    updateMs.push(cpuMs() - began);
    if (at.atMs % 1000 !== 0) continue;
    const error = position && distance(position, at);
    seconds.push({
      atMs: at.atMs,
      walked,
      error,
      covered: error !== undefined && error <= position!.accuracy95,
      levelRight: position?.level === at.level,
      accuracy95: position?.accuracy95,
    });
  }
  return { seconds, updateMs };
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function observationsOf(walk: SimulatedWalk): Observation[] {
  return walk.lines.map((line) =>
    'step' in line
      ? { kind: 'step', atMs: line.atMs, ...line.step }
      : { kind: 'reading', atMs: line.atMs, beaconId: line.beacon, rssiDbm: line.rssiDbm },
  );
}

export function anchorAt(atMs: number, at: VenuePoint, sigma = 1): Observation {
  return { kind: 'anchor', atMs, at, sigma };
}

export function inOrder(observations: readonly Observation[]): readonly Observation[] {
  return observations.toSorted((a, b) => a.atMs - b.atMs);
}
