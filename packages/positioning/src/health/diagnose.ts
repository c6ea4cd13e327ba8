import { type BeaconIndex, type IndexedBeacon, indexBeacons } from '../beacon-index';
import { type FloorRaster, floorsOf } from '../floor-raster';
import { normalCdf } from '../reception';
import type { EstimatorContext } from '../types';
import type { HealthLedger } from './ledger';
import { type Gain, type PlaceFinding, PlaceJudge } from './place-judge';
import { probabilityDead } from './silence-test';
import type { BeaconVerdict } from './verdict';

const DAY_MS = 86_400_000;
/** Shares of beacons that are found dead, moved and weak in a hall that nobody has looked after; and what one day adds. */
const PRIOR_DEAD = 0.05;
const PRIOR_MOVED = 0.05;
const PRIOR_MOVED_A_DAY = 0.003;
/** A beacon is weak that is this much below its register in dB. */
const WEAK_DB = -5;
const CLEAR = 0.5;
const SURELY_DEAD = 0.9;

/** What the walks of a ledger say of each placed beacon of the register, in the register's order. */
export function diagnose(
  ledger: HealthLedger,
  context: Pick<EstimatorContext, 'register' | 'venue'>,
): readonly BeaconVerdict[] {
  const index = indexBeacons(context.register, context.venue);
  const floors = floorsOf(index, context.venue);
  return index.beacons.flatMap((beacon) => (beacon.placed ? [judge(ledger, index, floors, beacon)] : []));
}

function judge(
  ledger: HealthLedger,
  index: BeaconIndex,
  floors: readonly FloorRaster[] | undefined,
  beacon: IndexedBeacon,
): BeaconVerdict {
  const beaconId = beacon.id;
  const silence = ledger.silenceOf(beaconId);
  if (!silence) return { beaconId, state: 'unheard', probability: 1 };
  const dead = probabilityDead(silence.expected, PRIOR_DEAD);
  if (dead >= SURELY_DEAD) {
    return {
      beaconId,
      state: 'dead',
      probability: dead,
      ...(silence.lastHeardMs !== undefined && { sinceMs: silence.lastHeardMs }),
    };
  }
  if (silence.heard === 0) return { beaconId, state: 'unheard', probability: 1 - dead };
  return judgeHeard(ledger, new PlaceJudge(index, floors, beacon), beaconId);
}

/** A change is looked for at the start of every day that is kept apart; the first stands for "so from the first walk on". */
function judgeHeard(ledger: HealthLedger, place: PlaceJudge, beaconId: string): BeaconVerdict {
  const days = ledger.daysOf(beaconId);
  const changes = days.flatMap((day, i) => changeAt(ledger, place, beaconId, day, days[i - 1]) ?? []);
  const odds = changes.reduce((sum, { logOdds }) => sum + Math.exp(Math.min(300, logOdds)), 0);
  const moved = odds / (1 + odds);
  if (moved < CLEAR) return judgePower(ledger, place, beaconId, days, 1 - moved);
  const best = changes.reduce((a, b) => (b.logOdds > a.logOdds ? b : a));
  const { gainDb, gainSdDb } = best.finding;
  const now = { place: best.finding.place, gainDb, gainSdDb };
  return { beaconId, state: 'moved', probability: moved, ...sinceOf(best.day), ...now };
}

/** That the beacon has hung elsewhere since the start of a day. */
interface Change {
  readonly day: number | undefined;
  readonly logOdds: number;
  readonly finding: PlaceFinding;
}

function changeAt(
  ledger: HealthLedger,
  place: PlaceJudge,
  beaconId: string,
  day: number,
  dayBefore: number | undefined,
): Change | undefined {
  const since = ledger.levelsOf(beaconId, day);
  const finding = place.judge(since);
  if (!finding) return undefined;
  const elsewhere = finding.registered + finding.logBayesFactor;
  if (dayBefore === undefined) {
    return { day: undefined, logOdds: Math.log(PRIOR_MOVED) + finding.logBayesFactor, finding };
  }
  const before = ledger.levelsOf(beaconId, -Infinity, dayBefore);
  const moved = place.registered(before) + elsewhere;
  const stayed = place.registered(before, since);
  return { day, logOdds: Math.log(PRIOR_MOVED_A_DAY) + moved - stayed, finding };
}

/** Weak, or healthy; weak since the first day from which on it was always. */
function judgePower(
  ledger: HealthLedger,
  place: PlaceJudge,
  beaconId: string,
  days: readonly number[],
  inPlace: number,
): BeaconVerdict {
  const power = days.map((day) => place.judgePower(ledger.levelsOf(beaconId, day)));
  const first = power.findIndex((gain) => gain && weakBy(gain) >= CLEAR);
  const gain = power[Math.max(0, first)];
  if (!gain) return { beaconId, state: 'healthy', probability: inPlace };
  const weak = weakBy(gain);
  if (first < 0) return { beaconId, state: 'healthy', probability: inPlace * (1 - weak), ...gain };
  const since = first === 0 ? undefined : days[first];
  return { beaconId, state: 'weak', probability: inPlace * weak, ...sinceOf(since), ...gain };
}

function weakBy({ gainDb, gainSdDb }: Gain): number {
  return normalCdf((WEAK_DB - gainDb) / gainSdDb);
}

function sinceOf(day: number | undefined): { readonly sinceMs?: number } {
  return day === undefined ? {} : { sinceMs: day * DAY_MS };
}
