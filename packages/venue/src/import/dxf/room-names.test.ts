import { expect, test } from 'vitest';
import { categoryByName, nameOf, storeyOf } from './room-names';

const named = (...texts: string[]) => nameOf(texts.map((text, i) => ({ text, height: texts.length - i })));

test.each<[string[], object | null]>([
  [['会议室', '48.2㎡', 'M0921'], { 'zh-Hans': '会议室' }],
  [['25.30 m2'], null],
  [['±0.000', '3.600', 'FM甲1021', 'C1515', '3000x2100', '上'], null],
  [['会议室\nMeeting Room'], { 'zh-Hans': '会议室', en: 'Meeting Room' }],
  [['会议室 Meeting Room'], { 'zh-Hans': '会议室', en: 'Meeting Room' }],
  [['201会议室'], { 'zh-Hans': '201会议室' }],
  [['12号', '大厅'], { 'zh-Hans': '12号' }],
  [['Office 12'], { en: 'Office 12' }],
  [['WC'], { en: 'WC' }],
])('%j name a room %j', (texts, name) => {
  expect(named(...texts)).toEqual(name);
});

test.each([
  ['女卫生间', 'restroom.female'],
  ['无障碍卫生间', 'restroom.unisex.wheelchair'],
  ['Women', 'restroom.female'],
  ['电梯厅', 'lobby'],
  ['电梯', 'elevator'],
  ['楼梯间', 'stairs'],
  ['走廊', 'walkway'],
  ['办事大厅', 'lobby'],
  ['弱电间', 'nonpublic'],
  ['局长办公室', 'office'],
  ['母婴室', 'mothersroom'],
  ['Staff entrance', 'lobby'],
  ['询问室', undefined],
])('a room called %s is a %s', (name, category) => {
  expect(categoryByName({ und: name })).toBe(category);
});

test.each([
  ['一层平面图', '1F', 0],
  ['十二层平面图', '12F', 11],
  ['二十层', '20F', 19],
  ['首层', '1F', 0],
  ['地下一层平面图', 'B1', -1],
  ['地下室', 'B1', -1],
  ['B2F', 'B2', -2],
  ['3F plan', '3F', 2],
  ['L4', '4F', 3],
  ['GROUND FLOOR PLAN', '1F', 0],
  ['2nd floor', '2F', 1],
  ['Third floor plan', '3F', 2],
])('%s is storey %s', (title, shortName, ordinal) => {
  expect(storeyOf(title)).toEqual({ shortName, ordinal });
});

test.each(['中山政务', 'hall-2024', 'A-101', 'PROOF'])('%s tells no storey', (title) => {
  expect(storeyOf(title)).toBeUndefined();
});
