import { expect, test } from 'vitest';
import { withoutPassword } from './without-password';

test.each([
  ['mqtt://server:secret@broker.example:1883', 'mqtt://server@broker.example:1883'],
  ['postgres://daoyin:s%40crt@db/daoyin?sslmode=require', 'postgres://daoyin@db/daoyin?sslmode=require'],
  ['mqtt://127.0.0.1:1883', 'mqtt://127.0.0.1:1883'],
  ['server:secret@broker', 'an address without a host'],
  ['secret', 'an address without a host'],
])('of %s a log says %s', (address, shown) => {
  expect(withoutPassword(address)).toBe(shown);
});
