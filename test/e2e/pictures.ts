import { type ImagePlacement, type Point, venueToImage } from '@daoyin/geometry';
import { expect, type Page } from '@playwright/test';

/** Pixels of the drawings made here: 40 m × 25 m at 2.5 cm a pixel. */
export const SHEET = { width: 1600, height: 1000 };

/** A disc on a drawing, of a colour that nothing else on the plan has. */
export interface Mark {
  readonly at: Point;
  readonly colour: readonly [red: number, green: number, blue: number];
}

const RADIUS = 14; // pixels of the drawing

/** A drawing that lies right under one placement only, as PNG or JPEG. */
export async function pictureOf(
  page: Page,
  type: 'image/png' | 'image/jpeg',
  marks: readonly Mark[],
  placement: ImagePlacement,
): Promise<Buffer> {
  const discs = marks.map(({ at, colour }) => ({ ...venueToImage(placement, at), colour }));
  const base64 = await page.evaluate(
    async ({ discs, radius, type, width, height }) => {
      const canvas = document.createElement('canvas');
      Object.assign(canvas, { width, height });
      const context = canvas.getContext('2d')!;
      context.fillStyle = '#ffffff';
      context.fillRect(0, 0, width, height);
      for (const { column, row, colour } of discs) {
        context.fillStyle = `rgb(${colour.join()})`;
        context.beginPath();
        context.arc(column, row, radius, 0, 2 * Math.PI);
        context.fill();
      }
      return canvas.toDataURL(type, 0.95).split(',')[1]!;
    },
    { discs, radius: RADIUS, type, ...SHEET },
  );
  return Buffer.from(base64, 'base64');
}

/** The same as the second page of a PDF (ISO 32000-1), whose first page is empty; squares stand for discs. */
export function pdfOf(marks: readonly Mark[], placement: ImagePlacement): Buffer {
  const squares = marks.map(({ at, colour }) => {
    const { column, row } = venueToImage(placement, at);
    const [left, bottom] = [column - RADIUS, SHEET.height - row - RADIUS];
    return `${colour.map((part) => part / 255).join(' ')} rg ${left} ${bottom} ${2 * RADIUS} ${2 * RADIUS} re f`;
  });
  const sheet = (contents: number) =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${SHEET.width} ${SHEET.height}] /Contents ${contents} 0 R >>`;
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  return filed([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>',
    sheet(5),
    sheet(6),
    stream('1 1 1 rg 0 0 10 10 re f'),
    stream(squares.join('\n')),
  ]);
}

/** Objects as a file, with the table that says where each begins. */
function filed(objects: readonly string[]): Buffer {
  let text = '%PDF-1.4\n';
  const starts = objects.map((object, i) => {
    const start = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(start).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${starts.join('')}`;
  return Buffer.from(
    `${text}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  );
}

/** Where a mark is on the screen and how wide, in CSS pixels. */
interface Seen {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Where a mark is on the screen, once the plan draws it at the same place twice, and wider than `least`. */
export async function markOnScreen(page: Page, { colour }: Mark, least = 0): Promise<Seen> {
  let seen: Seen | undefined;
  await expect
    .poll(async () => {
      const before = seen;
      seen = await page.evaluate(extentOfColour, colour);
      return seen !== undefined && seen.width > least && JSON.stringify(seen) === JSON.stringify(before);
    })
    .toBe(true);
  return seen!;
}

/** Turns the wheel over a mark until it is larger; gives where it is then. */
export async function approach(page: Page, mark: Mark, wheel: number): Promise<Seen> {
  const { x, y, width } = await markOnScreen(page, mark);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -wheel);
  return markOnScreen(page, mark, 1.5 * width);
}

/** In the page: what of the plan has a colour. */
async function extentOfColour(colour: readonly number[]): Promise<Seen | undefined> {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const canvas = document.querySelector<HTMLCanvasElement>('.plan-box canvas')!;
  const { width, height } = canvas;
  const { data } = canvas.getContext('2d')!.getImageData(0, 0, width, height);
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let pixel = 0; pixel < width * height; pixel++) {
    if (!colour.every((part, i) => Math.abs(data[4 * pixel + i]! - part) < 70)) continue;
    const [x, y] = [pixel % width, Math.floor(pixel / width)];
    [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
  }
  if (left > right) return undefined;
  const box = canvas.getBoundingClientRect();
  const ratio = width / box.width;
  return {
    x: box.left + (left + right) / 2 / ratio,
    y: box.top + (top + bottom) / 2 / ratio,
    width: (right - left) / ratio,
  };
}
