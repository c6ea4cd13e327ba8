import type { VenuePoint } from '@daoyin/geometry';
import type { BeaconIndex, IndexedBeacon } from '../beacon-index';
import { isInPlace, STEP } from './candidate-grid';
import type { Candidate } from './candidates';
import { logSumExp } from './gaussian';
import type { PlaceEvidence } from './place-test';

const IN_PLACE_SD = 0.5;

/** A place where a beacon may hang, and how it explains the levels. */
export type Weighed = Candidate & PlaceEvidence;

export interface Gain {
  readonly gainDb: number;
  readonly gainSdDb: number;
}

export interface PlaceFinding extends Gain {
  /** ln of how much better another place explains the levels than the registered one. */
  readonly logBayesFactor: number;
  /** ln likelihood of the levels with the beacon in its registered place. */
  readonly registered: number;
  /** The most likely other place: mean and standard deviation along each axis. */
  readonly place: VenuePoint & { readonly sd: number };
}

/** ln likelihoods of two periods' levels, the shadows being the same in both: the beacon stayed, with one power or with another since, or was moved. */
export interface PeriodFinding {
  readonly stayed: number;
  readonly repowered: number;
  readonly moved: number;
  readonly finding: PlaceFinding;
}

/** What the places tried say together of where a beacon hangs. */
export function findingOf(
  weighed: readonly Weighed[],
  { levels }: BeaconIndex,
  beacon: IndexedBeacon,
): PlaceFinding {
  const isRegistered = (candidate: Weighed) => candidate.level === beacon.level && isInPlace(candidate);
  const registered = inPlace(weighed.filter(isRegistered));
  const elsewhere = weighed.filter((candidate) => !isRegistered(candidate));
  const logs = elsewhere.map(({ logLikelihood }) => logLikelihood);
  const total = logSumExp(logs);
  const best = elsewhere[logs.indexOf(Math.max(...logs))]!;
  const level = levels[best.level]!.shortName;
  const near = elsewhere.map((c, i) => (c.level === best.level ? Math.exp(logs[i]! - total) : 0));
  const share = near.reduce((a, b) => a + b, 0);
  const mean = (of: (candidate: Weighed) => number): number =>
    elsewhere.reduce((sum, candidate, i) => sum + near[i]! * of(candidate), 0) / share;
  const [dx, dy] = [mean((c) => c.dx), mean((c) => c.dy)];
  const variance = (mean((c) => (c.dx - dx) ** 2 + (c.dy - dy) ** 2) + STEP ** 2 / 6) / 2;
  const gainDb = mean((c) => c.gainDb);
  return {
    logBayesFactor: total - Math.log(elsewhere.length) - registered,
    registered,
    place: { x: beacon.x + dx, y: beacon.y + dy, level, sd: Math.sqrt(variance) },
    gainDb,
    gainSdDb: Math.sqrt(mean((c) => c.gainSdDb ** 2 + (c.gainDb - gainDb) ** 2)),
  };
}

/** ln likelihood averaged over where a beacon in place may hang. */
export function inPlace(weighed: readonly Weighed[]): number {
  const prior = weighed.map(({ dx, dy }) => -(dx ** 2 + dy ** 2) / (2 * IN_PLACE_SD ** 2));
  return logSumExp(weighed.map(({ logLikelihood }, i) => logLikelihood + prior[i]!)) - logSumExp(prior);
}
