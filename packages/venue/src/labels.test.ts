import { expect, test } from 'vitest';
import { labelText, textInLanguages } from './labels';

test.each([
  [{ zh: '窗口', en: 'Window' }, 'zh', '窗口'],
  [{ 'zh-Hans': '窗口', en: 'Window' }, 'zh', '窗口'],
  [{ 'zh-Hant': '視窗', 'zh-Hans': '窗口' }, 'zh', '窗口'],
  [{ 'zh-Hant': '視窗', en: 'Window' }, 'zh', '視窗'],
  [{ 'EN-us': 'Window', fr: 'Guichet' }, 'en', 'Window'],
  [{ en: 'Window', fr: 'Guichet' }, 'zh', 'Window'],
  [{ zh: '窗口', fr: 'Guichet' }, 'en', '窗口'],
  [{ fr: 'Guichet' }, 'en', 'Guichet'],
  [{ en: '  ', und: '32' }, 'en', '32'],
  [{}, 'zh', ''],
])('%j in %s is "%s"', (labels, language, text) => {
  expect(labelText(labels, language)).toBe(text);
});

test('the first language that a label has is taken', () => {
  expect(textInLanguages({ en: 'Window', fr: 'Guichet' }, ['de', 'fr', 'en'])).toBe('Guichet');
});
