import type { BeaconRegister, Venue } from '@daoyin/venue';
import { type BeaconIndex, indexBeacons } from '../beacon-index';
import { decodeRadioMap } from '../calibration/radio-map';
import { type FloorRaster, rasterFloors } from '../floor-raster';
import { type Channel, defaultChannel } from '../radio-model';
import { defaultReception, type Reception } from '../reception';
import { type AdvertInformation, advertInformation } from './advert-information';
import { cellsOf, type FloorCells } from './floor-cells';

/** What does not change while beacons are moved about: floors, squares, the channel, and what one advert tells. */
export interface Prospect {
  readonly venue: Venue;
  readonly floors: readonly FloorRaster[];
  readonly cells: readonly FloorCells[];
  readonly channel: Channel;
  readonly reception: Reception;
  readonly inSight: AdvertInformation;
  readonly behindWalls: AdvertInformation;
  /** An index of the venue's levels alone, for the radio model of a single beacon. */
  readonly levels: BeaconIndex['levels'];
}

/** Rician factors in sight and behind walls, and the receiver's own noise, in dB. */
const K_IN_SIGHT_DB = 6;
const K_BEHIND_WALLS_DB = 0;
const NOISE_DB = 0.8;

/** Prepares predictions for a venue on squares of so many metres, with the channel that a survey found where the register has one. */
export function prospectOf(
  venue: Venue,
  calibration: BeaconRegister['calibration'] = undefined,
  metres = 1,
): Prospect {
  const floors = rasterFloors(venue);
  const channel = { ...defaultChannel, ...decodeRadioMap(calibration)?.channel };
  const reception = defaultReception;
  const { shadowSdDb, obstructedSdDb, powerSdDb } = channel;
  const radio = { ...reception, noiseDb: NOISE_DB };
  return {
    venue,
    floors,
    cells: floors.map((floor, level) => cellsOf(floor, level, metres)),
    channel,
    reception,
    inSight: advertInformation(K_IN_SIGHT_DB, Math.hypot(shadowSdDb, powerSdDb), radio),
    behindWalls: advertInformation(
      K_BEHIND_WALLS_DB,
      Math.hypot(shadowSdDb, obstructedSdDb, powerSdDb),
      radio,
    ),
    levels: indexBeacons({ venue: '', beacons: [] }, venue).levels,
  };
}
