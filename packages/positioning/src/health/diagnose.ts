import { type BeaconIndex, type IndexedBeacon, indexBeacons } from '../beacon-index';
import { type FloorRaster, floorsOf } from '../floor-raster';
import type { EstimatorContext } from '../types';
import { logSumExp } from './gaussian';
import type { HealthLedger } from './ledger';
import { type Gain, type PlaceFinding, PlaceJudge } from './place-judge';
import { medianGain, probabilityWeak } from './power-test';
import type { Silence } from './silence';
import { probabilityDead } from './silence-test';
import type { BeaconVerdict } from './verdict';

const DAY_MS = 86_400_000;
/** Shares of beacons dead and moved in a hall that nobody has looked after, and what a day adds, or changes of their power. */
const PRIOR_DEAD = 0.05;
const PRIOR_MOVED = 0.05;
const PRIOR_MOVED_A_DAY = 0.003;
const PRIOR_REPOWERED_A_DAY = 0.01;
const CLEAR = 0.6;
const SURELY_DEAD = 0.75;
/** The share of dead beacons is learnt from all of them; the prior counts for so many. */
const PRIOR_COUNTS_FOR = 40;

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

/** The share of dead beacons that explains the silences best (expectation maximisation, Dempster et al. 1977). */
function learnShareDead(silences: readonly Silence[]): number {
  let share = PRIOR_DEAD;
  for (let i = 0; i < 10; i++) {
    const dead = silences.reduce((sum, silence) => sum + probabilityDead(silence, share), 0);
    share = (PRIOR_DEAD * PRIOR_COUNTS_FOR + dead) / (PRIOR_COUNTS_FOR + silences.length);
  }
  return share;
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
  const silence = ledger.silenceOf(beaconId);
  const silent = silence
    ? judgeSilence(beaconId, silence, shareDead)
    : ({ beaconId, state: 'unheard', probability: 1 } as const);
  if (silent) return { verdict: silent };
  return examineHeard(ledger, new PlaceJudge(index, floors, beacon), beaconId);
}

function judgeSilence(beaconId: string, silence: Silence, shareDead: number): BeaconVerdict | undefined {
  const { heard, lastHeardMs } = silence;
  const probability = probabilityDead(silence, shareDead);
  if (probability >= SURELY_DEAD) {
    const since = lastHeardMs === undefined ? {} : { sinceMs: lastHeardMs };
    return { beaconId, state: 'dead', probability, ...since };
  }
  return heard === 0 ? { beaconId, state: 'unheard', probability: 1 - probability } : undefined;
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
    return { day: undefined, logOdds: Math.log(PRIOR_MOVED) + finding.logBayesFactor, finding };
  }
  const before = ledger.levelsOf(beaconId, -Infinity, dayBefore);
  const compared = place.compare(before, since);
  const elsewhere = place.registered(before) + finding.registered + finding.logBayesFactor;
  if (!compared) return undefined;
  const stayed = logSumExp([compared.stayed, Math.log(PRIOR_REPOWERED_A_DAY) + compared.repowered]);
  const moved = logSumExp([elsewhere, compared.moved]) - Math.LN2;
  const logOdds = Math.log(PRIOR_MOVED_A_DAY) + moved - stayed;
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

function sinceOf(day: number | undefined): { readonly sinceMs?: number } {
  return day === undefined ? {} : { sinceMs: day * DAY_MS };
}
