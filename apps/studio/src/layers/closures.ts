import type { Layer } from './layer';

const RADIUS = 11; // CSS pixels

/** Signs where something is shut for a time. */
export const closuresLayer: Layer = {
  id: 'closures',
  name: { zh: '临时封闭', en: 'Closures' },
  kind: 'live',
  on: true,
  paint(context, { document, level, colours, toScreen }) {
    for (const { at } of document.closures) {
      if (at?.level !== level) continue;
      const { left, top } = toScreen(at);
      context.fillStyle = colours.goal;
      context.beginPath();
      context.arc(left, top, RADIUS, 0, 2 * Math.PI);
      context.fill();
      context.fillStyle = colours.surface;
      context.fillRect(left - 7, top - 2.5, 14, 5);
    }
  },
  pick(at, reach, { document, level }) {
    for (const { id, at: place } of document.closures) {
      if (place?.level !== level) continue;
      const far = Math.hypot(place.x - at.x, place.y - at.y);
      if (far <= 1.2 * reach) return { ref: { collection: 'closures', key: id }, distance: far };
    }
    return undefined;
  },
};
