import type { BeaconIndex } from '../beacon-index';
import type { RadioModel } from '../radio-model';
import type { RecentLevel } from '../recent-levels';
import { defaultReception, siteOf } from '../reception';
import { GAIN, type Knot, type Window } from './window';

const MOST_BEACONS = 36;
/** Levels below this are mostly survivors of many lost adverts; beacons expected below are of no use. */
const FLOOR_DBM = -90;
const SILENCE_WITHIN = 12;
/** How far what one expects of a level may be off, for the part of a reading that the threshold cut away: dB². */
const PREDICTION_VARIANCE = 25;
/** Passers-by and a hand that moves, for a second, in dB². */
const PASSING_VARIANCE = 4;
const LARGEST_VARIANCE = 60;
const DOUBTED_BELOW = 0.6;
const USUAL_ADVERTS_PER_SECOND = 2.5;

/** What one beacon said since the last knot: the amplitudes summed, which fade less unevenly than decibels. */
interface Tally {
  count: number;
  sumOfAmplitudes: number;
}

/** What is heard between two knots, and what it says at the knot. */
export class Gathering {
  private readonly tallies = new Map<number, Tally>();
  /** Time of the first reading since the last knot. */
  firstMs = Number.NaN;
  private sumMs = 0;
  private total = 0;
  private advertsPerSecond = USUAL_ADVERTS_PER_SECOND;

  constructor(
    private readonly index: BeaconIndex,
    private readonly model: RadioModel,
  ) {}

  hear(beacon: number, atMs: number, rssiDbm: number): void {
    const tally = this.tallies.get(beacon) ?? { count: 0, sumOfAmplitudes: 0 };
    tally.count++;
    tally.sumOfAmplitudes += 10 ** (rssiDbm / 20);
    this.tallies.set(beacon, tally);
    if (this.total === 0) this.firstMs = atMs;
    this.sumMs += atMs;
    this.total++;
  }

  get beacons(): number {
    return this.tallies.size;
  }

  /** Mean time of the readings: a mean over a second belongs to its middle. */
  get meanMs(): number {
    return this.sumMs / this.total;
  }

  clear(): void {
    this.tallies.clear();
    this.sumMs = 0;
    this.total = 0;
  }

  /** Learns how often beacons send, from those that are heard too well to be missed. */
  learnRate(recent: readonly RecentLevel[], windowSeconds: number): void {
    const counts = recent
      .filter(({ rssiDbm }) => rssiDbm > -80)
      .slice(0, 8)
      .map(({ count }) => count)
      .sort((a, b) => a - b);
    if (counts.length < 3) return;
    this.advertsPerSecond += 0.2 * (counts[counts.length >> 1]! / windowSeconds - this.advertsPerSecond);
  }

  /** Puts what was heard, and what should have been and was not, to the window's newest knot. */
  fill(window: Window, level: number, seconds: number): void {
    const knot = window.newest!;
    const k = window.knots.length - 1;
    for (const [beacon, tally] of this.tallies)
      this.fillHeard(window, k, knot, beacon, tally, level, seconds);
    for (let beacon = 0; beacon < this.index.beacons.length; beacon++) {
      if (!this.tallies.has(beacon)) this.fillSilent(window, k, knot, beacon, level, seconds);
    }
    window.keepBest(MOST_BEACONS, (beacon) => this.model.expectedDbm(beacon, knot.x, knot.y, level));
  }

  /** Beacons of other levels are left out: slabs are open at atria, and nobody knows by how much. */
  private usable(beacon: number, level: number): boolean {
    const { placed, level: own } = this.index.beacons[beacon]!;
    return this.model.covers(beacon, level) && (!placed || own === level);
  }

  private fillHeard(
    window: Window,
    k: number,
    knot: Knot,
    beacon: number,
    tally: Tally,
    level: number,
    seconds: number,
  ): void {
    if (!this.usable(beacon, level)) return;
    const meanDbm = 20 * Math.log10(tally.sumOfAmplitudes / tally.count);
    const expected = this.model.expectedDbm(beacon, knot.x, knot.y, level) + window.shared[GAIN]!;
    if (meanDbm < FLOOR_DBM && expected < FLOOR_DBM) return;
    const sent = Math.max(tally.count, this.advertsPerSecond * seconds);
    const evidence = { heard: tally.count, meanDbm, sent };
    const site = siteOf(evidence, expected, PREDICTION_VARIANCE, defaultReception);
    if (!site) return;
    const entry = window.open(beacon);
    entry.alive = 0.98;
    entry.heard[k] = 1;
    entry.rssiDbm[k] = site.meanDbm;
    entry.variance[k] = Math.min(LARGEST_VARIANCE, site.variance) + PASSING_VARIANCE;
  }

  private fillSilent(
    window: Window,
    k: number,
    knot: Knot,
    beacon: number,
    level: number,
    seconds: number,
  ): void {
    const { placed, level: own, x, y } = this.index.beacons[beacon]!;
    if (!placed || own !== level) return;
    if ((x - knot.x) ** 2 + (y - knot.y) ** 2 > SILENCE_WITHIN ** 2) return;
    const expected = this.model.expectedDbm(beacon, knot.x, knot.y, level) + window.shared[GAIN]!;
    if (expected < FLOOR_DBM) return;
    const evidence = { heard: 0, meanDbm: 0, sent: this.advertsPerSecond * seconds };
    const site = siteOf(evidence, expected, PREDICTION_VARIANCE, defaultReception);
    if (!site) return;
    const entry = window.open(beacon);
    entry.alive = (entry.alive * site.evidence) / (entry.alive * site.evidence + 1 - entry.alive);
    if (entry.alive < DOUBTED_BELOW) return;
    entry.heard[k] = 1;
    entry.rssiDbm[k] = site.meanDbm;
    entry.variance[k] = site.variance + PASSING_VARIANCE;
  }

  /** Residuals in dB at the newest knot, for a debug page. */
  residuals(window: Window): { readonly beaconId: string; readonly residualDb: number }[] {
    const k = window.knots.length - 1;
    const knot = window.newest;
    if (!knot) return [];
    return [...window.evidence]
      .filter((entry) => entry.heard[k] === 2)
      .map((entry) => ({
        beaconId: this.index.beacons[entry.beacon]!.id,
        residualDb:
          entry.rssiDbm[k]! -
          entry.expectedDbm[k]! -
          window.shared[GAIN]! -
          entry.toBeaconX[k]! * knot.bodyX -
          entry.toBeaconY[k]! * knot.bodyY,
      }));
  }
}
