import type { Beacon, BeaconRegister, Venue } from '@daoyin/venue';
import { type BeaconIndex, indexBeacons } from '../beacon-index';
import { floorsOf } from '../floor-raster';
import { type Channel, defaultChannel, pathLossModel, type RadioModel } from '../radio-model';
import { wallObstruction } from '../walls';
import { sourceOf } from './learnt-model';
import type { Names, SurveyWalk } from './survey';

/** Beacons and levels by number, and the path loss of a channel among the venue's walls. */
export interface Site {
  readonly index: BeaconIndex;
  readonly names: Names;
  readonly pathLoss: (channel: Channel) => RadioModel;
}

/** A site from a register: levels that only the walks name are known too. */
export function siteOf(register: BeaconRegister, walks: readonly SurveyWalk[], venue?: Venue): Site {
  const index = indexBeacons(withLevels(register, walks), venue);
  const floors = floorsOf(index, venue);
  const obstruction = floors && wallObstruction(index, floors);
  return {
    index,
    names: {
      beacon: index.indexOf,
      level: index.levelOf,
      place: (beacon) => sourceOf(index, beacon),
    },
    pathLoss: (channel) => pathLossModel(index, channel, obstruction),
  };
}

export function channelWith({
  nearExponent,
  farExponent,
}: Pick<Channel, 'nearExponent' | 'farExponent'>): Channel {
  return { ...defaultChannel, nearExponent, farExponent };
}

/** The register and, for each level that only the walks name, a marker behind its beacons, so that the index knows it. */
function withLevels(register: BeaconRegister, walks: readonly SurveyWalk[]): BeaconRegister {
  const levels = new Set(walks.flatMap(({ truth }) => truth.map(({ level }) => level)));
  const known = new Set(register.beacons.map(({ at }) => at?.level));
  const named = [...levels].filter((level) => !known.has(level));
  const markers: Beacon[] = named.map((level) => ({
    id: `level ${level}`,
    at: { x: 0, y: 0, level },
    height: 0,
    measuredPowerDbm: -59,
    status: 'active',
  }));
  return { ...register, beacons: [...register.beacons, ...markers] };
}
