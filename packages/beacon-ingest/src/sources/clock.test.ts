import { seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { createClockAlignment } from './clock';

describe('the clock of a receiver', () => {
  it('that is an hour off is put right to the shortest delay, and never ahead of now', () => {
    const random = seededRandom(3);
    for (const skew of [-3_600_000, 3_600_000]) {
      const clock = createClockAlignment();
      for (let i = 0; i < 100; i++) {
        const heard = i * 500;
        const now = heard + 60 + random() * 400;
        const [line] = clock.align([{ atMs: heard + skew }], now);
        expect(line!.atMs).toBeLessThanOrEqual(now);
        if (i > 20) expect(Math.abs(line!.atMs - heard)).toBeLessThan(150);
      }
    }
  });

  it('keeps the order and the distances within a batch, and follows a clock that is set', () => {
    const clock = createClockAlignment();
    const [a, b] = clock.align([{ atMs: 100 }, { atMs: 350 }], 5000);
    expect(b!.atMs - a!.atMs).toBe(250);
    let last = 0;
    for (let i = 1; i < 60; i++) last = clock.align([{ atMs: 1e6 + i * 500 }], 5000 + i * 500)[0]!.atMs;
    expect(last).toBe(5000 + 59 * 500);
  });
});
