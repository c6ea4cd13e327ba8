import type { Wx } from './wx';

const LENGTH = 18;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** A name for a session that nobody guesses: 24 letters from WeChat's random numbers, or from what an old WeChat has. */
export function newSession(wx: Pick<Wx, 'getRandomValues'>): Promise<string> {
  const poor = () => Array.from({ length: LENGTH }, () => Math.floor(Math.random() * 256));
  return new Promise((resolve) => {
    if (wx.getRandomValues === undefined) return resolve(named(poor()));
    wx.getRandomValues({
      length: LENGTH,
      success: ({ randomValues }) => resolve(named([...new Uint8Array(randomValues)])),
      fail: () => resolve(named(poor())),
    });
  });
}

function named(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at + 2 < bytes.length; at += 3) {
    const bits = (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!;
    for (let shift = 18; shift >= 0; shift -= 6) text += DIGITS[(bits >> shift) & 63];
  }
  return text;
}
