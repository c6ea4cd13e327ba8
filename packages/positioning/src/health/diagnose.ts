import { type BeaconIndex, type IndexedBeacon, indexBeacons } from '../beacon-index';
import { type FloorRaster, floorsOf } from '../floor-raster';
import type { EstimatorContext } from '../types';
import { logSumExp } from './gaussian';
import type { HealthLedger } from './ledger';
import { type Gain, type PlaceFinding, PlaceJudge } from './place-judge';
import { medianGain, probabilityWeak } from './power-test';
import { learnShareDead, silenceVerdict } from './silence-test';
import { type BeaconVerdict, CLEAR, PRIOR, sinceOf } from './verdict';

/** What the walks of a ledger say of each placed beacon of the register, in the register's order. */
export function diagnose(
  ledger: HealthLedger,
  context: Pick<EstimatorContext, 'register' | 'venue'>,
): readonly BeaconVerdict[] {
  const index = indexBeacons(context.register, context.venue);
  const floors = floorsOf(index, context.venue);
  const placed = index.beacons.filter((beacon) => beacon.placed);
  const shareDead = learnShareDead(placed.flatMap(({ id }) => ledger.silenceOf(id) ?? []));
  const findings = placed.map((beacon) => examine(ledger, index, floors, beacon, shareDead));
  const commonDb = medianGain(
    findings.flatMap((finding) => (finding.verdict ? [] : finding.gains.slice(0, 1))),
  );
  return findings.map((finding) => finding.verdict ?? powerVerdict(finding, commonDb));
}

/** A verdict, or what its power may still tell: gains since each of the days, by all that was heard from then on. */
type Examined =
  | { readonly verdict: BeaconVerdict }
  | {
      readonly verdict?: undefined;
      readonly beaconId: string;
      readonly inPlace: number;
      readonly days: readonly number[];
      readonly gains: readonly (Gain | undefined)[];
    };

function examine(
  ledger: HealthLedger,
  index: BeaconIndex,
  floors: readonly FloorRaster[] | undefined,
  beacon: IndexedBeacon,
  shareDead: number,
): Examined {
  const beaconId = beacon.id;
  const silent = silenceVerdict(beaconId, ledger.silenceOf(beaconId), shareDead);
  if (silent) return { verdict: silent };
  return examineHeard(ledger, new PlaceJudge(index, floors, beacon), beaconId);
}

/** A change is looked for at the start of every day that is kept apart; the first stands for "so from the first walk on". */
function examineHeard(ledger: HealthLedger, place: PlaceJudge, beaconId: string): Examined {
  const days = ledger.daysOf(beaconId);
  const changes = days.flatMap((day, i) => changeAt(ledger, place, beaconId, day, days[i - 1]) ?? []);
  const odds = changes.reduce((sum, { logOdds }) => sum + Math.exp(Math.min(300, logOdds)), 0);
  const moved = odds / (1 + odds);
  if (moved < CLEAR) {
    const gains = days.map((day) => place.judgePower(ledger.levelsOf(beaconId, day)));
    return { beaconId, inPlace: 1 - moved, days, gains };
  }
  const best = changes.reduce((a, b) => (b.logOdds > a.logOdds ? b : a));
  const { gainDb, gainSdDb } = best.finding;
  const now = { place: best.finding.place, gainDb, gainSdDb };
  return { verdict: { beaconId, state: 'moved', probability: moved, ...sinceOf(best.day), ...now } };
}

/** That the beacon has hung elsewhere since the start of a day. Its shadows may be others there, or those of the places where people walk: as likely. */
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
  if (dayBefore === undefined) {
    return { day: undefined, logOdds: Math.log(PRIOR.moved) + finding.logBayesFactor, finding };
  }
  const before = ledger.levelsOf(beaconId, -Infinity, dayBefore);
  const compared = place.compare(before, since);
  const elsewhere = place.registered(before) + finding.registered + finding.logBayesFactor;
  if (!compared) return undefined;
  const stayed = logSumExp([compared.stayed, Math.log(PRIOR.repoweredADay) + compared.repowered]);
  const moved = logSumExp([elsewhere, compared.moved]) - Math.LN2;
  const logOdds = Math.log(PRIOR.movedADay) + moved - stayed;
  return { day, logOdds, finding: compared.moved > elsewhere ? compared.finding : finding };
}

/** Weak, or healthy; weak since the first day from which on it was always. What is common to all beacons is the receivers'. */
function powerVerdict(
  { beaconId, inPlace, days, gains }: Extract<Examined, { readonly beaconId: string }>,
  commonDb: number,
): BeaconVerdict {
  const own = gains.map((gain) => gain && { ...gain, gainDb: gain.gainDb - commonDb });
  const first = own.findIndex((gain) => gain && probabilityWeak(gain) >= CLEAR);
  const gain = own[Math.max(0, first)];
  if (!gain) return { beaconId, state: 'healthy', probability: inPlace };
  const weak = probabilityWeak(gain);
  if (first < 0) return { beaconId, state: 'healthy', probability: inPlace * (1 - weak), ...gain };
  const since = first === 0 ? undefined : days[first];
  return { beaconId, state: 'weak', probability: inPlace * weak, ...sinceOf(since), ...gain };
}
