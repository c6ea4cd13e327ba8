import type { Beacon, BeaconRegister } from '@daoyin/venue';
import { type EvidenceAccount, type EvidenceDay, joinedDays, type Moments } from './evidence-account';
import { logSumExp } from './gaussian';
import { type Change, judgeChanges, learnShares } from './moved-share';
import { medianGain, probabilityWeak } from './power-test';
import { learnShareDead, silenceVerdict } from './silence-test';
import { type BeaconVerdict, CLEAR, PRIOR, sinceOf } from './verdict';

/** Walks past the same spots repeat each other: their correlation in what they say for another place, so that many count as 1/SAME of them. */
const SAME = 0.3;
/** Fewer walks than these, before or since, tell no change. */
const FEWEST_WALKS = 4;
/** A change of the means of two periods that is nobody's: others came by, and other ways. */
const ELSEWHERE_DRIFT = 0.15;
const GAIN_DRIFT_DB = 0.7;
/** What a move does to the mean of `elsewhere`: mean and standard deviation. */
const MOVED_ELSEWHERE = { mean: 1.2, sd: 1 };
/** What a move does to the level on the visitors' ways, and what a battery does: standard deviations in dB. */
const MOVED_GAIN_SD_DB = 4;
const REPOWERED_SD_DB = 6;
/** A place by several walks is never known better than this, in metres. */
const LEAST_PLACE_SD = 0.7;

/**
 * What visitors' devices say of each placed beacon of the register, in its order. Nothing is known of where they walked; only figures of the
 * beacons are (`BeaconEvidence`).
 */
export function diagnoseEvidence(
  accounts: ReadonlyMap<string, EvidenceAccount>,
  register: BeaconRegister,
): readonly BeaconVerdict[] {
  const placed = register.beacons.filter(({ at, status }) => at !== undefined && status !== 'retired');
  const shareDead = learnShareDead(placed.flatMap(({ id }) => accounts.get(id)?.silence ?? []));
  const examined = placed.map((beacon): Examined => {
    const account = accounts.get(beacon.id);
    const verdict = silenceVerdict(beacon.id, account?.silence, shareDead);
    if (verdict) return { beacon, verdict, days: [], changes: [] };
    const { days } = account!;
    return { beacon, days, changes: days.flatMap((_, i) => changeAt(days, i) ?? []) };
  });
  const shareOf = learnShares(examined.flatMap(({ verdict, changes }) => (verdict ? [] : [changes])));
  const commonDb = medianGain(examined.map(({ days }) => gainOf(allOf(days))));
  return examined.map((beacon) => beacon.verdict ?? heardVerdict(beacon, shareOf, commonDb));
}

interface EvidenceChange extends Change {
  readonly since: EvidenceDay;
}

interface Examined {
  readonly beacon: Beacon;
  readonly verdict?: BeaconVerdict;
  readonly days: readonly EvidenceDay[];
  readonly changes: readonly EvidenceChange[];
}

function heardVerdict(
  { beacon, days, changes }: Examined,
  shareOf: (change: Change) => number,
  commonDb: number,
): BeaconVerdict {
  const { probability, likeliest } = judgeChanges(changes, shareOf);
  if (!likeliest || probability < CLEAR) return powerVerdict(beacon.id, days, 1 - probability, commonDb);
  const place = placeOf(beacon, likeliest.since);
  const found = { beaconId: beacon.id, state: 'moved', probability } as const;
  return { ...found, ...sinceOf(likeliest.day), ...(place && { place }) };
}

function changeAt(days: readonly EvidenceDay[], i: number): EvidenceChange | undefined {
  const since = allOf(days.slice(i))!;
  const [walks, sum] = since.elsewhere;
  if (walks === 0) return undefined;
  if (i === 0) {
    const counts = walks / (1 + (walks - 1) * SAME);
    return { day: undefined, logBayesFactor: counts * (sum / walks), since };
  }
  const before = allOf(days.slice(0, i))!;
  if (Math.min(before.elsewhere[0], walks) < FEWEST_WALKS) return undefined;
  const elsewhere = differenceOf(before.elsewhere, since.elsewhere, ELSEWHERE_DRIFT);
  const gain = differenceOf(before.gainDb, since.gainDb, GAIN_DRIFT_DB);
  const stayed = gaussian(elsewhere, 0, 0) + gaussian(gain, 0, 0);
  const repowered = gaussian(elsewhere, 0, MOVED_ELSEWHERE.sd / 2) + gaussian(gain, 0, REPOWERED_SD_DB);
  const moved =
    gaussian(elsewhere, MOVED_ELSEWHERE.mean, MOVED_ELSEWHERE.sd) + gaussian(gain, 0, MOVED_GAIN_SD_DB);
  const same = logSumExp([stayed, Math.log(PRIOR.repoweredADay) + repowered]);
  return { day: since.day, logBayesFactor: moved - same, since };
}

/** How the mean has changed from one period to another, and the variance of that. */
interface Difference {
  readonly change: number;
  readonly variance: number;
}

function differenceOf(before: Moments, since: Moments, drift: number): Difference {
  const count = before[0] + since[0];
  const within = Math.max(0.1, (spreadOf(before) + spreadOf(since)) / Math.max(1, count - 2));
  return {
    change: since[1] / since[0] - before[1] / before[0],
    variance: within * (1 / before[0] + 1 / since[0]) + drift ** 2,
  };
}

/** Σ (x − mean)². */
function spreadOf([count, sum, squares]: Moments): number {
  return Math.max(0, squares - sum ** 2 / count);
}

function gaussian({ change, variance }: Difference, mean: number, sd: number): number {
  const total = variance + sd ** 2;
  return -0.5 * ((change - mean) ** 2 / total + Math.log(total));
}

/** Weak since the first day from which on it was always, or healthy. What is common to all beacons is the phones'. */
function powerVerdict(
  beaconId: string,
  days: readonly EvidenceDay[],
  inPlace: number,
  commonDb: number,
): BeaconVerdict {
  const own = days.map((_, i) => {
    const gain = gainOf(allOf(days.slice(i)));
    return gain && { ...gain, gainDb: gain.gainDb - commonDb };
  });
  const first = own.findIndex((gain) => gain && probabilityWeak(gain) >= CLEAR);
  const gain = own[Math.max(0, first)];
  if (!gain) return { beaconId, state: 'healthy', probability: inPlace };
  const weak = probabilityWeak(gain);
  if (first < 0) return { beaconId, state: 'healthy', probability: inPlace * (1 - weak), ...gain };
  return {
    beaconId,
    state: 'weak',
    probability: inPlace * weak,
    ...sinceOf(first === 0 ? undefined : days[first]!.day),
    ...gain,
  };
}

/** Shadows along the visitors' ways are mistaken for power: 3.5 dB over 5 m, over some tens of metres. */
const SHADOW_OF_WAYS_SD_DB = 2;

function gainOf(
  all: EvidenceDay | undefined,
): { readonly gainDb: number; readonly gainSdDb: number } | undefined {
  if (!all || all.gainDb[0] < FEWEST_WALKS) return undefined;
  const [count, sum] = all.gainDb;
  const variance = spreadOf(all.gainDb) / (count * Math.max(1, count - 1)) + SHADOW_OF_WAYS_SD_DB ** 2;
  return { gainDb: sum / count, gainSdDb: Math.sqrt(variance) };
}

function placeOf(beacon: Beacon, { displacement }: EvidenceDay): BeaconVerdict['place'] {
  const [weight, east, north, squares] = displacement;
  if (weight === 0) return undefined;
  const [dx, dy] = [east / weight, north / weight];
  const variance = Math.max(0, squares / weight - dx ** 2 - dy ** 2) / 2;
  const { x, y, level } = beacon.at!;
  return {
    x: x + dx,
    y: y + dy,
    level,
    sd: Math.sqrt(SAME * variance + LEAST_PLACE_SD ** 2 + SAME / weight),
  };
}

function allOf(days: readonly EvidenceDay[]): EvidenceDay | undefined {
  return days.length === 0 ? undefined : days.reduce(joinedDays);
}
