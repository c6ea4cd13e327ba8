import { distance, type VenuePoint } from '@daoyin/geometry';
import type { BeaconRegister, Venue } from '@daoyin/venue';
import type { TruthPoint } from '../score/truth';
import { type FindWay, runErrands } from './errands';
import { endMs, type Motion, poseAt } from './motion';
import { type BeaconLine, readingsOf } from './readings';
import { Recorder } from './recorder';
import { round, type StepLine, stepsOf } from './steps';
import { stream, uniform } from './streams';
import { runVisit } from './visit';
import { routedWays } from './ways';
import { createRadioWorld, type RadioWorld, type Variant } from './world';

/** A line of `readings.jsonl` as the simulator writes it. */
export type SimulatedLine = BeaconLine | StepLine;

/** A walk with its truth, both in order of time; `lines` and `truth` are ready for `JSON.stringify`, one a line. */
export interface SimulatedWalk {
  readonly lines: readonly SimulatedLine[];
  readonly truth: readonly TruthPoint[];
}

interface Simulation {
  readonly venue: Venue;
  readonly register: BeaconRegister;
  readonly seed: number;
  readonly variant?: Variant;
  /** A world that several walks share; without it one is made from the seed. */
  readonly world?: RadioWorld;
  readonly truthEveryMs?: number;
}

/**
 * A visitor's walk of so many minutes with all that their phone hears. The same arguments give the same bytes. Throws where
 * the venue has no two places with a way between them.
 */
export function simulateWalk(
  simulation: Simulation & { readonly minutes: number; readonly findWay?: FindWay },
): SimulatedWalk {
  const { venue, seed, minutes, findWay = routedWays(venue) } = simulation;
  return walkOf(simulation, runErrands(venue, findWay, stream(seed, 'errands'), minutes * 60));
}

/** A visit from door to door, as long as it takes: a number, a seat, a window or two. The same arguments give the same bytes. */
export function simulateVisit(simulation: Simulation & { readonly findWay?: FindWay }): SimulatedWalk {
  const { venue, seed, findWay = routedWays(venue) } = simulation;
  return walkOf(simulation, runVisit(venue, findWay, stream(seed, 'visit')));
}

/**
 * A walk along given points at m/s, standing a moment at both ends, as of a visitor who follows their route. Where the level changes,
 * the walker takes the connector that is there.
 */
export function simulateAlong(
  simulation: Simulation & {
    readonly path: readonly VenuePoint[];
    readonly speed: number;
    readonly startMs?: number;
  },
): SimulatedWalk {
  const { venue, path, speed, seed, startMs = 0 } = simulation;
  const [start, ...rest] = path;
  if (start === undefined) throw new RangeError('Expected a path of at least one point, got none.');
  const random = stream(seed, 'along');
  const ahead = rest.find((point) => distance(point, start) > 0) ?? start;
  const recorder = new Recorder(venue, start, Math.atan2(ahead.y - start.y, ahead.x - start.x));
  recorder.stand(2);
  for (const point of rest) {
    const here = recorder.here;
    if (point.level === here.level) recorder.walk([point], speed);
    else recorder.change(point, uniform(random, [2, 8]));
  }
  recorder.stand(5);
  return walkOf(simulation, recorder.motion(startMs));
}

function walkOf(simulation: Simulation, motion: Motion): SimulatedWalk {
  const { seed, variant = {}, truthEveryMs = 500 } = simulation;
  const world = simulation.world ?? createRadioWorld(simulation);
  const lines = [
    ...readingsOf(world, motion, seed, variant),
    ...stepsOf(motion, stream(seed, 'steps'), world.effects.steps),
  ].sort((a, b) => a.atMs - b.atMs);
  const truth: TruthPoint[] = [];
  for (let atMs = motion.startMs; atMs <= endMs(motion); atMs += truthEveryMs) {
    const { x, y, level } = poseAt(motion, atMs);
    truth.push({ atMs, x: round(x, 3), y: round(y, 3), level });
  }
  return { lines, truth };
}
