import { type AdvertInformation, advertInformation, blocked } from '@daoyin/positioning';
import type { BeaconRegister, SpacePoint, Venue } from '@daoyin/venue';
import { bodyLossDb, CHANNEL, type Effects, pathLossDb } from '../simulate/channel';
import { createObstruction, type Obstruction } from '../simulate/obstruction';
import { effectsOf, type Variant } from '../simulate/world';
import type { Knot } from './track';

/** One beacon over one second: what its adverts tell, to first order. */
export interface Sight {
  readonly beacon: number;
  /** Change of the expected level in dB with the place (a metre east, north) and with the heading (a radian). */
  readonly slope: { readonly x: number; readonly y: number; readonly heading: number };
  /** Direction of the beacon seen from the walker's heading, and of the walker seen from the beacon in the venue frame. */
  readonly bearing: number;
  readonly azimuth: number;
  readonly inSight: boolean;
  /** Fisher information of all adverts of the second about their level, 1/dB², and the variance of one of them. */
  readonly information: number;
  readonly fadingVariance: number;
  /** Variance in dB² by passers-by, and for how many seconds in the mean it stays. */
  readonly passing: { readonly variance: number; readonly seconds: number };
  readonly at: SpacePoint;
}

/** Less than this over a second, in 1/dB², is left out. */
const LEAST_INFORMATION = 0.02;
const NEARER_M = 0.25;
/** Expected levels that are weaker than this below the sensitivity tell nothing. */
const HOPELESS_DBM = CHANNEL.receiver.sensitivityDbm - 14;

/**
 * What the beacons of a register tell at a knot; without a venue only those of the walker's level, without walls. A wall weakens what is
 * behind it and hides how much, but its edge has no slope: that it might be told from a jump is left out.
 */
export function sightsOf(
  register: BeaconRegister,
  venue: Venue | undefined,
  variant: Variant,
): (knot: Knot) => readonly Sight[] {
  const radio = radioOf(venue, variant);
  const senders = sendersOf(register, radio);
  return ({ middle, heading }) => {
    const at = { x: middle.x, y: middle.y, z: radio.elevationOf(middle.level) + CHANNEL.receiver.height };
    return senders.flatMap((sender) =>
      radio.obstruction === undefined && sender.level !== middle.level
        ? []
        : (sightOf(radio, sender, at, heading) ?? []),
    );
  };
}

const RECEPTION = { ...CHANNEL.receiver, clearAir: 1 - CHANNEL.air.lossShare };

/** What all links have in common. */
interface Radio {
  readonly obstruction: Obstruction | undefined;
  readonly elevationOf: (level: string) => number;
  readonly inSight: AdvertInformation;
  readonly behindWalls: AdvertInformation;
  readonly frontToBackDb: number;
  readonly effects: Effects;
  readonly variant: Variant;
}

function radioOf(venue: Venue | undefined, variant: Variant): Radio {
  const elevations = new Map(venue?.levels.map(({ shortName, elevation }) => [shortName, elevation]));
  const effects = effectsOf(variant);
  const { sdDb, behindWallSdDb } = effects.shadowing;
  const { spreadDb } = effects.power;
  const { kInSightDb, kBehindWallDb } = effects.fading;
  return {
    obstruction: venue && createObstruction(venue),
    elevationOf: (level) => elevations.get(level) ?? 0,
    inSight: advertInformation(kInSightDb, Math.hypot(sdDb, spreadDb), RECEPTION),
    behindWalls: advertInformation(kBehindWallDb, Math.hypot(sdDb, behindWallSdDb, spreadDb), RECEPTION),
    frontToBackDb: effects.body.frontToBackDb + (variant.crowd ? effects.body.crowdExtraDb : 0),
    effects,
    variant,
  };
}

/** A beacon of the register: what the phone would measure at 1 m, and its adverts a second. */
interface Sender extends SpacePoint {
  readonly beacon: number;
  readonly level: string;
  readonly powerDbm: number;
  readonly perSecond: number;
}

function sendersOf({ beacons }: BeaconRegister, { elevationOf, variant }: Radio): readonly Sender[] {
  return beacons.flatMap(({ at, status, height, measuredPowerDbm, gainDb = 0, intervalMs }, beacon) => {
    if (at === undefined || status !== 'active') return [];
    return {
      ...at,
      beacon,
      z: elevationOf(at.level) + height,
      powerDbm: measuredPowerDbm + gainDb + (variant.phoneGainDb ?? 0),
      perSecond: 1000 / (variant.intervalMs ?? intervalMs ?? CHANNEL.air.intervalMs),
    };
  });
}

function sightOf(radio: Radio, sender: Sender, at: SpacePoint, heading: number): Sight | undefined {
  const open = (x: number, y: number, facing: number): number =>
    openDbm(radio, sender, { x, y, z: at.z }, facing);
  const here = open(at.x, at.y, heading);
  if (here < HOPELESS_DBM) return undefined;
  const { slabsDb, slabs } = radio.obstruction?.slabs(at, sender) ?? { slabsDb: 0, slabs: 0 };
  if (here - slabsDb < HOPELESS_DBM) return undefined;
  const { wallsDb, walls } = radio.obstruction?.walls(at, sender) ?? { wallsDb: 0, walls: 0 };
  const inSight = walls + slabs === 0;
  const table = inSight ? radio.inSight : radio.behindWalls;
  const information = sender.perSecond * table.at(here - slabsDb - wallsDb);
  if (information < LEAST_INFORMATION) return undefined;
  const { x, y } = at;
  const direction = Math.atan2(sender.y - y, sender.x - x);
  return {
    beacon: sender.beacon,
    slope: {
      x: (open(x + NEARER_M, y, heading) - open(x - NEARER_M, y, heading)) / (2 * NEARER_M),
      y: (open(x, y + NEARER_M, heading) - open(x, y - NEARER_M, heading)) / (2 * NEARER_M),
      heading: (open(x, y, heading + 0.01) - open(x, y, heading - 0.01)) / 0.02,
    },
    bearing: direction - heading,
    azimuth: direction + Math.PI,
    inSight,
    information,
    fadingVariance: table.variance,
    passing: passingOf(radio, Math.hypot(sender.x - x, sender.y - y, sender.z - at.z)),
    at,
  };
}

/** Expected level with nothing between but the walker's own body. */
function openDbm(radio: Radio, sender: Sender, at: SpacePoint, heading: number): number {
  const [dx, dy, dz] = [sender.x - at.x, sender.y - at.y, sender.z - at.z];
  const metres = Math.hypot(dx, dy, dz);
  const cosElevation = Math.hypot(dx, dy) / Math.max(metres, 1e-6);
  const body = bodyLossDb(Math.atan2(dy, dx) - heading, cosElevation, radio.frontToBackDb);
  return sender.powerDbm - pathLossDb(metres) - body;
}

function passingOf({ effects, variant: { crowd = false } }: Radio, metres: number): Sight['passing'] {
  const { share, variance } = blocked(metres, crowd ? effects.crowd : effects.passersBy);
  return { variance, seconds: effects.passersBy.seconds * (1 - share) };
}
