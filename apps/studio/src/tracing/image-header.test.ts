import { expect, test } from 'vitest';
import { imageHeader } from './image-header';

const png = (width: number, height: number): Uint8Array => {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  new DataView(bytes.buffer).setUint32(16, width);
  new DataView(bytes.buffer).setUint32(20, height);
  return bytes;
};

/** A JPEG as cameras write it: application data, then a frame of 12 lines of 34 samples. */
const jpeg = Uint8Array.of(
  ...[0xff, 0xd8, 0xff, 0xe1, 0, 6, 1, 2, 3, 4],
  ...[0xff, 0xff, 0xc2, 0, 17, 8, 0, 12, 0, 34, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
);

test('a PNG and a JPEG say how large they are before they are decoded', () => {
  expect(imageHeader(png(70_000, 50_000))).toEqual({ type: 'png', width: 70_000, height: 50_000 });
  expect(imageHeader(jpeg)).toEqual({ type: 'jpeg', width: 34, height: 12 });
  expect(imageHeader(new TextEncoder().encode('%PDF-1.7\n'))).toEqual({ type: 'pdf' });
});

test('what is no picture, is empty or cut short is none', () => {
  expect(imageHeader(new Uint8Array())).toBeUndefined();
  expect(imageHeader(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBeUndefined();
  expect(imageHeader(png(0, 5))).toBeUndefined();
  for (let cut = 0; cut < 20; cut++) expect(imageHeader(png(5, 5).subarray(0, cut))).toBeUndefined();
  for (let cut = 0; cut < jpeg.length - 11; cut++) expect(imageHeader(jpeg.subarray(0, cut))).toBeUndefined();
});
