import type { Advert } from '@daoyin/beacon-ingest';
import { beforeEach, describe, expect, it } from 'vitest';
import { handClock, standInWx } from '../test/stand-in-wx';
import { addressesFor } from './address';
import { openRelay } from './relay';
import { newSession } from './session';

const uuid = 'fda50693-a4e2-4fb1-afcf-c6eb07647825';
const url = 'wss://hall.example.cn/api/relay?session=s';
let phone: ReturnType<typeof standInWx>;
let hand: ReturnType<typeof handClock>;
beforeEach(() => {
  phone = standInWx();
  hand = handClock();
});
const advert = (minor: number): Advert => ({
  atMs: hand.clock.nowMs(),
  rssiDbm: -60,
  payload: { kind: 'ibeacon', uuid, major: 1, minor },
});

describe('the relay to the page', () => {
  it('sends readings twice a second, and nothing that is a place', () => {
    const relay = openRelay(phone.wx, hand.clock, url);
    const [socket] = phone.sockets;
    socket!.open();
    relay.heard([advert(1), advert(2)]);
    relay.heard([advert(3)]);
    hand.advance(500);
    expect(socket!.sent).toHaveLength(1);
    const { heard } = JSON.parse(socket!.sent[0]!);
    expect(heard).toHaveLength(3);
    expect(Object.keys(heard[0]).sort()).toEqual(['atMs', 'major', 'minor', 'rssiDbm', 'uuid']);
    hand.advance(2000);
    expect(socket!.sent).toHaveLength(1);
  });

  it('connects again at growing intervals, and drops what is stale instead of sending it late', () => {
    const relay = openRelay(phone.wx, hand.clock, url);
    phone.sockets[0]!.fail();
    phone.sockets[0]!.close();
    relay.heard([advert(1)]);
    hand.advance(4000);
    expect(phone.sockets.length).toBe(2);
    phone.sockets[1]!.open();
    relay.heard([advert(2)]);
    hand.advance(600);
    expect(JSON.parse(phone.sockets[1]!.sent[0]!).heard).toMatchObject([{ minor: 2 }]);
    for (let i = 1; i < 6; i++) {
      phone.sockets.at(-1)!.close(1006);
      hand.advance(8000);
    }
    expect(phone.sockets.length).toBe(7);
    relay.close();
    hand.advance(60_000);
    expect(phone.sockets.length).toBe(7);
    expect(hand.running()).toBe(0);
  });

  it('does not ask again where the server will not have it', () => {
    openRelay(phone.wx, hand.clock, url);
    phone.sockets[0]!.close(4400);
    hand.advance(60_000);
    expect(phone.sockets.length).toBe(1);
  });
});

describe('the code that opened the mini program', () => {
  const hall = { host: 'hall.example.cn', uuids: [] };
  const page = (q: string | undefined) => {
    const opened = addressesFor(q, 'S', hall);
    return opened.ok ? opened.page : undefined;
  };

  it('keeps what it asks for, shares the session, and leaves the place behind the hash', () => {
    expect(page(undefined)).toBe('https://hall.example.cn/phone/?session=S&via=wechat');
    const sign = encodeURIComponent('http://hall.example.cn/phone/?window=32#from=1,2,1F');
    expect(page(sign)).toBe('https://hall.example.cn/phone/?window=32&session=S&via=wechat#from=1,2,1F');
  });

  it('of another hall, or of anything else, is none', () => {
    for (const q of [
      'https://other.example.cn/phone/',
      'https://hall.example.cn.evil.cn/phone/',
      'https://hall.example.cn/staff/',
      'javascript:alert(1)',
      '%E4%B8',
      'A032',
    ])
      expect(page(q), q).toBeUndefined();
  });
});

it('a session is long enough that nobody guesses it, with and without random numbers of WeChat', async () => {
  const random = {
    getRandomValues: ({
      length,
      success,
    }: {
      length: number;
      success: (r: { randomValues: ArrayBuffer }) => void;
    }) => success({ randomValues: crypto.getRandomValues(new Uint8Array(length)).buffer }),
  };
  for (const wx of [random, {}]) {
    const [a, b] = [await newSession(wx), await newSession(wx)];
    expect(a).toMatch(/^[\w-]{24}$/);
    expect(a).not.toBe(b);
  }
});
