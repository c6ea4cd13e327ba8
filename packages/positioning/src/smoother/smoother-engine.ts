import { eigenvalues, radius95 } from '../accuracy';
import type { BeaconIndex } from '../beacon-index';
import type { Belief } from '../belief';
import { weightedCentroid } from '../centroid';
import { type Engine, TICK_MS } from '../engine';
import { LevelVote } from '../level-vote';
import type { RadioModel } from '../radio-model';
import { type RecentLevel, RecentLevels } from '../recent-levels';
import type { AnchorSighting, EstimatorDebug, Position } from '../types';
import type { Carried } from './conveyors';
import { DeadReckoning } from './dead-reckoning';
import { Doubt } from './doubt';
import { lookAround, Watchdog } from './elsewhere';
import { GaitTrack } from './gait-track';
import { Gathering } from './gathering';
import type { Landings } from './landings';
import { LevelEvidence } from './level-evidence';
import { Rest } from './rest';
import { Smoother } from './smoother';
import { BIAS, GAIN, type Knot, SCALE } from './window';

const MOST_KNOTS = 11;
const WINDOW_MS = 2000;
const KNOT_MS = 2 * TICK_MS;
const SHORTEST_START = 0.8;
const LONGEST_GATHERING = 3;
const FEWEST_BEACONS = 3;
const RECEIVER_HEIGHT = 1.2;
const FIRST_SD = 5;
/** The weighted centroid needs no model: a weak measurement of each knot, since its errors last; weaker still beside steps. */
const CENTROID_SD = 11;
const CENTROID_SD_BY_STEPS = 20;
const STILL_KNOT_MS = 1900;
/** Who steps off an escalator is at its end. */
const ALIGHTING_SD = 1.2;
const LAST_FOR_MS = 20_000;
const FIRST_ITERATIONS = 8;
const ITERATIONS = 2;
/** Until a track has so many knots it may turn out to be elsewhere. */
const YOUNG_KNOTS = 3;
/** Whoever is this near to a lift or stairs, in metres, may be in them. */
const BESIDE_CONNECTOR = 3;

/** The estimator that comes closest to the bound: a smoother over the last seconds with the shadowing of every beacon in it. */
export function smootherEngine(
  index: BeaconIndex,
  model: RadioModel,
  carried: Carried,
  landings: Landings,
  assumedLevel?: number,
): Engine {
  return new SmootherEngine(index, model, carried, landings, assumedLevel);
}

class SmootherEngine implements Engine {
  private readonly recent = new RecentLevels(WINDOW_MS);
  private readonly vote: LevelVote;
  private readonly levelEvidence: LevelEvidence;
  private readonly steps = new DeadReckoning();
  private readonly rest = new Rest();
  private readonly gathering: Gathering;
  private readonly smoother: Smoother;
  private readonly track: GaitTrack;
  private level: number | undefined;
  private starting = false;
  private nowMs = Number.NEGATIVE_INFINITY;
  private filledMs = Number.NEGATIVE_INFINITY;
  private toldMs = Number.NEGATIVE_INFINITY;
  private readonly watchdog = new Watchdog();
  private readonly doubt = new Doubt();

  constructor(
    private readonly index: BeaconIndex,
    model: RadioModel,
    carried: Carried,
    private readonly landings: Landings,
    assumedLevel: number | undefined,
  ) {
    this.vote = new LevelVote(index, assumedLevel);
    this.levelEvidence = new LevelEvidence(index, model, landings);
    this.gathering = new Gathering(index, model);
    this.smoother = new Smoother(model, MOST_KNOTS);
    this.track = new GaitTrack(this.smoother.window, this.steps, carried);
  }

  reading(beacon: number, atMs: number, rssiDbm: number): void {
    this.recent.hear(beacon, atMs, rssiDbm);
    this.levelEvidence.hear(beacon, atMs, rssiDbm);
    this.gathering.hear(beacon, atMs, rssiDbm);
    this.toldMs = atMs;
  }

  step(step: Parameters<DeadReckoning['add']>[0]): void {
    this.steps.add(step);
    this.toldMs = step.atMs;
  }

  anchor({ at, atMs, sigma }: AnchorSighting, level: number): void {
    const { smoother } = this;
    this.vote.set(level);
    this.rest.leave();
    this.doubt.trust();
    this.toldMs = atMs;
    const newest = smoother.window.newest;
    const there = newest ? this.track.reckoned(newest, atMs, this.nowMs) : undefined;
    const contradicted = !there || Math.hypot(there.x - at.x, there.y - at.y) > 4 * sigma + 3;
    if (contradicted || this.level !== level) {
      this.level = level;
      smoother.restart(at.x, at.y, sigma, newest ? 'weakly' : 'nothing');
      this.track.add(atMs, at, this.nowMs, this.level!);
    } else {
      const back = { x: newest!.x - there.x, y: newest!.y - there.y };
      smoother.observe(smoother.window.knots.length - 1, at.x + back.x, at.y + back.y, sigma);
    }
    smoother.fit(ITERATIONS, level, this.receiverZ());
  }

  tick(atMs: number): void {
    this.nowMs = atMs;
    this.follow(atMs);
    this.settle(atMs);
  }

  /** Carries the track on to a time. */
  private follow(atMs: number): void {
    const heard = this.recent.at(atMs);
    const voted = this.vote.vote(heard);
    const { window } = this.smoother;
    if (window.newest) this.followLevel(window.newest, atMs, voted);
    else this.level = voted;
    if (this.level === undefined) return;
    if (window.newest && !this.starting && atMs % KNOT_MS !== 0) return;
    const radio = this.gathering.beacons >= FEWEST_BEACONS;
    if (!radio && !(window.newest && this.steps.walking(atMs))) return;
    this.gathering.learnRate(heard, WINDOW_MS / 1000);
    const goesOn = window.newest && atMs - window.newest.atMs < LAST_FOR_MS;
    if (goesOn && !this.starting) this.continueTrack(radio ? this.gathering.meanMs : atMs, heard, radio);
    else this.startTrack(heard, atMs);
  }

  private followLevel(newest: Knot, atMs: number, voted: number | undefined): void {
    const { x, y } = this.rest.place ?? this.track.reckoned(newest, atMs, this.nowMs);
    const gainDb = this.smoother.window.shared[GAIN]!;
    const changed = this.levelEvidence.changed({ x, y, level: this.level!, gainDb }, atMs, voted);
    if (changed === undefined) return;
    this.vote.set(changed);
    this.changeLevel(changed);
  }

  positionAt(atMs: number): Position | undefined {
    const newest = this.smoother.window.newest;
    if (!newest || this.level === undefined || atMs - this.toldMs > LAST_FOR_MS) return undefined;
    this.nowMs = Math.max(this.nowMs, atMs);
    const { x, y } = this.rest.place ?? this.track.reckoned(newest, atMs, this.nowMs);
    const believed = this.smoother.positionCovariance();
    const covariance = this.doubt.of(believed, this.smoother.costOfReading, newest, atMs);
    const { shortName } = this.index.levels[this.level]!;
    return { atMs, x, y, level: shortName, covariance, accuracy95: radius95(covariance) };
  }

  belief(atMs: number): Belief | undefined {
    const position = this.positionAt(atMs);
    if (!position || this.level === undefined) return undefined;
    const { smoother, level } = this;
    const { shared } = smoother.window;
    return {
      x: position.x,
      y: position.y,
      level,
      covariance: position.covariance,
      bias: { mean: shared[BIAS]!, sd: smoother.sharedSd(BIAS) },
      scale: { mean: shared[SCALE]!, sd: smoother.sharedSd(SCALE) },
    };
  }

  seed({ x, y, level, covariance, bias, scale }: Belief, atMs: number): void {
    const { smoother } = this;
    smoother.window.shared[BIAS] = bias.mean;
    smoother.window.shared[SCALE] = scale.mean;
    smoother.restart(x, y, Math.sqrt(eigenvalues(covariance)[0]), 'weakly');
    this.vote.set(level);
    this.level = level;
    this.doubt.trust();
    this.toldMs = atMs;
    this.track.add(atMs, { x, y }, this.nowMs, this.level!);
    smoother.fit(1, level, this.receiverZ());
  }

  debug(): EstimatorDebug {
    const { window } = this.smoother;
    const level = this.level === undefined ? '' : this.index.levels[this.level]!.shortName;
    const { shared } = window;
    return {
      points: window.knots.map(({ x, y }) => ({ x, y, level, weight: 1 })),
      residuals: this.gathering.residuals(window),
      notes: [
        `gain ${shared[GAIN]!.toFixed(1)} dB`,
        `heading bias ${shared[BIAS]!.toFixed(2)} rad, step scale ${shared[SCALE]!.toFixed(2)}`,
        `gait ${window.newest?.gait ?? 'unknown'}`,
        `${this.watchdog.restarts} restarts`,
      ],
    };
  }

  /** A first second is fitted anew as more of it is heard. */
  private startTrack(heard: readonly RecentLevel[], atMs: number): void {
    const centre = weightedCentroid(this.index, heard, this.level!);
    if (!centre) return;
    const { gathering, smoother } = this;
    const seconds = (atMs - gathering.firstMs) / 1000;
    smoother.restart(centre.x, centre.y, FIRST_SD, 'nothing');
    this.track.add(gathering.meanMs, centre, this.nowMs, this.level!);
    gathering.fill(smoother.window, this.level!, Math.min(LONGEST_GATHERING, seconds));
    this.fit(FIRST_ITERATIONS);
    this.doubt.startTrack();
    this.doubt.lookedAround(lookAround(smoother, this.fit));
    this.starting = seconds < SHORTEST_START;
    if (this.starting) return;
    gathering.clear();
    this.filledMs = atMs;
  }

  private continueTrack(meanMs: number, heard: readonly RecentLevel[], radio: boolean): void {
    const { smoother } = this;
    const last = smoother.window.newest!;
    const gait = this.track.gait(this.nowMs);
    if (gait === 'still' && last.gait === 'still' && meanMs - last.atMs < STILL_KNOT_MS) return;
    if (smoother.window.knots.length === MOST_KNOTS) smoother.marginalise(this.level!, this.receiverZ());
    const alights = this.track.alightsAt(this.nowMs);
    if (alights) smoother.observe(smoother.window.knots.length - 1, alights.x, alights.y, ALIGHTING_SD);
    this.track.refreshLastWay(this.nowMs);
    const seconds = Math.max(0.2, (meanMs - last.atMs) / 1000);
    smoother.drift(seconds, gait === 'steps');
    this.track.add(meanMs, this.track.reckoned(last, meanMs, this.nowMs), this.nowMs, this.level!);
    const centre = radio ? weightedCentroid(this.index, heard, this.level!) : undefined;
    const centroidSd = gait === 'free' ? CENTROID_SD : CENTROID_SD_BY_STEPS;
    if (centre) smoother.observe(smoother.window.knots.length - 1, centre.x, centre.y, centroidSd);
    const since = Math.min(LONGEST_GATHERING, Math.max(1, (this.nowMs - this.filledMs) / 1000));
    this.fill(since);
    this.doubt.goOn(smoother.window.newest!);
    if (smoother.window.knots.length > YOUNG_KNOTS) {
      this.doubt.settle();
      smoother.approach(ITERATIONS, this.level!, this.receiverZ());
    } else {
      this.fit(ITERATIONS);
      this.doubt.lookedAround(lookAround(smoother, this.fit));
    }
    const isBeside = this.isBesideConnector(last);
    this.watchdog.watch(smoother, centre, this.fit, { atMs: this.nowMs, isBeside });
    smoother.settleOnMean(this.level!, this.receiverZ());
  }

  private isBesideConnector({ x, y }: Knot): boolean {
    return this.index.levels.some((_, to) => {
      const landing = to === this.level ? undefined : this.landings(x, y, this.level!, to);
      return landing !== undefined && landing.away < BESIDE_CONNECTOR;
    });
  }

  private settle(atMs: number): void {
    const { newest } = this.smoother.window;
    if (!newest || !this.steps.known(atMs) || this.steps.striding(atMs)) this.rest.leave();
    else if (this.track.gait(this.nowMs) === 'still')
      this.rest.stand(newest, atMs, newest.conveyor !== undefined);
  }

  private fill(seconds: number): void {
    this.gathering.fill(this.smoother.window, this.level!, seconds);
    this.gathering.clear();
    this.filledMs = this.nowMs;
  }

  private changeLevel(level: number): void {
    const { smoother } = this;
    const at = smoother.window.newest!;
    const sd = 1 + Math.sqrt(eigenvalues(smoother.positionCovariance())[0]);
    const landing = this.landings(at.x, at.y, this.level!, level);
    const start = landing ?? { x: at.x, y: at.y, sd };
    smoother.restart(start.x, start.y, start.sd, 'learnt');
    smoother.window.knots.push({ ...at, x: start.x, y: start.y, dx: 0, dy: 0 });
    this.level = level;
    this.rest.leave();
    smoother.fit(1, level, this.receiverZ());
    this.watchdog.rest();
  }

  private readonly fit = (iterations: number): number =>
    this.smoother.fit(iterations, this.level!, this.receiverZ());

  private receiverZ(): number {
    return (this.index.levels[this.level!]?.elevation ?? 0) + RECEIVER_HEIGHT;
  }
}
