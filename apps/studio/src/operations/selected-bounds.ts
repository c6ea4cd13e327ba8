import type { Bounds } from '@daoyin/geometry';
import { extentOf, united } from '../canvas/extent';
import { useStudio } from '../store/studio';

/** The box about all that is selected, in metres of the venue frame; undefined where nothing with a place is. */
export function selectedBounds(): Bounds | undefined {
  const { selection, history } = useStudio.getState();
  const keys = new Set(selection.map(({ key }) => key));
  const { venue, register } = history.present;
  const all = [
    ...register.beacons
      .filter(({ at }) => at !== undefined)
      .map((beacon) => ({ id: beacon.id, at: beacon.at! })),
    ...venue.units,
    ...venue.fixtures,
    ...venue.kiosks,
    ...venue.sections,
    ...venue.openings,
    ...venue.amenities,
    ...venue.anchors,
  ].filter(({ id }) => keys.has(id));
  return all.length === 0 ? undefined : all.map(extentOf).reduce(united);
}
