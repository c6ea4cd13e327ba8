import type { Beacon } from '../../types';
import type { Action, HallDocument } from '../document';

/** The document with each of the beacons as `edit` gives it; the same one where `edit` gives the same beacons. */
export function editBeacons(ids: Iterable<string>, edit: (beacon: Beacon) => Beacon): Action {
  const chosen = new Set(ids);
  return (document) => {
    const { beacons } = document.register;
    const edited = beacons.map((beacon) => (chosen.has(beacon.id) ? edit(beacon) : beacon));
    return edited.every((beacon, i) => beacon === beacons[i]) ? document : withBeacons(document, edited);
  };
}

export function withBeacons<D extends HallDocument>(document: D, beacons: readonly Beacon[]): D {
  return { ...document, register: { ...document.register, beacons } };
}

/** A coordinate as the studio keeps it: to the millimetre. */
export const millimetres = (metres: number): number => Math.round(metres * 1000) / 1000 + 0;

/** A beacon at another place; the very same where it hangs there already. */
export function placedAt(beacon: Beacon, to: NonNullable<Beacon['at']>): Beacon {
  const at = { x: millimetres(to.x), y: millimetres(to.y), level: to.level };
  const was = beacon.at;
  if (was && was.x === at.x && was.y === at.y && was.level === at.level) return beacon;
  const { level: _, ...rest } = beacon;
  return { ...rest, at };
}
