import { describe, expect, it } from 'vitest';
import { behindWhite, contrast, inkOn, mix, parseColour, signGround, toCss } from './colour';
import { paletteOf } from './palette';

describe('colours', () => {
  it('read what CSS writes, and fall back on anything else', () => {
    expect(parseColour('#1a2B3c', 0)).toBe(0x1a2b3c);
    expect(parseColour('#abc', 0)).toBe(0xaabbcc);
    for (const bad of [undefined, '', 'red', '#12', 'rgb(1,2,3)']) expect(parseColour(bad, 7)).toBe(7);
    expect(parseColour(toCss(0x00beef), 0)).toBe(0x00beef);
  });

  it('mix from one end to the other', () => {
    expect(mix(0x102030, 0xffffff, 0)).toBe(0x102030);
    expect(mix(0x102030, 0xffffff, 1)).toBe(0xffffff);
  });

  it('every area of every theme carries white text at 4.5 : 1', () => {
    for (const theme of ['light', 'dark', 'contrast'] as const) {
      for (const area of paletteOf(theme).areas)
        expect(contrast(behindWhite(area), 0xffffff)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('text on the floor is readable in every theme', () => {
    for (const theme of ['light', 'dark', 'contrast'] as const) {
      const { label, labelHalo, labelMuted } = paletteOf(theme);
      expect(contrast(label, labelHalo)).toBeGreaterThan(7);
      expect(contrast(labelMuted, labelHalo)).toBeGreaterThan(4.5);
    }
  });

  it('what stands on the visitor’s own signs is readable in every theme', () => {
    for (const theme of ['light', 'dark', 'contrast'] as const) {
      const { here, route } = paletteOf(theme);
      for (const colour of [here, route])
        expect(contrast(signGround(colour), inkOn(signGround(colour)))).toBeGreaterThanOrEqual(4.5);
    }
  });
});
