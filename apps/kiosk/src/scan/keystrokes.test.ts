import { describe, expect, it } from 'vitest';
import { type Keystrokes, noKeystrokes, pressKey } from './keystrokes';

/** Types `text` and Enter, a key every `gapMs`; gives what was scanned. */
function type(text: string, gapMs: number): string | undefined {
  let keystrokes: Keystrokes = noKeystrokes;
  let scanned: string | undefined;
  [...text, 'Enter'].forEach((key, i) => {
    ({ keystrokes, scanned } = { scanned: undefined, ...pressKey(keystrokes, key, 1000 + i * gapMs) });
  });
  return scanned;
}

describe('a scanner as a keyboard', () => {
  it.each([4, 12, 30])('is heard at a key every %i ms', (gapMs) => {
    expect(type('A032', gapMs)).toBe('A032');
    expect(type('https://hall.example.cn/phone/?ticket=A032', gapMs)).toBe(
      'https://hall.example.cn/phone/?ticket=A032',
    );
  });

  it('is not a hand, however fast', () => {
    expect(type('A032', 60)).toBeUndefined();
    expect(type('A032', 300)).toBeUndefined();
  });

  it('is not a key or two before Enter', () => {
    expect(type('', 5)).toBeUndefined();
    expect(type('12', 5)).toBeUndefined();
  });

  it('forgets what a hand typed long before the code', () => {
    const { keystrokes } = pressKey(noKeystrokes, '7', 0);
    let now = keystrokes;
    let scanned: string | undefined;
    [...'A032', 'Enter'].forEach((key, i) => {
      ({ keystrokes: now, scanned } = { scanned: undefined, ...pressKey(now, key, 500 + i * 5) });
    });
    expect(scanned).toBe('A032');
  });

  it('types capitals with Shift', () => {
    let now = noKeystrokes;
    let scanned: string | undefined;
    ['Shift', 'A', '0', '3', '2', 'Enter'].forEach((key, i) => {
      ({ keystrokes: now, scanned } = { scanned: undefined, ...pressKey(now, key, i * 6) });
    });
    expect(scanned).toBe('A032');
  });
});
