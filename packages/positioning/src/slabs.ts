import { slabCount, type Venue } from '@daoyin/venue';
import type { BeaconIndex } from './beacon-index';
import type { Slabs } from './radio-model';

/** The slabs of a venue between beacons and a receiver in the hand, `receiverHeight` metres above the floor of its level. */
export function slabsOf(index: BeaconIndex, venue: Venue, receiverHeight: number): Slabs {
  const between = slabCount(venue);
  return (number, x, y, level) => {
    const { x: beaconX, y: beaconY, height, level: own } = index.beacons[number]!;
    const beacon = { x: beaconX, y: beaconY, z: index.levels[own]!.elevation + height };
    return between(beacon, { x, y, z: index.levels[level]!.elevation + receiverHeight });
  };
}
