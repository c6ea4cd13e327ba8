import { healthOf, useHealth } from '../health/health';
import { beaconsOn } from './beacons';
import type { Layer } from './layer';

/** How the beacons are: a ring for what is silent, an empty one for what was never heard, a bar for a weak battery. */
export const healthLayer: Layer = {
  id: 'health',
  name: { zh: '信标健康', en: 'Beacon health' },
  kind: 'live',
  on: false,
  paint(context, { document, level, colours, toScreen }) {
    const { byId, atMs } = useHealth.getState();
    for (const beacon of beaconsOn(document.register.beacons, level)) {
      if (beacon.status === 'retired') continue;
      const kind = healthOf(beacon, byId.get(beacon.id), atMs);
      const { left, top } = toScreen(beacon.at);
      context.lineWidth = 2.5;
      context.setLineDash(kind === 'never' ? [3, 3] : []);
      context.strokeStyle =
        kind === 'heard'
          ? colours.ok
          : kind === 'silent'
            ? colours.error
            : kind === 'never'
              ? colours.ink
              : colours.warn;
      context.beginPath();
      context.arc(left, top, 9, 0, 2 * Math.PI);
      context.stroke();
      if (kind === 'silent') context.fillStyle = colours.error;
      if (kind === 'silent') context.fillRect(left - 1.5, top - 17, 3, 8);
    }
    context.setLineDash([]);
  },
};
