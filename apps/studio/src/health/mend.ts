import type { BeaconVerdictView } from '@daoyin/protocol';
import { type Action, editBeacons, putBeacons, setBeacons } from '@daoyin/venue';

type Verdicts = ReadonlyMap<string, BeaconVerdictView>;

/** Hangs beacons where walks say that they are; what nobody says a place of stays. */
export function acceptPlaces(ids: readonly string[], verdicts: Verdicts): Action {
  return putBeacons(
    new Map(
      ids.flatMap((id) => {
        const place = verdicts.get(id)?.place;
        return place ? [[id, { x: place.x, y: place.y, level: place.level }] as const] : [];
      }),
    ),
  );
}

/** Takes over what walks say of how strong a beacon is: in whole dB, into its power at 1 m. */
export function acceptPower(id: string, verdicts: Verdicts): Action {
  const gainDb = Math.round(verdicts.get(id)?.gainDb ?? 0);
  return editBeacons([id], (beacon) =>
    gainDb === 0 ? beacon : { ...beacon, measuredPowerDbm: beacon.measuredPowerDbm + gainDb },
  );
}

/** Says that a beacon was looked at and put right on a day, such as with another battery. */
export const markInstalled = (id: string, day: string): Action => setBeacons([id], { installedOn: day });
