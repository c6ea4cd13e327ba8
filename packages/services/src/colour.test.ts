import { expect, it } from 'vitest';
import { colourName, windowColours } from './colour';

it.each([
  ['#0072b2', 'blue'],
  ['#56b4e9', 'light blue'],
  ['#009e73', 'green'],
  ['#d55e00', 'red-orange'],
  ['#e69f00', 'orange'],
  ['#999933', 'olive'],
  ['#332288', 'purple'],
  ['#cc0000', 'red'],
  ['#f0e442', 'yellow'],
  ['#cc79a7', 'pink'],
  ['#7b3fa0', 'purple'],
  ['#808080', 'grey'],
  ['#ffffff', 'white'],
  ['#111111', 'black'],
])('%s is called %s', (colour, name) => {
  expect(colourName(colour)).toMatchObject({ en: name });
});

it('a colour that two areas share names neither', () => {
  const area = (id: string, colour: string) => ({ id, name: {}, colour });
  const window = (number: string, areaId: string) => ({
    number,
    areaId,
    departmentId: 'd',
    departmentIds: ['d'],
    duty: {},
  });
  const found = windowColours({
    areas: [area('a', '#009e73'), area('b', '#117733'), area('c', '#0072b2')],
    windows: [window('1', 'a'), window('2', 'b'), window('3', 'c'), window('4', 'nowhere')],
  });
  expect([...found]).toEqual([['3', { zh: '蓝色', en: 'blue' }]]);
});
