import type { BeaconIndex } from '../beacon-index';
import type { RadioModel } from '../radio-model';
import { defaultReception, siteOf } from '../reception';
import { type BeaconTestimony, MOST_HEARD, middleOf, type SquareLevel } from './report';
import type { Witnessed } from './witness';

/** What was heard of one beacon in one square during a walk; `sumDbm` (for a receiver of unit gain) and what follows are sums. */
export interface Visit {
  readonly level: number;
  readonly column: number;
  readonly row: number;
  heard: number;
  sumDbm: number;
  sent: number;
  offset: number;
  gain: number;
  bodyEast: number;
  bodyNorth: number;
  placeVariance: number;
  gainVariance: number;
  seconds: number;
}

/** So much may a level differ from what is expected: dB². Broad, since the beacon may hang elsewhere. */
const PREDICTION_VARIANCE = 64;
/** Adverts beyond these say the same again: fading and shadows stay while one stands. */
const MOST_ADVERTS = 8;
/** The phone's own pattern, the hand, people about: the same for a visit, in dB². */
const VISIT_VARIANCE = 4;

const MOST_EXPECTED = 60;
/** Squares farther from the registered place say something only where the beacon is loud. */
const REACH = 18;
const LOUD_DBM = -80;

export function testimonyOf(
  index: BeaconIndex,
  model: RadioModel,
  beacon: number,
  { heard, expected, visits }: Witnessed,
): BeaconTestimony {
  const { id, x, y } = index.beacons[beacon]!;
  const squares = [...visits.values()].flatMap((visit) => levelOf(index, model, beacon, visit) ?? []);
  const most = heard > 0 ? MOST_HEARD : MOST_EXPECTED;
  const promised = (i: 0 | 1 | 2 | 3): number => round(Math.min(most, expected[i]), 1);
  return {
    beaconId: id,
    heard: Math.min(MOST_HEARD, heard),
    expected: [promised(0), promised(1), promised(2), promised(3)],
    squares: (heard > 0 ? squares : [])
      .filter(
        ({ column, row, dbm }) =>
          dbm > LOUD_DBM || Math.hypot(middleOf(column) - x, middleOf(row) - y) <= REACH,
      )
      .sort(bySquare),
  };
}

/** By place, so that the order tells no way. */
function bySquare(a: SquareLevel, b: SquareLevel): number {
  return a.row - b.row || a.column - b.column || (a.level < b.level ? -1 : 1);
}

/** Never −0, which JSON does not know. */
function round(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}

/**
 * The level of a square that a visit's adverts, and the missing ones, stand for; undefined where they say nothing. It is the mean of what was heard
 * wherever in the square: carried to its middle by the registered place, a beacon that hangs elsewhere would look at home.
 */
function levelOf(
  index: BeaconIndex,
  model: RadioModel,
  beacon: number,
  visit: Visit,
): SquareLevel | undefined {
  const { level, column, row, seconds } = visit;
  const middle = model.expectedDbm(beacon, middleOf(column), middleOf(row), level);
  const offset = visit.offset / seconds;
  const share = Math.min(1, MOST_ADVERTS / Math.max(visit.heard, visit.sent));
  const evidence = {
    heard: visit.heard * share,
    meanDbm: visit.heard > 0 ? offset + visit.sumDbm / visit.heard : 0,
    sent: (Math.max(visit.heard, visit.sent) / defaultReception.clearAir) * share,
  };
  const site = siteOf(evidence, middle + offset, PREDICTION_VARIANCE, defaultReception);
  if (!site) return undefined;
  const variance = site.variance + VISIT_VARIANCE + visit.gainVariance + visit.placeVariance / seconds;
  return {
    level: index.levels[level]!.shortName,
    column,
    row,
    dbm: round(site.meanDbm - visit.gain / seconds, 1),
    body: [round(visit.bodyEast / seconds, 1), round(visit.bodyNorth / seconds, 1)],
    weight: round(1 / variance, 4),
  };
}
