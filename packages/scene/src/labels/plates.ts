import { inkOn, toCss } from '../colour';
import type { Palette } from '../palette';
import type { Drawing, Pen } from './drawings';
import type { LabelSpec } from './label';
import { PICTOGRAMS, type PictogramName } from './pictograms';

/** A plate with a pictogram, words, or both, and a tail that stands on its point. */
export function badge(
  pen: Pen,
  { text, colour, icon }: LabelSpec,
  font: string,
  scale: number,
  palette: Palette,
): Drawing {
  pen.font = font;
  const ink = toCss(inkOn(colour));
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
      if (icon) pictogram(p, icon, left, 3 + (high - glyph) / 2, glyph, ink);
      if (text) write(p, text, font, left + glyph + gap + words / 2, 3 + high / 2, ink);
    },
  };
}

/** The goal: a drop that stands on its point, with the number of the window. */
export function pin(pen: Pen, { text, colour, icon }: LabelSpec, font: string, scale: number): Drawing {
  pen.font = font;
  const ink = toCss(inkOn(colour));
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
      p.strokeStyle = ink;
      p.lineWidth = 2 * scale;
      p.beginPath();
      p.roundRect(m + 3 * scale, m + 3 * scale, wide - 6 * scale, high - 6 * scale, r - 3 * scale);
      p.stroke();
      if (text) write(p, text, font, cx, m + r, ink);
      else if (icon) pictogram(p, icon, cx - r * 0.6, m + r * 0.4, r * 1.2, ink);
      else {
        p.fillStyle = ink;
        p.beginPath();
        p.arc(cx, m + r, r * 0.3, 0, 7);
        p.fill();
      }
    },
  };
}

export function plate(
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

export function write(p: Pen, text: string, font: string, x: number, y: number, fill: string): void {
  p.font = font;
  p.textAlign = 'center';
  p.textBaseline = 'middle';
  p.fillStyle = fill;
  p.fillText(text, x, y + 0.5);
}

export function pictogram(
  p: Pen,
  name: PictogramName,
  x: number,
  y: number,
  size: number,
  fill: string,
): void {
  p.save();
  p.translate(x, y);
  p.scale(size / 24, size / 24);
  p.fillStyle = fill;
  p.fill(new Path2D(PICTOGRAMS[name]), 'evenodd');
  p.restore();
}
