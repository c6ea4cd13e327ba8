import { expect, test } from 'vitest';
import { plainText } from './text';

test.each([
  ['{\\fSimSun|b0|i0|c134|p2;办事大厅}', '办事大厅'],
  ['办事大厅\\PService Hall', '办事大厅\nService Hall'],
  ['\\A1;\\H2.5x;\\C3;Hall', 'Hall'],
  ['\\LUnder\\l \\Oover\\o', 'Under over'],
  ['25\\S2^ ;', '252/'],
  ['a\\~b', 'a b'],
  ['C:\\\\x \\{y\\}', 'C:\\x {y}'],
  ['\\pxqc;Middle', 'Middle'],
])('MTEXT %s reads %s', (raw, words) => {
  expect(plainText(raw, true)).toBe(words);
});

test.each([
  ['%%uHall%%u', 'Hall'],
  ['90%%d %%p0.5 %%c20', '90° ±0.5 Ø20'],
  ['\\U+5927\\U+5385', '大厅'],
  ['  a\u3000 b ', 'a b'],
])('TEXT %s reads %s', (raw, words) => {
  expect(plainText(raw, false)).toBe(words);
});
