import { describe, expect, it } from 'vitest';
import { isLoopback, readPublicUrl } from './index';

describe('the address that phones open', () => {
  it.each([
    ['https://hall.example.cn/', 'https://hall.example.cn'],
    ['http://10.0.0.5:8080', 'http://10.0.0.5:8080'],
    ['https://city.example.cn/zhongshan//', 'https://city.example.cn/zhongshan'],
  ])('%s is one', (text, url) => {
    expect(readPublicUrl(text)).toEqual({ ok: true, url });
  });

  it.each([
    'hall',
    'ftp://hall.example.cn',
    'http://localhost:8080',
    'http://127.0.0.1',
    'http://[::1]:8080',
    'http://0.0.0.0',
    'https://a@hall.example.cn',
    'https://hall.example.cn/?x=1',
  ])('%s is none, and the reason names it', (text) => {
    const read = readPublicUrl(text);
    expect(read.ok).toBe(false);
  });

  it('a name that only looks like the machine itself is another host', () => {
    expect(isLoopback('localhost.example.cn')).toBe(false);
    expect(isLoopback('127.example.cn')).toBe(false);
  });
});
