import { expect, it } from 'vitest';
import { linesOf } from './streams';

async function lines(pieces: readonly Uint8Array[], longest?: number) {
  async function* stream() {
    yield* pieces;
  }
  const all = [];
  for await (const batch of linesOf(stream(), longest)) all.push(...batch);
  return all.map(({ number, text, tooLong }) => `${number}${tooLong ? '!' : ''} ${text}`);
}

const bytes = Buffer.from('\uFEFFone\r\n\n三号窗口\nlast');

it('gives the same lines however the bytes are cut, characters of several bytes too', async () => {
  const expected = ['1 one', '3 三号窗口', '4 last'];
  for (let at = 0; at <= bytes.length; at++) {
    expect(await lines([bytes.subarray(0, at), bytes.subarray(at)])).toEqual(expected);
  }
  expect(await lines(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual(expected);
});

it('cuts a line without an end, and finds the next', async () => {
  const pieces = Array.from({ length: 50 }, () => Buffer.from('x'.repeat(100)));
  const [first, second] = await lines([...pieces, Buffer.from('\nnext\n')], 1000);
  expect(first!.length).toBeLessThan(1200);
  expect(first).toMatch(/^1! x/);
  expect(second).toBe('2 next');
});
