import { expect, test } from 'vitest';
import { uuidOf } from './uuid';

test('one name has one UUID of version 8, and 100,000 names have as many', () => {
  const ids = new Set<string>();
  for (let i = 0; i < 100_000; i++) ids.add(uuidOf(`unit way/${i}@0`));
  expect(ids.size).toBe(100_000);
  expect(uuidOf('unit way/1@0')).toBe(uuidOf('unit way/1@0'));
  for (const id of [...ids].slice(0, 100))
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
});
