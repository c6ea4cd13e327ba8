import type { VenuePoint } from '@daoyin/geometry';
import type { BeaconIndex, IndexedBeacon } from '../beacon-index';
import { cellAt, type FloorRaster, OUTSIDE } from '../floor-raster';
import { defaultChannel } from '../radio-model';
import { disc, isCoarse, isHere, isInPlace } from './candidate-grid';
import { type Candidate, Candidates } from './candidates';
import type { PooledSquare } from './ledger';
import {
  findingOf,
  type Gain,
  inPlace,
  type PeriodFinding,
  type PlaceFinding,
  type Weighed,
} from './place-finding';
import { type LevelField, type PooledLevel, weighPlaces } from './place-test';

const FIELD: LevelField = {
  sdDb: defaultChannel.shadowSdDb,
  obstructedSdDb: 3.5,
  wallsSdDb: 3,
  correlationLength: defaultChannel.correlationLength,
  placeSd: 0.6,
  powerSdDb: defaultChannel.powerSdDb,
  periodSdDb: 1,
};
/** What remains of a square's level after any number of walks: antenna patterns, its middle for all of it; in dB² and metres. */
const LASTING_VARIANCE = 1;
const MIDDLE_SD = 0.3;
/**
 * The variance of squares' levels about the true ones over that of which they tell (2.5 to 2.8 in simulated days, whatever their weight): shadows and
 * walls change within the errors of positions, and those last from square to square. Where two periods are compared, they are in both.
 */
const LESS_SURE = 2.5;

/** What a failing battery, or a new one, changes. */
const REPOWERED_SD_DB = 6;

const REACH = 18;
const MOST_SQUARES = 90;
const FEWEST_SQUARES = 4;
/** Candidates lie within so many metres of the registered place. */
const SEARCH = 8;
/** The coarse grid can miss a peak by so much in ln likelihood. */
const PEAK_BETWEEN = 2;
/** Levels this high are heard within some metres of a beacon only; elsewhere it must be fainter by so much. */
const CLOSE_DBM = -72;
const LOUDER_DB = 6;
const CLOSE = 4;
const SEARCH_ELSEWHERE = 5;
const SURE_WEIGHT = 0.15;

/** Judges by pooled levels whether one beacon hangs where the register says. */
export class PlaceJudge {
  private readonly near: Candidates;

  constructor(
    private readonly index: BeaconIndex,
    private readonly floors: readonly FloorRaster[] | undefined,
    private readonly beacon: IndexedBeacon,
  ) {
    this.near = new Candidates(index, floors, beacon, this.inside(disc(SEARCH, 0, 0, beacon.level)));
  }

  /** Beacons hang indoors. */
  private inside(candidates: readonly Candidate[]): readonly Candidate[] {
    return candidates.filter((candidate) => {
      const floor = this.floors?.[candidate.level];
      if (!floor || isInPlace(candidate)) return true;
      const at = cellAt(floor, this.beacon.x + candidate.dx, this.beacon.y + candidate.dy);
      return at >= 0 && floor.space[at] !== OUTSIDE;
    });
  }

  /** Whether another place explains the levels better, though they are less sure than they say; undefined where too little was heard to say. */
  judge(squares: readonly PooledSquare[]): PlaceFinding | undefined {
    return this.search(squares, LESS_SURE);
  }

  /** The same with levels as sure as they say, to be weighed against what `compare` gives. */
  judgeSince(squares: readonly PooledSquare[]): PlaceFinding | undefined {
    return this.search(squares, 1);
  }

  private search(squares: readonly PooledSquare[], lessSure: number): PlaceFinding | undefined {
    const loud = this.loudElsewhere(squares);
    const chosen = this.choose(squares, loud);
    if (chosen.length < FEWEST_SQUARES) return undefined;
    const levels = this.levelsOf(chosen, lessSure);
    const coarse = this.weigh(levels, chosen, isCoarse);
    const here = coarse.find(isHere)!.logLikelihood;
    const promising = coarse.some(({ logLikelihood }) => logLikelihood > here + PEAK_BETWEEN);
    if (!promising && !loud) return this.findingOf(coarse);
    const near = this.weigh(levels, chosen, () => true);
    return this.findingOf(loud ? [...near, ...this.weighAround(loud, levels, chosen)] : near);
  }

  /** A coarse look at one walk: the `most` nearest squares, places two metres apart; with the gain in the registered place. */
  glance(
    squares: readonly PooledSquare[],
    most: number,
  ): (PlaceFinding & { readonly registeredGainDb: number }) | undefined {
    const chosen = this.choose(squares).slice(0, most);
    if (chosen.length < FEWEST_SQUARES) return undefined;
    const coarse = this.weigh(this.levelsOf(chosen), chosen, isCoarse);
    return { ...this.findingOf(coarse), registeredGainDb: coarse.find(isHere)!.gainDb };
  }

  /** ln likelihood of levels with the beacon in its registered place. */
  registered(squares: readonly PooledSquare[]): number {
    const chosen = this.choose(squares);
    return chosen.length === 0 ? 0 : inPlace(this.weigh(this.levelsOf(chosen), chosen, isInPlace));
  }

  /** How two periods compare; undefined where too little was heard in either to say. */
  compare(before: readonly PooledSquare[], since: readonly PooledSquare[]): PeriodFinding | undefined {
    const [early, late] = [this.choose(before), this.choose(since)];
    if (Math.min(early.length, late.length) < FEWEST_SQUARES) return undefined;
    const chosen = [...early, ...late];
    const levels = this.levelsOf(chosen).map(
      (level, i): PooledLevel => ({ ...level, period: i < early.length ? 'before' : 'since' }),
    );
    const weigh = (which: (candidate: Candidate) => boolean): readonly Weighed[] =>
      this.weigh(levels, chosen, which, this.near, early.length);
    const stayed = inPlace(this.weigh(levels, chosen, isInPlace));
    const repowered = inPlace(this.weigh(levels, chosen, isInPlace, this.near, 0, REPOWERED_SD_DB));
    const coarse = weigh((c) => isHere(c) || (!isInPlace(c) && isCoarse(c)));
    const promising = coarse.some(
      ({ logLikelihood }) => logLikelihood > Math.max(stayed, repowered) - PEAK_BETWEEN,
    );
    const finding = this.findingOf(promising ? weigh(() => true) : coarse);
    return { stayed, repowered, moved: finding.registered + finding.logBayesFactor, finding };
  }

  /** What the beacon is stronger than registered, if it hangs where it is registered. */
  judgePower(squares: readonly PooledSquare[]): Gain | undefined {
    const chosen = this.choose(squares);
    if (chosen.length < FEWEST_SQUARES) return undefined;
    const [here] = this.weigh(this.levelsOf(chosen), chosen, isHere);
    return { gainDb: here!.gainDb, gainSdDb: here!.gainSdDb };
  }

  /** The squares near the registered place, and near the other one if there is one. */
  private choose(squares: readonly PooledSquare[], loud?: PooledSquare): readonly PooledSquare[] {
    const { x, y, level } = this.beacon;
    const own = this.index.levels[level]!.shortName;
    const near = nearest(squares, { x, y, level: own }, loud ? MOST_SQUARES / 2 : MOST_SQUARES);
    return loud ? [...new Set([...near, ...nearest(squares, loud, MOST_SQUARES / 2)])] : near;
  }

  /**
   * The loudest square, if it is farther than the search goes, so loud that the beacon hangs close to it, and the beacon is fainter by far
   * where it should be loud.
   */
  private loudElsewhere(squares: readonly PooledSquare[]): PooledSquare | undefined {
    const { x, y, level } = this.beacon;
    const own = this.index.levels[level]!.shortName;
    const sure = squares.filter(({ weight }) => weight > SURE_WEIGHT);
    const around = sure.filter(
      (square) => square.level === own && Math.hypot(square.x - x, square.y - y) < SEARCH,
    );
    const close = around.some((square) => Math.hypot(square.x - x, square.y - y) < CLOSE);
    const loudest = sure.toSorted((a, b) => b.dbm - a.dbm)[0];
    if (!loudest || !close || loudest.dbm < CLOSE_DBM || around.includes(loudest)) return undefined;
    return around.every(({ dbm }) => dbm < loudest.dbm - LOUDER_DB) ? loudest : undefined;
  }

  private levelsOf(squares: readonly PooledSquare[], lessSure = 1): readonly PooledLevel[] {
    const { near } = this;
    return squares.map(({ x, y, dbm, weight, level: name }) => {
      const level = this.index.levelOf(name)!;
      const at = (px: number, py: number): number => near.expectedDbm(near.here, { x: px, y: py, level });
      const slopeEast = (at(x + 1, y) - at(x - 1, y)) / 2;
      const slopeNorth = (at(x, y + 1) - at(x, y - 1)) / 2;
      const middle = MIDDLE_SD ** 2 * (slopeEast ** 2 + slopeNorth ** 2);
      const variance = lessSure / weight + LASTING_VARIANCE + middle;
      const obstructed = near.obstructed({ x, y, level });
      const z = this.index.levels[level]!.elevation;
      return { x, y, z, dbm, variance, slopeEast, slopeNorth, obstructed };
    });
  }

  /** The evidence for some candidates; of the first `stillHere` levels, the beacon hung in its registered place. */
  private weigh(
    levels: readonly PooledLevel[],
    squares: readonly PooledSquare[],
    which: (candidate: Candidate) => boolean,
    candidates = this.near,
    stillHere = 0,
    repoweredSdDb = 0,
  ): readonly Weighed[] {
    const numbers = candidates.list.flatMap((candidate, i) => (which(candidate) ? [i] : []));
    const places = squares.map(({ x, y, level: name, body }) => {
      const level = this.index.levelOf(name)!;
      return { x, y, z: this.index.levels[level]!.elevation + defaultChannel.receiverHeight, level, body };
    });
    const expected = numbers.map((i) =>
      Float64Array.from(places, (at, k) => {
        const hangs = k < stillHere ? candidates.here : i;
        return candidates.expectedDbm(hangs, at) + candidates.bodyDb(hangs, at, at.body);
      }),
    );
    const evidence = weighPlaces(levels, FIELD, expected, repoweredSdDb);
    return numbers.map((i, k) => ({ ...candidates.list[i]!, ...evidence[k]! }));
  }

  private findingOf(weighed: readonly Weighed[]): PlaceFinding {
    return findingOf(weighed, this.index, this.beacon);
  }

  private weighAround(
    loud: PooledSquare,
    levels: readonly PooledLevel[],
    squares: readonly PooledSquare[],
  ): readonly Weighed[] {
    const { index, floors, beacon } = this;
    const [east, north] = [Math.round(loud.x - beacon.x), Math.round(loud.y - beacon.y)];
    const around = disc(SEARCH_ELSEWHERE, east, north, index.levelOf(loud.level)!);
    return this.weigh(
      levels,
      squares,
      () => true,
      new Candidates(index, floors, beacon, this.inside(around)),
    );
  }
}

function nearest(squares: readonly PooledSquare[], at: VenuePoint, most: number): readonly PooledSquare[] {
  const apart = ({ x, y }: PooledSquare): number => Math.hypot(x - at.x, y - at.y);
  return squares
    .filter((square) => square.level === at.level && apart(square) < REACH)
    .sort((a, b) => apart(a) - apart(b))
    .slice(0, most);
}
