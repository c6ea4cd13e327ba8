import type { Layer } from './layer';

/** Metres between lines, the coarsest that are at least this many pixels apart. */
const STEPS = [1, 5, 10, 50] as const;
const LEAST_PIXELS = 24;

/** A grid in metres, for the eye. */
export const gridLayer: Layer = {
  id: 'grid',
  name: { zh: '网格', en: 'Grid' },
  kind: 'still',
  on: false,
  paint(context, { bounds, view, colours }) {
    const step = STEPS.find((metres) => metres * view.scale >= LEAST_PIXELS) ?? 100;
    context.strokeStyle = colours.line;
    context.lineWidth = 1 / view.scale;
    context.beginPath();
    for (let x = Math.ceil(bounds.minX / step) * step; x <= bounds.maxX; x += step) {
      context.moveTo(x, bounds.minY);
      context.lineTo(x, bounds.maxY);
    }
    for (let y = Math.ceil(bounds.minY / step) * step; y <= bounds.maxY; y += step) {
      context.moveTo(bounds.minX, y);
      context.lineTo(bounds.maxX, y);
    }
    context.stroke();
  },
};
