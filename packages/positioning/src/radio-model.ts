import type { BeaconIndex, IndexedBeacon } from './beacon-index';

/**
 * The levels that a receiver of unit gain expects: all that the estimators know of the radio world. Beacons and levels are numbers of
 * the `BeaconIndex`; places are metres in the venue frame. Implementations are the path-loss model below and a learnt radio map.
 */
export interface RadioModel {
  /** Whether the model can say anything of this beacon on this level; where not, its readings are left out. */
  covers(beacon: number, level: number): boolean;
  /** Mean RSSI in dBm at a point, before body, receiver gain and fading. */
  expectedDbm(beacon: number, x: number, y: number, level: number): number;
  /**
   * The same for the first `count` points at once, into `out`: the inner loop of a filter. What the walls of the plan take of it, in dB, goes into
   * `wallsDb`: how much walls weigh is never quite known.
   */
  expectAt(
    beacon: number,
    xs: Float64Array,
    ys: Float64Array,
    count: number,
    level: number,
    out: Float64Array,
    wallsDb?: Float64Array,
  ): void;
  /** Standard deviation in dB of what the mean misses there (shadowing, unknown power, map error): constant at a place. */
  shadowSdDb(beacon: number, x: number, y: number, level: number): number;
  /** The part of `shadowSdDb` that is a beacon's own and the same at every place of the level: its power. 0 where absent. */
  ownSdDb?(beacon: number, level: number): number;
  /** Standard deviation in dB of what a beacon's antenna adds by azimuth, beside `shadowSdDb`. 0 where absent. */
  antennaSdDb?(beacon: number, level: number): number;
  /** Distance in metres over which what the mean misses decorrelates to 1/e. */
  readonly correlationLength: number;
  /** The same about a place, where it differs: what a survey leaves unknown near its ways changes from step to step. */
  correlationLengthAt?(beacon: number, x: number, y: number, level: number): number;
  /** Where the beacon hangs, for the body's shadow; absent where nobody knows. */
  placeOf(beacon: number): { readonly x: number; readonly y: number; readonly z: number } | undefined;
}

/** The channel's parameters: two slopes (ITU-R P.1238 style site-general model with a breakpoint), slabs and shadowing. */
export interface Channel {
  readonly nearExponent: number;
  readonly farExponent: number;
  readonly breakpoint: number;
  readonly firstSlabDb: number;
  readonly nextSlabDb: number;
  readonly shadowSdDb: number;
  /** Added in quadrature behind a wall or slab. */
  readonly obstructedSdDb: number;
  /** Spread of power from beacon to beacon, batteries and antenna pattern included. */
  readonly powerSdDb: number;
  readonly correlationLength: number;
  /** Height of the receiver above the floor in metres. */
  readonly receiverHeight: number;
}

export const defaultChannel: Channel = {
  nearExponent: 1.9,
  farExponent: 3,
  breakpoint: 10,
  firstSlabDb: 16,
  nextSlabDb: 12,
  shadowSdDb: 3.5,
  obstructedSdDb: 2.5,
  powerSdDb: 2.3,
  correlationLength: 5,
  receiverHeight: 1.2,
};

/** Slabs between a beacon and a point of another level: fewer than storeys where the way goes through an atrium or a well. */
export type Slabs = (beacon: number, x: number, y: number, level: number) => number;

/** What stands between a beacon and the points of its level: extra attenuation in dB. */
export interface Obstacles {
  dbAt(x: number, y: number): number;
  /** The same at the first `count` points at once, into `out`. */
  fillDb(xs: Float64Array, ys: Float64Array, count: number, out: Float64Array): void;
}

/** The obstacles about each beacon, as far as a floor plan tells. */
export type Obstruction = (beacon: number) => Obstacles | undefined;

const DB_PER_NEPER = 10 / Math.LN10;
const UNKNOWN_POWER_SD_DB = 8;
/** Walls that take so much stand in the way. */
export const OBSTRUCTED_DB = 2;
/** Of the spread of power, what is the same in all directions; antennas make the rest. */
const OWN_SD_DB = 1.8;
const ANTENNA_SD_DB = 1.2;

/** The log-distance path-loss model with slabs and, where a floor plan is known, walls. */
export function pathLossModel(
  index: BeaconIndex,
  channel: Channel = defaultChannel,
  obstruction?: Obstruction,
  slabs: Slabs = (beacon, _x, _y, level) => Math.abs(index.beacons[beacon]!.level - level),
): RadioModel {
  const vertical = (beacon: IndexedBeacon, level: number): number =>
    index.levels[beacon.level]!.elevation +
    beacon.height -
    (index.levels[level]!.elevation + channel.receiverHeight);
  const slabsDb = (number: number, x: number, y: number, level: number): number => {
    const between = slabs(number, x, y, level);
    return between === 0 ? 0 : channel.firstSlabDb + (between - 1) * channel.nextSlabDb;
  };
  const model: RadioModel = {
    correlationLength: channel.correlationLength,
    covers: (beacon) => index.beacons[beacon]?.placed ?? false,
    expectedDbm(number, x, y, level) {
      scalarX[0] = x;
      scalarY[0] = y;
      model.expectAt(number, scalarX, scalarY, 1, level, scalarOut);
      return scalarOut[0]!;
    },
    expectAt(number, xs, ys, count, level, out, wallsDb) {
      const beacon = index.beacons[number]!;
      const z = vertical(beacon, level);
      const nearLoss = DB_PER_NEPER * 0.5 * (beacon.pathLossExponent ?? channel.nearExponent);
      const farLoss = DB_PER_NEPER * 0.5 * Math.max(channel.farExponent, beacon.pathLossExponent ?? 0);
      const breakpoint = channel.breakpoint ** 2;
      const atBreakpoint = Math.log(breakpoint) * nearLoss;
      const walls = wallsDb ?? scratch(count);
      const obstacles = obstruction?.(number);
      if (obstacles) obstacles.fillDb(xs, ys, count, walls);
      else walls.fill(0, 0, count);
      for (let i = 0; i < count; i++) {
        const squared = Math.max(0.25, (xs[i]! - beacon.x) ** 2 + (ys[i]! - beacon.y) ** 2 + z * z);
        const loss =
          squared <= breakpoint
            ? Math.log(squared) * nearLoss
            : atBreakpoint + Math.log(squared / breakpoint) * farLoss;
        out[i] = beacon.powerDbm - loss - walls[i]!;
      }
      if (beacon.level === level) return;
      for (let i = 0; i < count; i++) out[i] = out[i]! - slabsDb(number, xs[i]!, ys[i]!, level);
    },
    shadowSdDb(number, x, y, level) {
      const beacon = index.beacons[number]!;
      const obstructed = level !== beacon.level || (obstruction?.(number)?.dbAt(x, y) ?? 0) >= OBSTRUCTED_DB;
      const power = beacon.powerKnown ? channel.powerSdDb : UNKNOWN_POWER_SD_DB;
      return Math.sqrt(channel.shadowSdDb ** 2 + (obstructed ? channel.obstructedSdDb ** 2 : 0) + power ** 2);
    },
    ownSdDb: (number) => (index.beacons[number]!.powerKnown ? OWN_SD_DB : UNKNOWN_POWER_SD_DB),
    antennaSdDb: () => ANTENNA_SD_DB,
    placeOf(number) {
      const beacon = index.beacons[number];
      if (!beacon?.placed) return undefined;
      return { x: beacon.x, y: beacon.y, z: index.levels[beacon.level]!.elevation + beacon.height };
    },
  };
  return model;
}

const scalarX = new Float64Array(1);
const scalarY = new Float64Array(1);
const scalarOut = new Float64Array(1);
let scratchWalls = new Float64Array(16);

function scratch(count: number): Float64Array {
  if (scratchWalls.length < count) scratchWalls = new Float64Array(count);
  return scratchWalls;
}
