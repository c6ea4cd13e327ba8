import type { BeaconIndex } from '../beacon-index';
import type { RadioModel } from '../radio-model';
import { type RecentLevel, RecentLevels } from '../recent-levels';
import type { Landings } from './landings';
import { LevelLikelihood, type Receiver } from './level-likelihood';

const WINDOW_MS = 1000;
const FEWEST_BEACONS = 3;
/** Who is within this many metres of a lift or stairs can change the level. */
const WITHIN = 5;
/** Nats in favour of another level: no second says more than `MOST`; what is less than `DRIFT` is noise; `NEEDED` in sum prove a change. */
const MOST = 6;
const BESIDE_CONNECTOR = { drift: 0.5, needed: 1 };
const ELSEWHERE = { drift: 1.5, needed: 14 };
const VOTES_NEEDED = 2;

/**
 * Notices that a walker whose place is known has changed the level: what is heard is likelier on another one, for a sum of log
 * likelihood ratios (Page's cumulative sum test, 1954) that needs little where a connector is near and much where there is none. Beacons seen
 * through an atrium and those behind a slab are both what the model says they are, which no vote of the strongest knows.
 */
export class LevelEvidence {
  private readonly recent = new RecentLevels(WINDOW_MS);
  private readonly likelihood: LevelLikelihood;
  private readonly sums: Float64Array;
  private votesAgainst = 0;

  constructor(
    private readonly index: BeaconIndex,
    model: RadioModel,
    private readonly landings: Landings,
  ) {
    this.likelihood = new LevelLikelihood(index, model);
    this.sums = new Float64Array(index.levels.length);
  }

  hear(beacon: number, atMs: number, rssiDbm: number): void {
    this.recent.hear(beacon, atMs, rssiDbm);
  }

  /** The level that the walker has changed to, if any; `voted` is the level that most of the strongest beacons are on. Ask once a tick. */
  changed(receiver: Receiver, atMs: number, voted: number | undefined): number | undefined {
    const heard = this.recent.at(atMs);
    this.votesAgainst = voted === undefined || voted === receiver.level ? 0 : this.votesAgainst + 1;
    if (heard.length < FEWEST_BEACONS) return undefined;
    let here: number | undefined;
    let best: number | undefined;
    for (let level = 0; level < this.sums.length; level++) {
      if (level === receiver.level) continue;
      const isHeard = this.isHeard(level, heard);
      if (!isHeard && this.sums[level] === 0) continue;
      here ??= this.likelihood.of(heard, receiver, receiver.level);
      const most = isHeard ? MOST : 0;
      const lead = Math.min(most, this.likelihood.of(heard, receiver, level) - here);
      const proved = this.proves(receiver, level, lead) || (level === voted && this.outvoted(lead));
      if (proved && (best === undefined || this.sums[level]! > this.sums[best]!)) best = level;
    }
    if (best !== undefined) this.sums.fill(0);
    return best;
  }

  /** Who hears nothing of a level is not proved to be there by the silence of another, whose beacons may be dead or weak. */
  private isHeard(level: number, heard: readonly RecentLevel[]): boolean {
    return heard.some(({ beacon }) => this.index.beacons[beacon]!.level === level);
  }

  private proves({ x, y, level: from }: Receiver, level: number, lead: number): boolean {
    const landing = this.landings(x, y, from, level);
    const { drift, needed } = landing && landing.away < WITHIN ? BESIDE_CONNECTOR : ELSEWHERE;
    this.sums[level] = Math.max(0, this.sums[level]! + lead - drift);
    return this.sums[level]! > needed;
  }

  /** A track that is somewhere else altogether has no connector near: the vote, which needs no place, brings it back. */
  private outvoted(lead: number): boolean {
    return this.votesAgainst >= VOTES_NEEDED && lead > 0;
  }
}
