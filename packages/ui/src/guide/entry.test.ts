import type { ServiceWindow } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { readEntry } from './entry';

const window = (number: string): ServiceWindow => ({
  number,
  occupantId: number,
  name: {},
  at: { x: 0, y: 0, level: '1F' },
});
const hall = { windows: [window('3'), window('32'), window('A12')] };
const bare = { windows: [] };

describe('what somebody typed', () => {
  it.each([
    ['', { kind: 'empty' }],
    ['   ', { kind: 'empty' }],
    ['32', { kind: 'window', window: '32' }],
    ['032', { kind: 'window', window: '32' }],
    ['３２', { kind: 'window', window: '32' }],
    ['32号窗口', { kind: 'window', window: '32' }],
    ['a12', { kind: 'window', window: 'A12' }],
    ['A032', { kind: 'ticket', number: 'A032' }],
    ['a 032', { kind: 'ticket', number: 'A032' }],
    ['Ａ０３２', { kind: 'ticket', number: 'A032' }],
    ['A012', { kind: 'ticket', number: 'A012' }],
    ['X099', { kind: 'ticket', number: 'X099' }],
    ['B5', { kind: 'ticket', number: 'B005' }],
    ['999', { kind: 'no-window', window: '999' }],
    ['999号窗口', { kind: 'no-window', window: '999' }],
    ['社保', { kind: 'words', text: '社保' }],
  ])('“%s”', (typed, entry) => {
    expect(readEntry(typed, hall)).toEqual(entry);
  });

  it('in a venue without windows is never one', () => {
    expect(readEntry('32', bare)).toEqual({ kind: 'no-window', window: '32' });
  });
});
