import { describe, expect, it } from 'vitest';
import { readSign } from './sign';

const outer = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 60 },
  { x: 0, y: 60 },
];
const at = { x: 5, y: 6, level: '1F' };
const hall = {
  venue: { levels: [{ shortName: '1F', outline: [{ outer, holes: [] }] }], windows: [{ number: '32', at }] },
} as unknown as Parameters<typeof readSign>[1];

describe('a code before the camera', () => {
  it('is a sign with its place, or a window by its number', () => {
    expect(readSign('http://hall.cn/phone/#from=5%2C6%2C1F', hall)).toEqual({ kind: 'here', at });
    expect(readSign(' 32 ', hall)).toEqual({ kind: 'here', at });
  });

  it('of another hall, of a shop, or of nothing at all is never a place', () => {
    expect(readSign('http://other.cn/phone/#from=5,6,9F', hall).kind).toBe('other-hall');
    for (const text of [
      '',
      'A032',
      '99',
      'wxp://f2f0',
      'https://hall.cn/phone/',
      'javascript:alert(1)',
      '\0',
    ])
      expect(readSign(text, hall).kind, text).toBe('unknown');
  });
});
