import { describe, expect, it } from 'vitest';
import { en } from './en';
import { languageOf } from './index';
import { zh } from './zh';

const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((hole) => hole[1]).sort();

describe('the wording', () => {
  it('fills in the same values in every language', () => {
    for (const [key, text] of Object.entries(zh)) {
      expect(holes(en[key as keyof typeof zh]), key).toEqual(holes(text));
    }
  });

  it('leaves no sentence empty or untranslated', () => {
    for (const [key, text] of Object.entries(en)) {
      expect(text.trim(), key).not.toBe('');
      if (!key.startsWith('settings.language')) expect(text, key).not.toBe(zh[key as keyof typeof zh]);
    }
  });
});

describe('the first language', () => {
  it('is the first of the browser that we speak, and Chinese where there is none', () => {
    expect(languageOf(['en-US', 'zh-CN'])).toBe('en');
    expect(languageOf(['zh-TW', 'en'])).toBe('zh');
    expect(languageOf(['fr-FR', 'EN-gb'])).toBe('en');
    expect(languageOf(['ja'])).toBe('zh');
    expect(languageOf([])).toBe('zh');
  });
});
