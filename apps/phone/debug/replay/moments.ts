import { type Chain, decodeReading, describeCounters, startChain } from '@daoyin/beacon-ingest';
import type { EstimatorDebug, Position } from '@daoyin/positioning';
import type { RecordedWalk } from '@daoyin/protocol';
import { inTimeOrder, playWalk, type TruthPoint, truthAt } from '@daoyin/traces';
import type { BeaconRegister } from '@daoyin/venue';

/** A beacon heard lately, with its smoothed level. */
export interface HeardBeacon {
  readonly beaconId: string;
  readonly rssiDbm: number;
}

/** One moment of a replay: all that its picture shows. `error` in metres, where a truth is known. */
export interface Moment {
  readonly atMs: number;
  readonly position: Position | undefined;
  readonly truth: TruthPoint | undefined;
  readonly error: number | undefined;
  readonly heard: readonly HeardBeacon[];
  readonly debug: EstimatorDebug;
  /** What the chain took and what it dropped, in words. */
  readonly counters: string;
}

export interface ReplaySettings {
  readonly walk: RecordedWalk;
  readonly register: BeaconRegister;
  readonly estimator: string;
}

const EVERY_MS = 500;
const HEARD_LATELY_MS = 3000;
const MOST_POINTS = 300;
const NOTHING: EstimatorDebug = { points: [], residuals: [], notes: [] };

/** The chain over a recorded walk, causally, one moment every half a second. */
export function* momentsOf({ walk, register, estimator }: ReplaySettings): Generator<Moment> {
  const venue = walk.venue ?? undefined;
  const chain = startChain({ register, estimator, seed: 1, ...(venue && { venue }) });
  let problem: string | undefined;
  const truthLines = inTimeOrder(walk.truth);
  for (const { atMs, lines } of playWalk(
    walk.lines,
    EVERY_MS,
    truthLines[0]?.atMs,
    truthLines.at(-1)?.atMs,
  )) {
    for (const line of lines) problem = take(chain, line) ?? problem;
    const position = chain.positionAt(atMs);
    const truth = truthAt(truthLines, atMs);
    const lately = chain.health().filter(({ lastHeardMs }) => atMs - lastHeardMs <= HEARD_LATELY_MS);
    yield {
      atMs,
      position,
      truth,
      error: position && truth && Math.hypot(position.x - truth.x, position.y - truth.y),
      heard: lately
        .map(({ beaconId, level }) => ({ beaconId, rssiDbm: level.rssiDbm }))
        .sort((a, b) => b.rssiDbm - a.rssiDbm),
      debug: thinned(chain.debug() ?? NOTHING),
      counters: describeCounters(chain.counters()) + (problem ? `; the last bad line: ${problem}` : ''),
    };
  }
}

/** Gives a line to the chain; what is wrong with it, if anything is. */
function take(chain: Chain, line: unknown): string | undefined {
  const decoded = isRecord(line) ? decodeReading(line) : { ok: false as const, problem: 'no JSON object' };
  if (decoded.ok) {
    chain.push(decoded.input);
    return undefined;
  }
  chain.badLine();
  return decoded.problem;
}

function isRecord(line: unknown): line is Readonly<Record<string, unknown>> {
  return typeof line === 'object' && line !== null;
}

/** The heaviest points are enough to see. */
function thinned({ points, residuals, notes }: EstimatorDebug): EstimatorDebug {
  const heaviest = points.toSorted((a, b) => b.weight - a.weight).slice(0, MOST_POINTS);
  return { points: heaviest, residuals: [...residuals], notes: [...notes] };
}
