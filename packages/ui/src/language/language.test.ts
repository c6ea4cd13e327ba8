import { describe, expect, it } from 'vitest';
import { expectBoth } from './both.test-support';
import { en } from './en';
import { languageOf } from './index';
import { zh } from './zh';

it('every sentence that all pages share fills in the same values in both languages, and is translated', () => {
  expectBoth(zh, en, (key) => key.startsWith('settings.language'));
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
