import { describe, expect, it } from 'vitest';
import { readPlace, readWish } from './wish';

describe('the address of the phone page', () => {
  it('names a ticket or a window, and a start that no server sees', () => {
    expect(readWish({ search: '?ticket=A032', hash: '' })).toEqual({
      entry: 'A032',
      feature: undefined,
      theme: undefined,
      day: undefined,
      session: undefined,
      via: 'receiver',
      start: undefined,
      route: undefined,
      holder: undefined,
    });
    expect(readWish({ search: '?window=32&session=s1', hash: '#from=12.5,40,1F' })).toEqual({
      entry: '32',
      feature: undefined,
      theme: undefined,
      day: undefined,
      session: 's1',
      via: 'receiver',
      start: { x: 12.5, y: 40, level: '1F' },
      route: undefined,
      holder: undefined,
    });
  });

  it('carries a whole route that no server sees', () => {
    expect(readWish({ search: '?window=32', hash: '#route=AQID-_' }).route).toBe('AQID-_');
    expect(readWish({ search: '?ticket=A032', hash: '#route=AQID-_&holder=abc' }).holder).toBe('abc');
  });

  it('says that its readings come from the mini program that shows it', () => {
    expect(readWish({ search: '?session=s1&via=wechat', hash: '' }).via).toBe('wechat');
  });

  it('names a theme menu, as its code on a sign does', () => {
    expect(readWish({ search: '?theme=restaurant', hash: '' }).theme).toBe('restaurant');
  });

  it('with a bad place has none', () => {
    for (const text of [null, '', '1,2', 'a,b,1F', ',,', '1,,1F', 'NaN,2,1F']) {
      expect(readPlace(text)).toBeUndefined();
    }
  });
});
