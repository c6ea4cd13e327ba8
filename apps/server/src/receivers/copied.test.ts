import { describe, expect, it } from 'vitest';
import { isCopied } from './copied';
import { openHealthBook } from './health';

const beacon = { uuid: 'u', intervalMs: 500 };

/** How a receiver measures senders that say the same, of which each advert is heard with a probability of 0.8. */
function measured(senders: number, heardEach = 0.8) {
  const book = openHealthBook();
  const times = Array.from({ length: senders }, (_, sender) =>
    Array.from({ length: 2000 }, (_advert, i) => i * 505 + sender * 131),
  )
    .flat()
    .sort((a, b) => a - b);
  times.forEach((atMs, i) => {
    if (i % 10 < heardEach * 10) book.heard('B001', 'k', atMs, -60);
  });
  const { intervalMs, heard } = book.get('B001')!.by.get('k')!;
  return { intervalMs: intervalMs ?? null, heard };
}

describe('an identity that is heard in two places', () => {
  it('is seen by its interval: half of what was promised', () => {
    expect(isCopied(beacon, measured(2))).toBe(true);
  });

  it('is not suspected where one beacon sends it, however many adverts are lost', () => {
    for (const heard of [1, 0.8, 0.4]) expect(isCopied(beacon, measured(1, heard))).toBe(false);
  });

  it('one beacon that sends two kinds of frames is one beacon', () => {
    const both = { ...beacon, eddystone: { namespace: 'n', instance: 'i' } };
    expect(isCopied(both, measured(2))).toBe(false);
    expect(isCopied(both, measured(4))).toBe(true);
  });

  it('nobody is suspected on a few adverts, or where nothing was promised', () => {
    expect(isCopied(beacon, { intervalMs: 100, heard: 199 })).toBe(false);
    expect(isCopied({ uuid: 'u' }, measured(2))).toBe(false);
  });
});
