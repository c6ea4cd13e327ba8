import { type BeaconIndex, indexBeacons } from '../beacon-index';
import { type FloorRaster, floorsOf } from '../floor-raster';
import type { RadioModel } from '../radio-model';
import { radioModelOf } from '../radio-model-of';
import { defaultReception, normalCdf } from '../reception';
import type { BeaconReading, EstimatorContext, Position } from '../types';
import { Course } from './course';
import { ReceiverState } from './receiver-state';
import { type BeaconTestimony, SQUARE, type WalkReport, WEAKER_DB } from './report';
import { testimonyOf, type Visit } from './testimony';

/** Only seconds with a position this good count: metres of `accuracy95`. */
const GOOD_ACCURACY = 5;
const LONGEST_SECOND_MS = 2500;
const FEWEST_BEACONS = 5;
const USUAL_INTERVAL_MS = 305;
/** Beacons expected at least this strong are never missed for weakness: they tell gain and rate. */
const STRONG_DBM = -85;
const FAINT_DBM = -98;
/** Beacons farther than this say nothing by their silence, in metres. */
const SILENCE_WITHIN = 25;
const SETTLED_GAIN_SD_DB = 2;
const READING_VARIANCE = 12;
const OUT_OF_REACH_MS = 60_000;

interface Tally {
  count: number;
  sum: number;
}

/** What a walk says of one beacon so far. */
export interface Witnessed {
  heard: number;
  readonly expected: [number, number, number, number];
  readonly visits: Map<string, Visit>;
  lastMs: number;
}

/** What a witness knows of the hall: the register is the full one, since who is left out of the positioning is judged all the same. Many witnesses may share it. */
export class WitnessSite {
  readonly index: BeaconIndex;
  readonly floors: readonly FloorRaster[] | undefined;
  readonly model: RadioModel;

  constructor(context: Pick<EstimatorContext, 'register' | 'venue'>) {
    this.index = indexBeacons(context.register, context.venue);
    this.floors = floorsOf(this.index, context.venue);
    this.model = radioModelOf(this.index, context, this.floors);
  }
}

/**
 * Listens beside a walker's filter, on the walker's own device, and tells in the end what the walk says of the beacons. The beacon that is judged
 * is one of about forty that made the position. What it keeps grows with the floor walked on, never with time.
 */
export class BeaconWitness {
  private readonly receiver = new ReceiverState();
  private readonly course = new Course();
  private readonly tallies = new Map<number, Tally>();
  private readonly witnessed = new Map<number, Witnessed>();
  private before: Position | undefined;
  /** Adverts heard of strong beacons, over those that their intervals promise. */
  private heardShare = 1;

  constructor(private readonly site: WitnessSite) {}

  observe({ beaconId, rssiDbm }: BeaconReading): void {
    const beacon = this.site.index.indexOf(beaconId);
    if (beacon === undefined || !Number.isFinite(rssiDbm)) return;
    const tally = this.tallies.get(beacon) ?? { count: 0, sum: 0 };
    tally.count++;
    tally.sum += rssiDbm;
    this.tallies.set(beacon, tally);
  }

  /** A second is over: `position` is what the filter says at its end, absent where it says nothing. */
  settle(position: Position | undefined): void {
    const { before } = this;
    this.before = position;
    if (position) this.course.take(position);
    if (position && before) this.judge(before, position);
    this.tallies.clear();
  }

  /** What the walk says so far. */
  report(): WalkReport {
    return [...this.witnessed]
      .sort(([a], [b]) => a - b)
      .map(([beacon, witnessed]) => testimonyOf(this.site.index, this.site.model, beacon, witnessed));
  }

  /**
   * What the walk said of one beacon that has been out of reach for a minute, and forgets it: `draw` (0 … 1) says which of these. Undefined while
   * there is none. What is told so tells nothing of where the walker is now.
   */
  tellOne(draw: number): BeaconTestimony | undefined {
    const nowMs = this.before?.atMs ?? Number.NEGATIVE_INFINITY;
    const ripe = [...this.witnessed].filter(
      ([, { heard, expected, lastMs }]) =>
        nowMs - lastMs >= OUT_OF_REACH_MS && (heard > 0 || expected[0] >= 1),
    );
    const drawn = ripe[Math.floor(draw * ripe.length)];
    if (!drawn) return undefined;
    const [beacon, witnessed] = drawn;
    this.witnessed.delete(beacon);
    return testimonyOf(this.site.index, this.site.model, beacon, witnessed);
  }

  private judge(from: Position, to: Position): void {
    const elapsed = to.atMs - from.atMs;
    const level = this.site.index.levelOf(to.level);
    if (level === undefined || to.level !== from.level || elapsed <= 0 || elapsed > LONGEST_SECOND_MS) return;
    if (Math.max(from.accuracy95, to.accuracy95) > GOOD_ACCURACY || this.tallies.size < FEWEST_BEACONS)
      return;
    const here = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2, level };
    const seconds = elapsed / 1000;
    this.receiver.drift(seconds);
    this.receiver.turn(this.course.heading);
    this.learnReceiver(here, seconds);
    if (this.receiver.gainVariance > SETTLED_GAIN_SD_DB ** 2) return;
    this.site.index.beacons.forEach(({ placed }, beacon) => {
      const tally = this.tallies.get(beacon);
      if (placed && (tally || this.near(beacon, here))) this.take(beacon, tally, here, seconds, to);
    });
  }

  private near(beacon: number, here: Place): boolean {
    const { x, y, level } = this.site.index.beacons[beacon]!;
    if (Math.abs(level - here.level) > 1) return false;
    return (x - here.x) ** 2 + (y - here.y) ** 2 < SILENCE_WITHIN ** 2;
  }

  private learnReceiver(here: Place, seconds: number): void {
    const shares: number[] = [];
    for (const [beacon, { count, sum }] of this.tallies) {
      const { placed, level } = this.site.index.beacons[beacon]!;
      if (!placed || level !== here.level) continue;
      const expected = this.site.model.expectedDbm(beacon, here.x, here.y, here.level);
      if (expected + this.receiver.gainDb < STRONG_DBM) continue;
      const { east, north } = this.directionTo(beacon, here);
      const variance =
        this.site.model.shadowSdDb(beacon, here.x, here.y, here.level) ** 2 + READING_VARIANCE / count;
      this.receiver.update(sum / count - expected, east, north, variance);
      shares.push(count / (seconds * this.advertsPerSecond(beacon)));
    }
    if (shares.length < FEWEST_BEACONS) return;
    const mean = shares.reduce((a, b) => a + b, 0) / shares.length;
    this.heardShare += 0.1 * (Math.min(1.5, mean) - this.heardShare);
  }

  private advertsPerSecond(_beacon: number): number {
    return 1000 / USUAL_INTERVAL_MS;
  }

  private take(
    beacon: number,
    tally: Tally | undefined,
    here: Place,
    seconds: number,
    { covariance, atMs }: Position,
  ): void {
    const { receiver } = this;
    const { model } = this.site;
    const expected = model.expectedDbm(beacon, here.x, here.y, here.level);
    const direction = this.directionTo(beacon, here);
    const offset = receiver.offsetDb(direction.east, direction.north);
    if (!tally && expected + offset < FAINT_DBM) return;
    const sent = this.heardShare * seconds * this.advertsPerSecond(beacon);
    const witnessed = this.witnessed.get(beacon) ?? newlyWitnessed();
    this.witnessed.set(beacon, witnessed);
    witnessed.lastMs = atMs;
    const count = tally?.count ?? 0;
    witnessed.heard += count;
    WEAKER_DB.forEach((weaker, i) => {
      witnessed.expected[i] = witnessed.expected[i]! + sent * heardShareAt(expected + offset - weaker);
    });
    const column = Math.floor(here.x / SQUARE);
    const row = Math.floor(here.y / SQUARE);
    const key = `${here.level}/${column}/${row}`;
    const visit = witnessed.visits.get(key) ?? newVisit(here.level, column, row);
    witnessed.visits.set(key, visit);
    visit.heard += count;
    visit.sumDbm += tally ? tally.sum - count * offset : 0;
    visit.sent += sent;
    visit.offset += seconds * offset;
    visit.gain += seconds * receiver.gainDb;
    visit.bodyEast += seconds * receiver.bodyDb.east;
    visit.bodyNorth += seconds * receiver.bodyDb.north;
    visit.placeVariance += seconds * placeVariance(direction, covariance);
    visit.gainVariance = receiver.gainVariance;
    visit.seconds += seconds;
  }

  private directionTo(beacon: number, here: Place): Direction {
    const place = this.site.model.placeOf(beacon);
    if (!place) return { east: 0, north: 0, reach: Number.POSITIVE_INFINITY };
    const [dx, dy] = [place.x - here.x, place.y - here.y];
    const z = place.z - this.site.index.levels[here.level]!.elevation - RECEIVER_HEIGHT;
    const reach = Math.hypot(dx, dy, z) || 1;
    return { east: dx / reach, north: dy / reach, reach };
  }
}

/** From the walker to a beacon: components of the unit vector on the floor, and metres. */
interface Direction {
  readonly east: number;
  readonly north: number;
  readonly reach: number;
}

/** What the uncertainty of the position does to the level of a beacon in that direction, in dB²: d level/d r = 10 n / (ln 10 · r). */
function placeVariance({ east, north, reach }: Direction, [xx, xy, yy]: Position['covariance']): number {
  const slope = DB_TIMES_METRES / reach;
  return slope ** 2 * (east * east * xx + 2 * east * north * xy + north * north * yy);
}

/** 10 n / ln 10 at the exponent 2 of free space. */
const DB_TIMES_METRES = 8.7;
const RECEIVER_HEIGHT = 1.2;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly level: number;
}

function newlyWitnessed(): Witnessed {
  return { heard: 0, expected: [0, 0, 0, 0], visits: new Map(), lastMs: 0 };
}

function newVisit(level: number, column: number, row: number): Visit {
  return {
    level,
    column,
    row,
    heard: 0,
    sumDbm: 0,
    sent: 0,
    offset: 0,
    gain: 0,
    bodyEast: 0,
    bodyNorth: 0,
    placeVariance: 0,
    gainVariance: 0,
    seconds: 0,
  };
}

function heardShareAt(dbm: number): number {
  const { sensitivityDbm, slopeDb, fadingSdDb } = defaultReception;
  return normalCdf((dbm - sensitivityDbm) / Math.hypot(slopeDb, fadingSdDb));
}
