import { mix, toCss } from '../colour';
import type { Palette } from '../palette';
import type { LabelSpec } from './label';
import { badge, pictogram, pin, plate, write } from './plates';

export type Pen = CanvasRenderingContext2D;

/** How one label is measured (CSS pixels) and drawn with its top left corner at the origin. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly anchor: number;
  readonly draw: (pen: Pen) => void;
}

export function drawingOf(
  pen: Pen,
  spec: LabelSpec,
  palette: Palette,
  family: string,
  scale: number,
): Drawing {
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
