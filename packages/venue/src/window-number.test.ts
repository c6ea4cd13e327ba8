import { expect, test } from 'vitest';
import type { ServiceWindow } from './types';
import { compareWindowNumbers, findWindow, windowNumberOf } from './window-number';

test.each([
  ['Window 32', '32'],
  ['32号窗口', '32'],
  ['32 号窗口 社保', '32'],
  ['窗口32', '32'],
  ['第7号窗口', '7'],
  ['A12 窗口', 'A12'],
  ['A-12窗口', 'A12'],
  ['W-032', '32'],
  ['Tax window 5 (invoices)', '5'],
  ['Counter 9', '9'],
  ['Ｂ０３号窗口', 'B03'],
  ['12-14号窗口', '12-14'],
])('the sign of "%s" says %s', (name, number) => {
  expect(windowNumberOf({ und: name })).toBe(number);
});

test.each([
  'Window',
  '12345 热线',
  '综合窗口',
  'Room 32',
  'Bedroom windows',
  'Gate 5',
  '24 小时自助区',
  '2024年窗口建设办',
])('"%s" is no numbered window', (name) => {
  expect(windowNumberOf({ und: name })).toBeUndefined();
});

test('a name that is only a number counts where it is known to be a window', () => {
  expect(windowNumberOf({ und: '032' })).toBeUndefined();
  expect(windowNumberOf({ und: '032' }, true)).toBe('32');
  expect(windowNumberOf({ 'zh-Hans': '社保局 A区 12号' }, true)).toBe('12');
  expect(windowNumberOf({ 'zh-Hans': '博爱路 22号楼' }, true)).toBeUndefined();
});

test('windows are ordered as a person orders them', () => {
  expect(['10', 'B1', '2', 'A10', 'A2'].sort(compareWindowNumbers)).toEqual(['2', '10', 'A2', 'A10', 'B1']);
});

test.each(['32', '032', '32号窗口', 'window 32', 'w32', ' 32 '])('"%s" finds window 32', (text) => {
  const window = (number: string) => ({
    number,
    occupantId: number,
    name: {},
    at: { x: 0, y: 0, level: '1F' },
  });
  const windows: readonly ServiceWindow[] = ['3', '32', 'A32'].map(window);
  expect(findWindow({ windows }, text)?.number).toBe('32');
});
