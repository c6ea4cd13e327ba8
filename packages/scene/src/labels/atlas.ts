import { mix, toCss } from '../colour';
import type { Palette } from '../palette';
import { PICTOGRAMS, type PictogramName } from './pictograms';
import type { LabelSpec } from './specs';

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

type Pen = CanvasRenderingContext2D;

/** How one label is measured (CSS pixels) and drawn with its top left corner at the origin. */
interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly anchor: number;
  readonly draw: (pen: Pen) => void;
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

function drawingOf(pen: Pen, spec: LabelSpec, palette: Palette, family: string, scale: number): Drawing {
  const font = (size: number, weight: number) => `${weight} ${size * scale}px ${family}`;
  switch (spec.kind) {
    case 'window':
      return spec.large
        ? pill(pen, spec, font(18, 700), 27 * scale, 7 * scale, palette)
        : pill(pen, spec, font(12.5, 700), 19 * scale, 5 * scale, palette);
    case 'goal':
      return pin(pen, spec, font(17, 800), scale);
    case 'here':
    case 'climb':
    case 'level':
    case 'entrance':
      return badge(pen, spec, font(spec.kind === 'level' ? 15 : 13, 700), scale, palette);
    case 'connector':
    case 'facility':
    case 'start':
      return sign(spec, (spec.kind === 'connector' ? 25 : 22) * scale, palette);
    case 'area':
      return writing(pen, spec, font(14, 700), 15 * scale, palette);
    case 'room':
      return writing(pen, spec, font(11.5, 500), 12.5 * scale, palette);
  }
}

/** White figures on the area's colour: a window's number. */
function pill(
  pen: Pen,
  { text, colour }: LabelSpec,
  font: string,
  high: number,
  pad: number,
  palette: Palette,
): Drawing {
  pen.font = font;
  const width = Math.max(high, pen.measureText(text).width + 2 * pad) + 2;
  const height = high + 2;
  return {
    width,
    height,
    anchor: 0.5,
    draw: (p) => {
      plate(p, 1, 1, width - 2, high, 5, toCss(colour), toCss(mix(colour, palette.casing, 0.75)), 1);
      write(p, text, font, width / 2, height / 2, '#fff');
    },
  };
}

/** A square sign with a pictogram. */
function sign({ colour, icon }: LabelSpec, size: number, palette: Palette): Drawing {
  return {
    width: size + 4,
    height: size + 4,
    anchor: 0.5,
    draw: (p) => {
      plate(p, 2, 2, size, size, size * 0.27, toCss(colour), toCss(palette.casing), 1.5);
      if (icon) pictogram(p, icon, 2 + size * 0.15, 2 + size * 0.15, size * 0.7, '#fff');
    },
  };
}

/** A plate with a pictogram, words, or both, and a tail that stands on its point. */
function badge(
  pen: Pen,
  { text, colour, icon }: LabelSpec,
  font: string,
  scale: number,
  palette: Palette,
): Drawing {
  pen.font = font;
  const high = 25 * scale;
  const glyph = icon ? 17 * scale : 0;
  const words = text ? pen.measureText(text).width : 0;
  const gap = icon && text ? 5 * scale : 0;
  const wide = Math.max(high, glyph + gap + words + (text ? 16 : 8) * scale);
  const tail = 6 * scale;
  return {
    width: wide + 6,
    height: high + tail + 6,
    anchor: 1,
    draw: (p) => {
      p.save();
      p.shadowColor = 'rgba(10,20,40,.28)';
      p.shadowBlur = 4 * scale;
      p.shadowOffsetY = 1.5 * scale;
      p.fillStyle = toCss(colour);
      p.beginPath();
      p.roundRect(3, 3, wide, high, 7 * scale);
      p.moveTo(3 + wide / 2 - tail, high + 2.5);
      p.lineTo(3 + wide / 2, high + tail + 3);
      p.lineTo(3 + wide / 2 + tail, high + 2.5);
      p.fill();
      p.restore();
      p.strokeStyle = toCss(palette.casing, 0.85);
      p.lineWidth = 1.2;
      p.beginPath();
      p.roundRect(3.6, 3.6, wide - 1.2, high - 1.2, 6.5 * scale);
      p.stroke();
      const left = 3 + (wide - glyph - gap - words) / 2;
      if (icon) pictogram(p, icon, left, 3 + (high - glyph) / 2, glyph, '#fff');
      if (text) write(p, text, font, left + glyph + gap + words / 2, 3 + high / 2, '#fff');
    },
  };
}

/** The goal: a drop that stands on its point, with the number of the window in white. */
function pin(pen: Pen, { text, colour, icon }: LabelSpec, font: string, scale: number): Drawing {
  pen.font = font;
  const words = pen.measureText(text).width;
  const high = 38 * scale;
  const wide = Math.max(high, words + 22 * scale);
  const tail = 13 * scale;
  const m = 5;
  return {
    width: wide + 2 * m,
    height: high + tail + 2 * m,
    anchor: 1 - m / (high + tail + 2 * m),
    draw: (p) => {
      const [cx, r] = [m + wide / 2, high / 2];
      p.save();
      p.shadowColor = 'rgba(10,20,40,.35)';
      p.shadowBlur = 6 * scale;
      p.shadowOffsetY = 2 * scale;
      p.fillStyle = toCss(colour);
      p.beginPath();
      p.roundRect(m, m, wide, high, r);
      p.moveTo(cx - r * 0.72, m + high - r * 0.28);
      p.quadraticCurveTo(cx - r * 0.2, m + high + tail * 0.35, cx, m + high + tail);
      p.quadraticCurveTo(cx + r * 0.2, m + high + tail * 0.35, cx + r * 0.72, m + high - r * 0.28);
      p.fill();
      p.restore();
      p.strokeStyle = 'rgba(255,255,255,.92)';
      p.lineWidth = 2 * scale;
      p.beginPath();
      p.roundRect(m + 3 * scale, m + 3 * scale, wide - 6 * scale, high - 6 * scale, r - 3 * scale);
      p.stroke();
      if (text) write(p, text, font, cx, m + r, '#fff');
      else if (icon) pictogram(p, icon, cx - r * 0.6, m + r * 0.4, r * 1.2, '#fff');
      else {
        p.fillStyle = '#fff';
        p.beginPath();
        p.arc(cx, m + r, r * 0.3, 0, 7);
        p.fill();
      }
    },
  };
}

/** Words with a halo, in at most two lines. */
function writing(
  pen: Pen,
  { text, colour }: LabelSpec,
  font: string,
  size: number,
  palette: Palette,
): Drawing {
  pen.font = font;
  const lines = inLines(text);
  const width = Math.max(...lines.map((line) => pen.measureText(line).width)) + 8;
  const step = size * 1.25;
  const height = step * lines.length + 6;
  return {
    width,
    height,
    anchor: 0.5,
    draw: (p) => {
      lines.forEach((line, i) => {
        const y = 3 + step * (i + 0.5);
        p.lineJoin = 'round';
        p.lineWidth = 3.5;
        p.strokeStyle = toCss(palette.labelHalo, 0.92);
        p.font = font;
        p.textAlign = 'center';
        p.textBaseline = 'middle';
        p.strokeText(line, width / 2, y);
        write(p, line, font, width / 2, y, toCss(colour));
      });
    },
  };
}

/** One line, or two of about equal length: at a space where there is one, anywhere in Chinese. */
function inLines(text: string): readonly string[] {
  const chinese = /[\u4e00-\u9fff]/.test(text);
  if (text.length <= (chinese ? 9 : 16)) return [text];
  if (chinese) {
    const half = Math.ceil(text.length / 2);
    return [text.slice(0, half), text.slice(half)];
  }
  const spaces = [...text.matchAll(/ /g)].map(({ index }) => index);
  const [at] = spaces.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2));
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function plate(
  p: Pen,
  x: number,
  y: number,
  w: number,
  h: number,
  r: number,
  fill: string,
  stroke: string,
  line: number,
) {
  p.beginPath();
  p.roundRect(x, y, w, h, r);
  p.fillStyle = fill;
  p.fill();
  p.lineWidth = line;
  p.strokeStyle = stroke;
  p.stroke();
}

function write(p: Pen, text: string, font: string, x: number, y: number, fill: string): void {
  p.font = font;
  p.textAlign = 'center';
  p.textBaseline = 'middle';
  p.fillStyle = fill;
  p.fillText(text, x, y + 0.5);
}

function pictogram(p: Pen, name: PictogramName, x: number, y: number, size: number, fill: string): void {
  p.save();
  p.translate(x, y);
  p.scale(size / 24, size / 24);
  p.fillStyle = fill;
  p.fill(new Path2D(PICTOGRAMS[name]), 'evenodd');
  p.restore();
}
