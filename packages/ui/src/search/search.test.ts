import { pinyin } from 'pinyin-pro';
import { describe, expect, it } from 'vitest';
import { buildEngine, type Findable } from './engine';
import { queryTermsOf, syllableStarts, termsOf } from './terms';

const syllables = (text: string) => pinyin(text, { toneType: 'none', type: 'array' });

const findable = (id: string, names: string[], context: string[] = [], weight = 1): Findable => ({
  id,
  names,
  context,
  weight,
});

const find = buildEngine(
  [
    findable('toilet', ['卫生间', 'Toilets'], [], 2),
    findable('social', ['人力资源和社会保障局', 'Social security'], [], 1.5),
    findable('pension', ['企业职工养老保险登记', 'Pension registration'], ['人力资源和社会保障局']),
    findable('tax', ['税务局', 'Tax'], [], 1.5),
    findable('property-tax', ['房产税申报', 'Property tax return'], ['税务局']),
    findable('fund', ['住房公积金管理中心', 'Housing fund'], [], 1.5),
    findable('window-32', ['32号窗口', 'Window 32', '32'], ['税务局'], 1.2),
  ],
  syllables,
);

describe('search', () => {
  it.each([
    ['卫生间', 'toilet'],
    ['厕所', 'toilet'],
    ['洗手间在哪里', 'toilet'],
    ['WC', 'toilet'],
    ['wsj', 'toilet'],
    ['weisheng', 'toilet'],
    ['ＷＳＪ', 'toilet'],
    ['社保', 'social'],
    ['shehuibaozhang', 'social'],
    ['shbz', 'social'],
    ['sb', 'social'],
    ['shebao', 'social'],
    ['cs', 'toilet'],
    ['xishoujian', 'toilet'],
    ['公积金', 'fund'],
    ['gjj', 'fund'],
    ['gongjijin', 'fund'],
    ['交税', 'tax'],
    ['养老保险', 'pension'],
    ['32', 'window-32'],
    ['housing', 'fund'],
  ])('finds by “%s”', (query, id) => {
    expect(find(query, 5)[0]).toBe(id);
  });

  it('finds nothing for nothing, and for nonsense', () => {
    expect(find('   ', 5)).toEqual([]);
    expect(find('鑫淼焱', 5)).toEqual([]);
    expect(find('qqqq', 5)).toEqual([]);
  });

  it('gives each thing once and no more than asked', () => {
    const ids = find('保', 2);
    expect(ids.length).toBeLessThanOrEqual(2);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('terms', () => {
  it('are characters and pairs of Chinese, words and numbers of the rest', () => {
    expect(termsOf('社保 Tax32')).toEqual(['社', '保', '社保', 'tax32', '32']);
  });

  it('of a query leave out lone characters where there are pairs', () => {
    expect(queryTermsOf('社保局')).toEqual(['社保', '保局']);
    expect(queryTermsOf('税')).toEqual(['税']);
  });

  it('let one begin at any syllable', () => {
    expect(syllableStarts(['gong', 'ji', 'jin'])).toEqual(['gongjijin', 'jijin', 'jin']);
  });
});
