import { expect, test } from 'vitest';
import { scannedPages } from './scanned-pages';

const letters = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

function pdf(...parts: readonly (string | Uint8Array)[]): Uint8Array {
  const all = ['%PDF-1.7\n', ...parts, '%%EOF\n'].map((part) =>
    typeof part === 'string' ? letters(part) : part,
  );
  const bytes = new Uint8Array(all.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of all) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const JPEG = Uint8Array.of(0xff, 0xd8, 1, 2, 3, 0xff, 0xd9);
const image = (fields: string): string =>
  `7 0 obj\n<< /Type /XObject /Subtype /Image ${fields} /Length 7 >>\nstream\n`;

test('the scanned pages of a PDF are found, each with its bytes', () => {
  const file = pdf(
    image('/Width 2480 /Height 3508 /Filter /DCTDecode'),
    JPEG,
    '\nendstream\nendobj\n',
    image('/Filter [ /DCTDecode ] /Width 1000 /Height 900').replace('stream\n', 'stream\r\n'),
    JPEG,
    '\r\nendstream\nendobj\n',
  );
  const pages = scannedPages(file);
  expect(pages.map(({ width, height }) => [width, height])).toEqual([
    [2480, 3508],
    [1000, 900],
  ]);
  for (const { from, to } of pages)
    expect([...file.subarray(from, from + 7)]).toEqual([...JPEG].slice(0, to - from));
});

test('a drawing made of lines, a logo, and a picture of another kind are no scanned pages', () => {
  const lines = '3 0 obj\n<< /Length 20 >>\nstream\n0 0 m 100 100 l S\nendstream\nendobj\n';
  const logo = [image('/Width 40 /Height 40 /Filter /DCTDecode'), JPEG, '\nendstream\n'];
  const packed = [image('/Width 2000 /Height 2000 /Filter [/FlateDecode /DCTDecode]'), JPEG, '\nendstream\n'];
  expect(scannedPages(pdf(lines, ...logo, ...packed))).toEqual([]);
});

test('a file that is cut short or lies gives no page and does not hang', () => {
  const whole = pdf(image('/Width 2000 /Height 2000 /Filter /DCTDecode'), JPEG, '\nendstream\n');
  for (let cut = 0; cut < whole.length - 14; cut++)
    expect(scannedPages(whole.subarray(0, cut)).length).toBeLessThanOrEqual(0);
  expect(scannedPages(letters('stream stream stream endstream'))).toEqual([]);
});
