import type { BeaconIndex } from './beacon-index';
import type { Belief } from './belief';
import type { DropCounts } from './intake';
import { Intake, noDrops } from './intake';
import { Pedometer } from './pedometer/pedometer';
import { dropNotes, HeardLately, registerNotes } from './reasons';
import type {
  AnchorSighting,
  Estimator,
  EstimatorDebug,
  InertialSample,
  Observation,
  Position,
  Step,
} from './types';

/** The estimators' common clock: evidence is gathered for this long, so that the outcome does not depend on how often one asks. */
export const TICK_MS = 500;
const LONGEST_RUN_OF_TICKS = 40;
/** Who asks about a later time than this after the newest observation must not move the clock of what comes next. */
const LONGEST_LOOK_AHEAD_MS = 5000;
/** A circle of this radius holds any hall. */
const SAYS_NOTHING_M = 150;
const NOTHING_TO_SHOW: EstimatorDebug = { points: [], residuals: [], notes: [] };
/** Where steps are told, the pedometer's own would count twice: it stands back for so long after the last one. */
const TOLD_STEPS_LAST_MS = 60_000;

/** One estimator's state and rules, free of identities and disorder: the driver below calls it in time order. */
export interface Engine {
  reading(beacon: number, atMs: number, rssiDbm: number, smoothedDbm?: number): void;
  step?(step: Step): void;
  anchor?(anchor: AnchorSighting, level: number): void;
  /** Everything observed before `atMs` has been given: take it into account. Called at multiples of `TICK_MS`, longer apart after a gap. */
  tick(atMs: number): void;
  positionAt(atMs: number): Position | undefined;
  /** What another engine can go on from at `atMs`, and how this one goes on from another's. */
  belief?(atMs: number): Belief | undefined;
  seed?(belief: Belief, atMs: number): void;
  debug?(): EstimatorDebug;
}

/** An estimator that counts what it dropped, by reason. */
export interface CountingEstimator extends Estimator {
  readonly drops: Readonly<DropCounts>;
}

/**
 * Runs an engine: admits observations, resolves beacons, makes steps of inertial samples where none are told, keeps the tick clock,
 * starts anew when the device's clock was set.
 */
export function driveEngine(index: BeaconIndex, startEngine: () => Engine): CountingEstimator {
  const drops = noDrops();
  const intake = new Intake();
  let engine = startEngine();
  let pedometer = new Pedometer();
  let toldStepMs = Number.NEGATIVE_INFINITY;
  let tickMs: number | undefined;
  let heardLately = new HeardLately(index);
  let absence: string | undefined;

  const runTicks = (untilMs: number): void => {
    if (tickMs === undefined) return;
    if (untilMs - tickMs > LONGEST_RUN_OF_TICKS * TICK_MS) tickMs = lastTickBefore(untilMs) - TICK_MS;
    while (tickMs + TICK_MS <= untilMs) {
      tickMs += TICK_MS;
      engine.tick(tickMs);
    }
  };
  const drop = (reason: keyof DropCounts): void => {
    drops[reason]++;
  };

  return {
    drops,
    observe(observation) {
      const admission = intake.admit(observation);
      if (admission === 'held') return drop('glitch');
      if (admission === 'restart') {
        engine = startEngine();
        pedometer = new Pedometer();
        toldStepMs = Number.NEGATIVE_INFINITY;
        tickMs = undefined;
        heardLately = new HeardLately(index);
      } else if (admission !== 'use') return drop(admission);
      tickMs ??= lastTickBefore(observation.atMs);
      runTicks(observation.atMs);
      const reason = deliver(index, engine, heardLately, observation);
      if (reason) drop(reason);
      if (observation.kind === 'step') toldStepMs = observation.atMs;
      if (!isInertial(observation)) return;
      const steps = pedometer.add(observation);
      if (observation.atMs - toldStepMs > TOLD_STEPS_LAST_MS) for (const step of steps) engine.step?.(step);
    },
    positionAt(atMs) {
      if (!Number.isFinite(atMs)) return undefined;
      runTicks(Math.min(atMs, intake.newestMs + LONGEST_LOOK_AHEAD_MS));
      const position = engine.positionAt(atMs);
      const told = position !== undefined && saysSomething(position);
      absence = told ? undefined : heardLately.whyAbsent(atMs);
      return told ? position : undefined;
    },
    debug() {
      const { points, residuals, notes } = engine.debug?.() ?? NOTHING_TO_SHOW;
      const reasons = [...dropNotes(drops), ...registerNotes(index)];
      return { points, residuals, notes: [...(absence ? [absence] : []), ...notes, ...reasons] };
    },
  };
}

/** Whether a position is one to show: numbers, and not just "somewhere". */
function saysSomething({ x, y, accuracy95 }: Position): boolean {
  return Number.isFinite(x) && Number.isFinite(y) && accuracy95 < SAYS_NOTHING_M;
}

function lastTickBefore(atMs: number): number {
  return Math.floor(atMs / TICK_MS) * TICK_MS;
}

function isInertial(observation: Observation): observation is InertialSample {
  const { kind } = observation;
  return kind === 'accelerometer' || kind === 'gyroscope' || kind === 'rotation_vector';
}

function deliver(
  index: BeaconIndex,
  engine: Engine,
  heardLately: HeardLately,
  observation: Observation,
): keyof DropCounts | undefined {
  switch (observation.kind) {
    case 'reading': {
      const beacon = index.indexOf(observation.beaconId);
      if (beacon === undefined) return 'unknown-beacon';
      heardLately.hear(beacon, observation.atMs);
      engine.reading(beacon, observation.atMs, observation.rssiDbm, observation.smoothed?.rssiDbm);
      return undefined;
    }
    case 'step':
      engine.step?.(observation);
      return undefined;
    case 'anchor': {
      const level = index.levelOf(observation.at.level);
      if (level === undefined) return 'unknown-level';
      engine.anchor?.(observation, level);
      return undefined;
    }
    default:
      return undefined;
  }
}
