import type { Observation } from './types';

/** Why an observation was not used. `late`: older than what was used already; `glitch`: a lone jump of the clock. */
export type DropReason =
  | 'invalid'
  | 'late'
  | 'duplicate'
  | 'glitch'
  | 'unknown-beacon'
  | 'unplaced-beacon'
  | 'unknown-level'
  | 'absurd-step';

export type DropCounts = Record<DropReason, number>;

export function noDrops(): DropCounts {
  return {
    invalid: 0,
    late: 0,
    duplicate: 0,
    glitch: 0,
    'unknown-beacon': 0,
    'unplaced-beacon': 0,
    'unknown-level': 0,
    'absurd-step': 0,
  };
}

/** What the intake says of an observation. `restart`: the clock was set to another time, so what was known has no date any more. */
export type Admission = 'use' | 'restart' | DropReason | 'held';

const JUMP_MS = 60_000;
const CLOCK_SET_AFTER = 25;
const WEAKEST_DBM = -127;
const STRONGEST_DBM = 20;
const LONGEST_STEP = 3;

/**
 * Watches the order and the sanity of one device's observations. What is late or repeated is refused; a jump ahead by more than
 * a minute is believed once a second observation confirms it; when everything is late for a while, the clock was set back.
 */
export class Intake {
  private lastMs = Number.NEGATIVE_INFINITY;
  private jumpMs: number | undefined;
  private lateInARow = 0;
  private readonly seen = new Set<string>();

  /** The time of the newest observation that was used. */
  get newestMs(): number {
    return this.lastMs;
  }

  admit(observation: Observation): Admission {
    const fault = faultOf(observation);
    if (fault) return fault;
    const { atMs } = observation;
    if (atMs < this.lastMs) return this.late(atMs);
    this.lateInARow = 0;
    if (this.lastMs > Number.NEGATIVE_INFINITY && atMs > this.lastMs + JUMP_MS) {
      const confirmed = this.jumpMs !== undefined && Math.abs(atMs - this.jumpMs) < JUMP_MS;
      this.jumpMs = atMs;
      if (!confirmed) return 'held';
    } else if (this.jumpMs !== undefined) {
      this.jumpMs = undefined;
    }
    return this.advance(atMs, observation);
  }

  private late(atMs: number): Admission {
    this.lateInARow++;
    if (this.lateInARow < CLOCK_SET_AFTER) return 'late';
    this.lateInARow = 0;
    this.jumpMs = undefined;
    this.seen.clear();
    this.lastMs = atMs;
    return 'restart';
  }

  private advance(atMs: number, observation: Observation): Admission {
    if (atMs > this.lastMs) this.seen.clear();
    this.lastMs = atMs;
    const key = keyOf(observation);
    if (this.seen.has(key)) return 'duplicate';
    this.seen.add(key);
    return 'use';
  }
}

/** What makes two observations of one millisecond the same. */
function keyOf(observation: Observation): string {
  switch (observation.kind) {
    case 'reading':
      return `${observation.beaconId} ${observation.rssiDbm}`;
    case 'step':
      return 'step';
    case 'anchor':
      return `anchor ${observation.at.x} ${observation.at.y} ${observation.at.level}`;
    default:
      return observation.kind;
  }
}

function faultOf(observation: Observation): DropReason | undefined {
  if (!Number.isFinite(observation.atMs)) return 'invalid';
  switch (observation.kind) {
    case 'reading': {
      const { rssiDbm } = observation;
      return rssiDbm >= WEAKEST_DBM && rssiDbm <= STRONGEST_DBM ? undefined : 'invalid';
    }
    case 'step': {
      const { length, heading } = observation;
      if (!Number.isFinite(length) || !Number.isFinite(heading)) return 'invalid';
      return length >= 0 && length <= LONGEST_STEP ? undefined : 'absurd-step';
    }
    case 'anchor': {
      const { at, sigma } = observation;
      return Number.isFinite(at.x) && Number.isFinite(at.y) && sigma > 0 && Number.isFinite(sigma)
        ? undefined
        : 'invalid';
    }
    default:
      return observation.xyz.every(Number.isFinite) ? undefined : 'invalid';
  }
}
