import { describe, expect, it } from 'vitest';
import { CHANNEL } from './channel';
import { passersBy, ricianFading } from './fading';
import { correlation, moments } from './moments';
import { stream } from './streams';

const links = Array.from({ length: 6000 }, (_, i) => i);

describe('fast fading', () => {
  const at = (i: number, inSight: boolean) => ricianFading(stream(i, 'fading'))(0, 0, 0, inSight);

  it('keeps the mean power', () => {
    for (const inSight of [true, false]) {
      expect(moments(links.map((i) => 10 ** (at(i, inSight) / 10))).mean).toBeCloseTo(1, 1);
    }
  });

  it('has the spread of a Rician channel: power variance (2K + 1)/(K + 1)²', () => {
    for (const [inSight, k] of [
      [true, 10 ** 0.6],
      [false, 1],
    ] as const) {
      const { sd } = moments(links.map((i) => 10 ** (at(i, inSight) / 10)));
      expect(Math.abs(sd ** 2 - (2 * k + 1) / (k + 1) ** 2)).toBeLessThan(0.05);
    }
  });

  it('is independent on another channel', () => {
    const pairs = links.map((i) => {
      const fading = ricianFading(stream(i, 'fading'));
      return [fading(0, 0, 0, false), fading(0, 0, 1, false)] as const;
    });
    expect(Math.abs(correlation(pairs))).toBeLessThan(0.05);
  });

  /** Correlation of the amplitude of the scattered wave, seen by the power in dB of a link behind walls, after metres or seconds. */
  const after = (ms: number, metres: number) =>
    correlation(
      links.map((i) => {
        const fading = ricianFading(stream(i, 'fading'));
        return [fading(0, 0, 0, false), fading(ms, metres, 0, false)] as const;
      }),
    );

  it('decorrelates over 6 cm', () => {
    expect(after(0, 0.001)).toBeGreaterThan(0.9);
    expect(after(0, 0.06)).toBeGreaterThan(0.15);
    expect(after(0, 0.06)).toBeLessThan(0.45);
    expect(after(0, 0.3)).toBeLessThan(0.05);
  });

  it('at rest a third of it moves and the rest stays for ever', () => {
    expect(after(1000, 0)).toBeGreaterThan(0.8);
    const minute = after(60_000, 0);
    expect(minute).toBeGreaterThan(0.4);
    expect(minute).toBeLessThan(0.7);
    expect(Math.abs(after(600_000, 0) - minute)).toBeLessThan(0.05);
  });
});

describe('passers-by', () => {
  const { passersBy: calm, crowd } = CHANNEL;

  /** A link of 20 m, looked at every 100 ms for ten hours. */
  const losses = (passing: typeof calm | typeof crowd) => {
    const link = passersBy(stream(1, 'passing'), passing);
    return Array.from({ length: 360_000 }, (_, i) => link(i * 100, 20));
  };

  it('block a link of d metres for a share 1 − exp(−0.012 d) of the time, three times as often in a crowd', () => {
    const share = (all: readonly number[]) => all.filter((loss) => loss > 0).length / all.length;
    expect(Math.abs(share(losses(calm)) - (1 - Math.exp(-0.24)))).toBeLessThan(0.02);
    expect(Math.abs(share(losses(crowd)) - (1 - Math.exp(-0.72)))).toBeLessThan(0.03);
  });

  it('take 3 to 8 dB for about 3 s', () => {
    const all = losses(calm);
    const blocked = all.filter((loss) => loss > 0);
    expect(Math.min(...new Set(blocked))).toBeGreaterThanOrEqual(3);
    expect(Math.max(...new Set(blocked))).toBeLessThanOrEqual(8);
    const times = all.filter((loss, i) => loss > 0 && all[i - 1] === 0).length;
    expect(Math.abs(blocked.length / 10 / times - 3)).toBeLessThan(0.3);
  });
});
