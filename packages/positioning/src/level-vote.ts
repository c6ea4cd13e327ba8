import type { BeaconIndex } from './beacon-index';
import type { RecentLevel } from './recent-levels';

const VOTERS = 16;
const LEAD_TO_CHANGE = 2;
const TICKS_TO_CHANGE = 2;

/**
 * Which level the walker is on, by a vote of the strongest beacons weighted with their amplitude: the nearest beacon alone is wrong in
 * 14–18 % of seconds, through atria and stairwells. A change needs a clear lead in two votes in a row, so that no single reading flips it.
 */
export class LevelVote {
  private current: number | undefined;
  private challenger: number | undefined;
  private wins = 0;

  constructor(
    private readonly index: BeaconIndex,
    assumed?: number,
  ) {
    this.current = assumed;
  }

  get level(): number | undefined {
    return this.current;
  }

  /** Sets the level without a vote: a sign was scanned. */
  set(level: number): void {
    this.current = level;
    this.challenger = undefined;
  }

  /** Takes a vote of the beacons heard, the strongest first, and gives the level. */
  vote(heard: readonly RecentLevel[]): number | undefined {
    const votes = new Float64Array(this.index.levels.length);
    let voters = 0;
    for (const { beacon, rssiDbm } of heard) {
      const { placed, level, powerDbm } = this.index.beacons[beacon]!;
      if (!placed) continue;
      votes[level]! += 10 ** ((rssiDbm - powerDbm) / 20);
      if (++voters === VOTERS) break;
    }
    if (voters === 0) return this.current;
    const winner = votes.indexOf(Math.max(...votes));
    if (this.current === undefined) this.current = winner;
    else this.challenge(winner, votes[winner]! > LEAD_TO_CHANGE * votes[this.current]!);
    return this.current;
  }

  private challenge(winner: number, clear: boolean): void {
    if (winner === this.current || !clear) {
      this.challenger = undefined;
      this.wins = 0;
      return;
    }
    this.wins = winner === this.challenger ? this.wins + 1 : 1;
    this.challenger = winner;
    if (this.wins >= TICKS_TO_CHANGE) {
      this.current = winner;
      this.challenger = undefined;
      this.wins = 0;
    }
  }
}
