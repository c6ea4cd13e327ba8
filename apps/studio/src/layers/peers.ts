import type { Located } from '../canvas/extent';
import { useStudio } from '../store/studio';
import { useSync } from '../store/sync';
import type { Layer } from './layer';
import { entityOf, levelOf } from './selection';

const COLOURS = ['#0f9d8a', '#e0851b', '#8358d0', '#d2457a', '#5c912f'];

/** A colour for each of the others, the same as long as they are there. */
export const peerColour = (id: string): string =>
  COLOURS[[...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % COLOURS.length]!;

/** What the others have selected, with their names. */
export const peersLayer: Layer = {
  id: 'peers',
  name: { zh: '其他编辑者', en: 'Other editors' },
  kind: 'live',
  on: true,
  paint(context, scene) {
    for (const { id, name, selection = [] } of useSync.getState().peers) {
      context.fillStyle = peerColour(id);
      context.strokeStyle = peerColour(id);
      for (const text of selection.slice(0, 10)) {
        const [collection, key] = text.split('/') as [never, string];
        const entity = entityOf(scene, { collection, key });
        if (!entity || levelOf(entity) !== useStudio.getState().level) continue;
        const { at, point, area, line } = entity as Located;
        const place = at ?? point ?? area?.[0]?.outer[0] ?? line?.[0];
        if (!place) continue;
        const { left, top } = scene.toScreen(place);
        context.lineWidth = 2.5;
        context.beginPath();
        context.arc(left, top, 13, 0, 2 * Math.PI);
        context.stroke();
        context.font = '700 12px system-ui, sans-serif';
        context.textAlign = 'left';
        context.fillText(name, left + 16, top - 10);
      }
    }
  },
};
