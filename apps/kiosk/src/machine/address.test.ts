import { expect, test } from 'vitest';
import { addressOf, askedBy } from './address';

test('what staff have set on a kiosk comes back from its address, which is all that a power cut leaves', () => {
  const machine = { quietSeconds: 120, theme: 'dark', language: 'en' } as const;
  const address = addressOf('https://guide.example/kiosk/?at=old#x', '12.50,3.00,2F,90', machine);
  expect(address.startsWith('https://guide.example/kiosk/?at=')).toBe(true);
  expect(askedBy(new URL(address).search)).toEqual({ ...machine, place: '12.50,3.00,2F,90' });
});

test('nonsense in an address sets nothing', () => {
  for (const search of ['', '?quiet=&theme=pink&language=xx', '?quiet=-1', '?quiet=1e9', '?quiet=abc'])
    expect(askedBy(search)).toEqual({});
});
