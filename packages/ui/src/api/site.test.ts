import { expect, it } from 'vitest';
import { phoneBase } from './site';

const local = { origin: 'http://localhost:8080', hostname: 'localhost' };
const inHall = { origin: 'http://10.0.0.5:8080', hostname: '10.0.0.5' };

it('a code never carries the address of the machine itself', () => {
  expect(phoneBase({ publicUrl: null }, local)).toBeUndefined();
  expect(phoneBase(undefined, local)).toBeUndefined();
});

it('what the hall has set goes before where the page was opened', () => {
  expect(phoneBase({ publicUrl: 'https://hall.example.cn' }, local)).toBe('https://hall.example.cn');
  expect(phoneBase({ publicUrl: 'https://hall.example.cn' }, inHall)).toBe('https://hall.example.cn');
  expect(phoneBase({ publicUrl: null }, inHall)).toBe('http://10.0.0.5:8080');
});
