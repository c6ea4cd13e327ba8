import type { Palette } from '../palette';
import { type Drawing, drawingOf } from './drawings';
import type { LabelSpec } from './label';

/** Where a label's picture is in the atlas (device pixels) and how it stands on its point (CSS pixels). */
export interface Sprite {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly anchor: number;
}

export interface Atlas {
  readonly canvas: HTMLCanvasElement;
  /** Device pixels for one CSS pixel. */
  readonly ratio: number;
  readonly sprites: readonly Sprite[];
}

const WIDTH = 2048; // device pixels

const PAD = 2; // device pixels

/** Draws all labels once, packed by rows of falling height. `family` is the page's font, `scale` the size against normal. */
export function drawAtlas(
  specs: readonly LabelSpec[],
  palette: Palette,
  family: string,
  ratio: number,
  scale: number,
  canvas: HTMLCanvasElement,
): Atlas {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser gives no 2D canvas to draw labels on.');
  const drawings = specs.map((spec) => drawingOf(pen, spec, palette, family, scale));
  const { places, height } = pack(drawings, ratio);
  canvas.width = WIDTH;
  canvas.height = Math.max(64, height);
  drawings.forEach((drawing, i) => {
    const { x, y } = places[i]!;
    pen.setTransform(ratio, 0, 0, ratio, x, y);
    drawing.draw(pen);
  });
  const sprites = drawings.map(({ width, height: high, anchor }, i) => ({
    ...places[i]!,
    width: Math.ceil(width * ratio),
    height: Math.ceil(high * ratio),
    anchor,
  }));
  return { canvas, ratio, sprites };
}

function pack(drawings: readonly Drawing[], ratio: number) {
  const places: { x: number; y: number }[] = new Array(drawings.length);
  const order = drawings.map((_, i) => i).sort((a, b) => drawings[b]!.height - drawings[a]!.height);
  let [x, y, row] = [PAD, PAD, 0];
  for (const i of order) {
    const [w, h] = [Math.ceil(drawings[i]!.width * ratio), Math.ceil(drawings[i]!.height * ratio)];
    if (x + w + PAD > WIDTH) [x, y, row] = [PAD, y + row + PAD, 0];
    places[i] = { x, y };
    x += w + PAD;
    row = Math.max(row, h);
  }
  return { places, height: y + row + PAD };
}
