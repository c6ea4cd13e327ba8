import type { CountingEstimator } from './engine';
import type { DropCounts } from './intake';
import { defaultEstimator, startEstimator } from './start-estimator';
import type { EstimatorContext, EstimatorDebug, Observation, Position } from './types';

/** What a session has taken and refused. */
export interface SessionCounters {
  readonly readings: number;
  readonly steps: number;
  readonly anchors: number;
  readonly inertialSamples: number;
  /** By reason; `glitch` are lone jumps of the clock. */
  readonly dropped: Readonly<DropCounts>;
}

/** What the listening device holds of one walker: readings, steps and anchors in any mix in; position, counters and debug view out. */
export class PositioningSession {
  private readonly estimator: CountingEstimator;
  private readonly counts = { readings: 0, steps: 0, anchors: 0, inertialSamples: 0 };

  constructor(
    context: EstimatorContext,
    readonly estimatorName: string = defaultEstimator,
  ) {
    this.estimator = startEstimator(estimatorName, context);
  }

  observe(observation: Observation): void {
    this.counts[counterOf(observation)]++;
    this.estimator.observe(observation);
  }

  /** The position from what was observed until now; absent until there is enough to say. */
  positionAt(atMs: number): Position | undefined {
    return this.estimator.positionAt(atMs);
  }

  get counters(): SessionCounters {
    return { ...this.counts, dropped: { ...this.estimator.drops } };
  }

  debug(): EstimatorDebug {
    return this.estimator.debug?.() ?? { points: [], residuals: [], notes: [] };
  }
}

function counterOf(observation: Observation): 'readings' | 'steps' | 'anchors' | 'inertialSamples' {
  switch (observation.kind) {
    case 'reading':
      return 'readings';
    case 'step':
      return 'steps';
    case 'anchor':
      return 'anchors';
    default:
      return 'inertialSamples';
  }
}
