import { expect, it } from 'vitest';
import { en } from './en';
import { type PhoneKey, zh } from './zh';

const holes = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((hole) => hole[1]);

it('every sentence of the phone fills in the same values in both languages, and is translated', () => {
  for (const [key, text] of Object.entries(zh)) {
    const other = en[key as PhoneKey];
    expect([...new Set(holes(other))].sort(), key).toEqual([...new Set(holes(text))].sort());
    expect(other, key).not.toBe(text);
  }
});
