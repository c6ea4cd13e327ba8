import { nextBeaconId, placeBeacon } from '@daoyin/venue';
import { perform, select, useStudio } from '../store/studio';
import { snapped } from './snapping';
import type { Tool } from './tool';

/** A tap hangs a beacon with the next free number; it stays chosen, so that a row is hung by a row of taps. */
export const beaconTool: Tool = {
  id: 'beacon',
  name: { zh: '放信标', en: 'Place beacon' },
  hint: { zh: '在图上点一下，就挂上一个信标', en: 'Tap the plan where a beacon hangs' },
  key: 'b',
  glyph: 'beacon',
  cursor: 'crosshair',
  begin: (plan) => ({
    tap: ({ at, reach, alt }) => {
      const { history, level } = useStudio.getState();
      const id = nextBeaconId(history.present.register);
      const { point } = snapped(at, reach, { beacons: [], features: [], isFree: alt });
      if (perform(placeBeacon(id, { ...point, level }), 'beacon.place'))
        select([{ collection: 'beacons', key: id }]);
      plan.invalidate();
    },
  }),
};
