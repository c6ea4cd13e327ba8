import { expect, test } from 'vitest';
import { keyOfActor, keyOfDetail } from '.';
import { zh } from './zh';

const said = (name: string, value: unknown) => {
  const key = keyOfDetail(name, value);
  return key && zh[key];
};

test('the record says in words what was done to an account and to the settings of the hall', () => {
  expect(said('role', 'publisher')).toBe('发布');
  expect(said('disabled', true)).toBe('停用');
  expect(said('disabled', false)).toBe('可用');
  expect(said('password', 'new')).toBe('新密码');
  expect(said('kind', 'kiosk')).toBe('触摸屏');
  expect(said('set', true)).toBe('已设置');
  expect(said('set', false)).toBe('取消设置');
  expect(said('to', null)).toBe('取消设置');
});

test('an address is shown as it is', () => {
  expect(said('to', 'https://hall.example.cn')).toBeUndefined();
});

test('who is no account is named in words, and an account by its own name', () => {
  const named = (actor: string) => {
    const known = keyOfActor(actor);
    return known && zh[known.key].replace('{{id}}', known.id);
  };
  expect(named('first-admin link')).toBe('首次启动的链接');
  expect(named('visitor')).toBe('访客');
  expect(named('machine:K1:east')).toBe('机器 K1:east');
  for (const name of ['root', 'machine', 'visitor:1']) expect(named(name)).toBeUndefined();
});
