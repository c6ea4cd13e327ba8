import { multiPolygonContains, normal, type VenuePoint } from '@daoyin/geometry';
import type { Beacon, BeaconRegister, SpacePoint, Venue } from '@daoyin/venue';
import { CHANNEL, type Effects, pathLossDb } from './channel';
import { createObstruction, type Obstruction } from './obstruction';
import { ShadeMemory, shadeAt } from './shade';
import { azimuthPattern, correlatedField, type Field } from './shadowing';
import { stream } from './streams';

/** What differs from the reference conditions. */
export interface Variant {
  /** Share of the beacons that are silent. */
  readonly deadShare?: number;
  /** Share of the beacons that hang `movedBy` metres (5) from where the register has them. */
  readonly movedShare?: number;
  readonly movedBy?: number;
  /** The phone's gain; without it the gain is drawn with σ 3 dB. */
  readonly phoneGainDb?: number;
  /** Advertising interval of every beacon; without it the register's own, or 300 ms. */
  readonly intervalMs?: number;
  readonly crowd?: boolean;
  /** Effects of the channel that are other ones than those of `CHANNEL`; the walks of a world have the world's. */
  readonly effects?: Partial<Effects>;
}

/** The effects of the channel in a variant. */
export function effectsOf({ effects }: Variant): Effects {
  return { ...CHANNEL, ...effects };
}

/** A beacon as it really is. */
export interface RadioBeacon {
  /** Its place in the world's list. */
  readonly number: number;
  readonly beacon: Beacon;
  readonly at: SpacePoint;
  readonly powerDbm: number;
  readonly dead: boolean;
  readonly moved: boolean;
  readonly intervalMs: number;
  readonly azimuthGainDb: (azimuth: number) => number;
  readonly shadowing: Field;
  readonly shadowingBehindWalls: Field;
}

/** One building with its beacons on the air: what stays the same from walk to walk. */
export interface RadioWorld {
  readonly venue: Venue;
  readonly beacons: readonly RadioBeacon[];
  readonly obstruction: Obstruction;
  readonly effects: Effects;
  /** Present where many walk in one world. */
  readonly shades?: ShadeMemory;
}

/**
 * A world from a seed. Beacons that are retired or whose place the register does not know are left out. With `remember`, what shadowing and the
 * building take is looked up once for each square of half a metre: for a day of visitors.
 */
export function createRadioWorld(world: {
  readonly venue: Venue;
  readonly register: BeaconRegister;
  readonly seed: number;
  readonly variant?: Variant;
  readonly remember?: boolean;
}): RadioWorld {
  const { venue, register, seed, variant = {}, remember = false } = world;
  const effects = effectsOf(variant);
  const placed = register.beacons.filter(({ at, status }) => at !== undefined && status === 'active');
  const dead = drawShare(placed, variant.deadShare ?? 0, seed, 'dead');
  const moved = drawShare(placed, variant.movedShare ?? 0, seed, 'moved');
  return {
    venue,
    effects,
    obstruction: createObstruction(venue),
    ...(remember && { shades: new ShadeMemory() }),
    beacons: placed.map((beacon, number) =>
      radioBeacon(venue, beacon, number, seed, effects, {
        dead: dead.has(beacon.id),
        movedBy: moved.has(beacon.id) ? (variant.movedBy ?? 5) : 0,
        intervalMs: variant.intervalMs ?? beacon.intervalMs ?? CHANNEL.air.intervalMs,
      }),
    ),
  };
}

/** A share of the beacons, the nearest whole number; a greater share contains the smaller. */
function drawShare(
  beacons: readonly Beacon[],
  share: number,
  seed: number,
  name: string,
): ReadonlySet<string> {
  const order = beacons
    .map(({ id }) => ({ id, rank: stream(seed, `${name}/${id}`)() }))
    .sort((a, b) => a.rank - b.rank);
  return new Set(order.slice(0, Math.round(share * beacons.length)).map(({ id }) => id));
}

function radioBeacon(
  venue: Venue,
  beacon: Beacon,
  number: number,
  seed: number,
  effects: Effects,
  state: { readonly dead: boolean; readonly movedBy: number; readonly intervalMs: number },
): RadioBeacon {
  const random = stream(seed, `beacon/${beacon.id}`);
  const { spreadDb, weakShare, weakUpToDb, azimuthPatternDb } = effects.power;
  const weaker = random() < weakShare ? random() * weakUpToDb : 0;
  const { correlationLength } = effects.shadowing;
  return {
    number,
    beacon,
    at: truePlace(venue, beacon, seed, effects.register.positionSd, state.movedBy),
    powerDbm: beacon.measuredPowerDbm + (beacon.gainDb ?? 0) + normal(random) * spreadDb - weaker,
    dead: state.dead,
    moved: state.movedBy > 0,
    intervalMs: state.intervalMs,
    azimuthGainDb: azimuthPattern(random, azimuthPatternDb),
    shadowing: correlatedField(random, correlationLength),
    shadowingBehindWalls: correlatedField(random, correlationLength),
  };
}

/** Where the beacon hangs: the register's place with an error of this σ in metres, or moved from it within its level. */
function truePlace(
  venue: Venue,
  { id, at, height }: Beacon,
  seed: number,
  positionSd: number,
  movedBy: number,
): SpacePoint {
  const random = stream(seed, `place/${id}`);
  const level = venue.levels.find(({ shortName }) => shortName === at!.level);
  const place = {
    x: at!.x + normal(random) * positionSd,
    y: at!.y + normal(random) * positionSd,
    z: (level?.elevation ?? 0) + height,
  };
  if (movedBy === 0) return place;
  for (let attempt = 0; attempt < 32; attempt++) {
    const direction = random() * 2 * Math.PI;
    const to = {
      ...place,
      x: place.x + movedBy * Math.cos(direction),
      y: place.y + movedBy * Math.sin(direction),
    };
    if (level === undefined || multiPolygonContains(level.outline, to)) return to;
  }
  return place;
}

/** A link from a beacon to a place: what does not change while nobody moves. Angles in radians from the place to the beacon. */
export interface Link {
  /** Mean power in dBm that an isotropic receiver there has. */
  readonly powerDbm: number;
  readonly distance: number;
  readonly azimuth: number;
  readonly cosElevation: number;
  readonly inSight: boolean;
}

/**
 * The static part of the channel: power, pattern, path loss, walls, slabs and shadowing. A link that is weaker than `floorDbm` whatever
 * the shadowing and the walls is told without looking at them.
 */
export function linkTo(world: RadioWorld, from: RadioBeacon, to: SpacePoint, floorDbm = -Infinity): Link {
  const [dx, dy, dz] = [from.at.x - to.x, from.at.y - to.y, from.at.z - to.z];
  const distance = Math.hypot(dx, dy, dz);
  const azimuth = Math.atan2(dy, dx);
  const open = from.powerDbm + from.azimuthGainDb(azimuth + Math.PI) - pathLossDb(distance);
  const least = floorDbm - open;
  const { gainDb, inSight } = world.shades
    ? world.shades.shadeAt(world, from, to, least)
    : shadeAt(world, from, to, least);
  const cosElevation = Math.hypot(dx, dy) / Math.max(distance, 1e-6);
  return { powerDbm: open + gainDb, distance, azimuth, cosElevation, inSight };
}

/** The level's floor in metres above that of ordinal 0; throws for a level that the venue does not have. */
export function floorOf(venue: Venue, { level }: VenuePoint): number {
  const found = venue.levels.find(({ shortName }) => shortName === level);
  if (found === undefined) throw new RangeError(`The venue has no level "${level}".`);
  return found.elevation;
}
