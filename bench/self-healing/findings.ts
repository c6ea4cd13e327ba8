import { type BeaconState, type BeaconVerdict, diagnose, type HealthLedger } from '@daoyin/positioning';
import type { RadioBeacon } from '@daoyin/traces';
import type { Day } from './visits';

/** Beacons as they are, and what was found. */
export interface Findings {
  readonly dead: readonly Finding[];
  readonly moved: readonly Finding[];
  readonly healthy: readonly Finding[];
  readonly verdicts: readonly BeaconVerdict[];
}

export interface Finding {
  readonly radio: RadioBeacon;
  readonly verdict: BeaconVerdict;
  /** Squares of 2 m that somebody crossed within 5 m of its registered place. */
  readonly squaresNear: number;
}

const NEAR_M = 5;

/** The verdicts of a ledger beside the truth. */
export function findingsOf(day: Day, ledger: HealthLedger): Findings {
  const { venue, register } = day;
  const walked = new Map(
    register.beacons
      .flatMap(({ id }) => ledger.levelsOf(id))
      .map((square) => [`${square.level}/${square.x}/${square.y}`, square]),
  );
  return besideTruth(day, diagnose(ledger, { register, venue }), ({ beacon: { at } }) => {
    const near = [...walked.values()].filter(
      ({ level, x, y }) => level === at!.level && Math.hypot(x - at!.x, y - at!.y) < NEAR_M,
    );
    return near.length;
  });
}

export function besideTruth(
  { world }: Day,
  verdicts: readonly BeaconVerdict[],
  squaresNear: (radio: RadioBeacon) => number,
): Findings {
  const byId = new Map(verdicts.map((verdict) => [verdict.beaconId, verdict]));
  const findings = world.beacons.map((radio): Finding => {
    return { radio, verdict: byId.get(radio.beacon.id)!, squaresNear: squaresNear(radio) };
  });
  return {
    dead: findings.filter(({ radio }) => radio.dead),
    moved: findings.filter(({ radio }) => radio.moved && !radio.dead),
    healthy: findings.filter(({ radio }) => !radio.moved && !radio.dead),
    verdicts,
  };
}

export const headings =
  'visitors   hours    dead found   moved found   of those walked by   place m (median, 95 %)   false alarms   not enough traffic';

/** Squares within 5 m of a beacon that visitors must have crossed to call it walked by: of about 20 that there are. */
const SQUARES_WALKED = 4;

/** `whole` is every walk in full; `by phones`, what phones tell, which says nothing of who walked by. */
export function rowOf(
  { dead, moved, healthy, verdicts }: Findings,
  visitors: number,
  hours: number,
  by: 'whole' | 'by phones' = 'whole',
): string {
  const found = moved.filter(({ verdict }) => verdict.state === 'moved');
  const walkedBy = moved.filter(({ squaresNear }) => squaresNear >= SQUARES_WALKED);
  const foundThere = found.filter(({ squaresNear }) => squaresNear >= SQUARES_WALKED);
  const errors = found
    .flatMap(({ radio: { at }, verdict: { place } }) =>
      place ? [Math.hypot(place.x - at.x, place.y - at.y)] : [],
    )
    .sort((a, b) => a - b);
  const wrong = healthy.filter(({ verdict }) => FAULTS.includes(verdict.state));
  const unheard = verdicts.filter(({ state }) => state === 'unheard').length;
  return [
    (by === 'whole' ? `${visitors}` : by).padStart(9),
    hours.toFixed(1).padStart(7),
    share(dead.filter(({ verdict }) => verdict.state === 'dead').length, dead.length).padStart(14),
    share(found.length, moved.length).padStart(14),
    (by === 'whole' ? `${foundThere.length} of ${walkedBy.length}` : '–').padStart(21),
    `${quantile(errors, 0.5)}, ${quantile(errors, 0.95)}`.padStart(25),
    share(wrong.length, healthy.length).padStart(15),
    `${unheard}`.padStart(21),
  ].join('');
}

const FAULTS: readonly BeaconState[] = ['dead', 'moved', 'weak'];

/** What was not found, or found wrongly, with the squares that there were to find it by. */
export function describeErrors({ dead, moved, healthy }: Findings): string {
  const say = (what: string, findings: readonly Finding[], right: readonly BeaconState[]): string => {
    const missed = findings.filter(({ verdict }) => !right.includes(verdict.state));
    const list = missed.map(({ verdict: { beaconId, state, probability }, squaresNear }) => {
      return `${beaconId} ${state} ${probability.toFixed(2)} (${squaresNear} squares)`;
    });
    return `${what}: ${list.join(', ') || 'none'}`;
  };
  return [
    say('dead, not found', dead, ['dead']),
    say('moved, not found', moved, ['moved']),
    say('false alarms', healthy, ['healthy', 'unheard']),
  ].join('\n');
}

function share(part: number, whole: number): string {
  return `${part} (${((100 * part) / Math.max(1e-9, whole)).toFixed(1)} %)`;
}

function quantile(sorted: readonly number[], at: number): string {
  return sorted[Math.floor(at * (sorted.length - 1))]?.toFixed(1) ?? '–';
}
