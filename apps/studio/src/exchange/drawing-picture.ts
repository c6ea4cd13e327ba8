import { type Bounds, boundsOf } from '@daoyin/geometry';
import type { DxfDrawing, LayerRole } from '@daoyin/venue';

/** A colour for what is on a layer, told apart on light and dark; `none` is a layer whose name says nothing. */
export const ROLE_COLOURS: Readonly<Record<LayerRole | 'none', string>> = {
  outline: '#0b7285',
  wall: '#1d6fd1',
  column: '#5b4fc7',
  glass: '#2aa5b8',
  door: '#1e8a4c',
  room: '#8a6d1f',
  counter: '#c2571a',
  furniture: '#97714e',
  stairs: '#a0359b',
  lift: '#c22f73',
  escalator: '#7a3bb0',
  text: '#6b7684',
  ignore: '#9aa5b1',
  none: '#d0342c',
};

export const boundsOfDrawing = ({ lines }: DxfDrawing): Bounds => boundsOf(lines.flatMap(({ line }) => line));

export interface DrawingPicture {
  readonly bounds: Bounds;
  /** Undefined for a layer that is switched off. */
  readonly colourOf: (layer: string) => string | undefined;
  /** The layer that somebody points at: the others are faint. */
  readonly shown: string | undefined;
}

/** Draws the layers of a drawing, north up, as large as the canvas allows. */
export function paintDrawing(
  canvas: HTMLCanvasElement,
  { lines }: DxfDrawing,
  { bounds, colourOf, shown }: DrawingPicture,
): void {
  const context = canvas.getContext('2d')!;
  const { width, height } = canvas;
  const { minX, minY, maxX, maxY } = bounds;
  const margin = 12;
  const scale = Math.min(
    (width - 2 * margin) / Math.max(maxX - minX, 1e-9),
    (height - 2 * margin) / Math.max(maxY - minY, 1e-9),
  );
  const left = (width - (maxX - minX) * scale) / 2;
  const top = (height - (maxY - minY) * scale) / 2;
  context.clearRect(0, 0, width, height);
  const paths = new Map<string, Path2D>();
  for (const { layer, line } of lines) {
    const path = paths.get(layer) ?? new Path2D();
    paths.set(layer, path);
    for (const [i, { x, y }] of line.entries()) {
      const [right, down] = [left + (x - minX) * scale, height - top - (y - minY) * scale];
      if (i === 0) path.moveTo(right, down);
      else path.lineTo(right, down);
    }
  }
  for (const [layer, path] of paths) {
    const colour = colourOf(layer);
    if (!colour) continue;
    context.globalAlpha = shown === undefined || shown === layer ? 1 : 0.18;
    context.lineWidth = shown === layer ? 2.5 : 1.25;
    context.strokeStyle = colour;
    context.stroke(path);
  }
  context.globalAlpha = 1;
}
