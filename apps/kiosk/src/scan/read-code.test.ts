import { describe, expect, it } from 'vitest';
import { readCode } from './read-code';

const hall = { origins: ['http://localhost:8080', 'https://hall.example.cn'], today: '2026-11-25' };

describe('a scanned code', () => {
  it.each([
    ['A032', { kind: 'entry', text: 'A032' }],
    ['Ａ０３２', { kind: 'entry', text: 'A032' }],
    ['https://hall.example.cn/phone/?ticket=A032', { kind: 'entry', text: 'A032' }],
    ['https://hall.example.cn/phone/?ticket=A032&day=2026-11-25', { kind: 'entry', text: 'A032' }],
    ['https://hall.example.cn/phone/?window=32#from=1,2,1F', { kind: 'entry', text: '32' }],
    ['https://hall.example.cn/phone/?theme=pharmacy', { kind: 'theme', id: 'pharmacy' }],
    ['https://hall.example.cn/phone/?feature=abc', { kind: 'feature', id: 'abc' }],
    ['https://hall.example.cn/phone/?ticket=A032&day=2026-11-24', { kind: 'old', day: '2026-11-24' }],
    ['https://other.example.cn/phone/?ticket=A032', { kind: 'other-hall', host: 'other.example.cn' }],
    ['https://pay.example.com/q/123', { kind: 'strange' }],
    ['WIFI:S:hall;T:WPA;P:secret;;', { kind: 'strange' }],
    ['https://', { kind: 'strange' }],
    ['', { kind: 'strange' }],
  ])('“%s”', (text, code) => {
    expect(readCode(text, hall)).toEqual(code);
  });
});
