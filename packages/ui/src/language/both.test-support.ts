import { expect } from 'vitest';

/** Every sentence stands in both languages, is not empty, fills in the same values, and is translated but for those `alike`. */
export function expectBoth<Key extends string>(
  zh: Readonly<Record<Key, string>>,
  en: Readonly<Record<Key, string>>,
  alike: (key: string) => boolean = () => false,
): void {
  expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
  for (const key of Object.keys(zh) as Key[]) {
    expect(holesOf(en[key]), key).toEqual(holesOf(zh[key]));
    for (const text of [zh[key], en[key]]) expect(text.trim(), key).not.toBe('');
    if (!alike(key)) expect(en[key], key).not.toBe(zh[key]);
  }
}

/** A value may be said twice in one language. */
const holesOf = (text: string) =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name))].sort();
