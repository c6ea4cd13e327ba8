import { type BeaconIndex, type IndexedBeacon, indexBeacons } from '../beacon-index';
import { type FloorRaster, floorsOf } from '../floor-raster';
import type { EstimatorContext } from '../types';
import { logSumExp } from './gaussian';
import type { HealthLedger } from './ledger';
import { type Change, judgeChanges, learnShares } from './moved-share';
import type { Gain, PlaceFinding } from './place-finding';
import { PlaceJudge } from './place-judge';
import { medianGain, probabilityWeak } from './power-test';
import { learnShareDead, silenceVerdict } from './silence-test';
import { type BeaconVerdict, CLEAR, LIKELY, PRIOR, sinceOf } from './verdict';

/** What the walks of a ledger say of each placed beacon of the register, in the register's order. */
export function diagnose(
  ledger: HealthLedger,
  context: Pick<EstimatorContext, 'register' | 'venue'>,
): readonly BeaconVerdict[] {
  const index = indexBeacons(context.register, context.venue);
  const floors = floorsOf(index, context.venue);
  const placed = index.beacons.filter((beacon) => beacon.placed);
  const shareDead = learnShareDead(placed.flatMap(({ id }) => ledger.silenceOf(id) ?? []));
  const examined = placed.map((beacon) => examine(ledger, index, floors, beacon, shareDead));
  const shareOf = learnShares(examined.flatMap(({ verdict, changes }) => (verdict ? [] : [changes])));
  const commonDb = medianGain(examined.map(({ gains }) => gains[0]));
  return examined.map((beacon) => beacon.verdict ?? judge(beacon, shareOf, commonDb));
}

/** What was found of one beacon: a verdict for a silent one; else changes of place, and gains since each of the days, by all that was heard from then on. */
interface Examined {
  readonly beaconId: string;
  readonly verdict?: BeaconVerdict;
  readonly days: readonly number[];
  readonly changes: readonly PlaceChange[];
  readonly gains: readonly (Gain | undefined)[];
}

/** A change is looked for at the start of every day that is kept apart; the first stands for "so from the first walk on". */
function examine(
  ledger: HealthLedger,
  index: BeaconIndex,
  floors: readonly FloorRaster[] | undefined,
  beacon: IndexedBeacon,
  shareDead: number,
): Examined {
  const beaconId = beacon.id;
  const verdict = silenceVerdict(beaconId, ledger.silenceOf(beaconId), shareDead);
  if (verdict) return { beaconId, verdict, days: [], changes: [], gains: [] };
  const place = new PlaceJudge(index, floors, beacon);
  const days = ledger.daysOf(beaconId);
  const changes = days.flatMap((day, i) => changeAt(ledger, place, beaconId, day, days[i - 1]) ?? []);
  const gains = days.map((day) => place.judgePower(ledger.levelsOf(beaconId, day)));
  return { beaconId, days, changes, gains };
}

function judge(examined: Examined, shareOf: (change: Change) => number, commonDb: number): BeaconVerdict {
  const { probability, likeliest } = judgeChanges(examined.changes, shareOf);
  if (!likeliest || probability < LIKELY) return powerVerdict(examined, 1 - probability, commonDb);
  const { place, gainDb, gainSdDb } = likeliest.finding;
  const { beaconId } = examined;
  return { beaconId, state: 'moved', probability, ...sinceOf(likeliest.day), place, gainDb, gainSdDb };
}

/** Its shadows may be others in the other place, or those of the places where people walk: as likely. */
interface PlaceChange extends Change {
  readonly finding: PlaceFinding;
}

function changeAt(
  ledger: HealthLedger,
  place: PlaceJudge,
  beaconId: string,
  day: number,
  dayBefore: number | undefined,
): PlaceChange | undefined {
  const since = ledger.levelsOf(beaconId, day);
  const finding = dayBefore === undefined ? place.judge(since) : place.judgeSince(since);
  if (!finding) return undefined;
  if (dayBefore === undefined) {
    return { day: undefined, logBayesFactor: finding.logBayesFactor, finding };
  }
  const before = ledger.levelsOf(beaconId, -Infinity, dayBefore);
  const compared = place.compare(before, since);
  const elsewhere = place.registered(before) + finding.registered + finding.logBayesFactor;
  if (!compared) return undefined;
  const stayed = logSumExp([compared.stayed, Math.log(PRIOR.repoweredADay) + compared.repowered]);
  const moved = logSumExp([elsewhere, compared.moved]) - Math.LN2;
  return {
    day,
    logBayesFactor: moved - stayed,
    finding: compared.moved > elsewhere ? compared.finding : finding,
  };
}

/** Weak, or healthy; weak since the first day from which on it was always. What is common to all beacons is the receivers'. */
function powerVerdict({ beaconId, days, gains }: Examined, inPlace: number, commonDb: number): BeaconVerdict {
  const own = gains.map((gain) => gain && { ...gain, gainDb: gain.gainDb - commonDb });
  const first = own.findIndex((gain) => gain && probabilityWeak(gain) >= CLEAR);
  const gain = own[Math.max(0, first)];
  if (!gain) return { beaconId, state: 'healthy', probability: inPlace };
  const weak = probabilityWeak(gain);
  if (first < 0) return { beaconId, state: 'healthy', probability: inPlace * (1 - weak), ...gain };
  const since = first === 0 ? undefined : days[first];
  return { beaconId, state: 'weak', probability: inPlace * weak, ...sinceOf(since), ...gain };
}
