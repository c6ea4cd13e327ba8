import { describe, expect, it } from 'vitest';
import { Rest } from './rest';

describe('the dot of one who stands', () => {
  it('rests after a second and a half, whatever fading does to the estimate', () => {
    const rest = new Rest();
    rest.stand({ x: 0, y: 0 }, 0, false);
    expect(rest.place).toBeUndefined();
    rest.stand({ x: 0.4, y: 0 }, 1500, false);
    for (let s = 4; s < 60; s++) rest.stand({ x: Math.sin(s), y: Math.cos(s) }, s * 1000, false);
    expect(rest.place).toEqual({ x: 0.4, y: 0 });
  });

  it('goes where the estimate says clearly that it stands elsewhere', () => {
    const rest = new Rest();
    rest.stand({ x: 0, y: 0 }, 0, false);
    rest.stand({ x: 0, y: 0 }, 3000, false);
    rest.stand({ x: 3.5, y: 0 }, 4000, false);
    expect(rest.place).toEqual({ x: 3.5, y: 0 });
  });

  it('follows at once when the walker goes on, and settles anew', () => {
    const rest = new Rest();
    rest.stand({ x: 0, y: 0 }, 0, false);
    rest.stand({ x: 0, y: 0 }, 3000, false);
    rest.leave();
    expect(rest.place).toBeUndefined();
    rest.stand({ x: 5, y: 0 }, 9000, false);
    expect(rest.place).toBeUndefined();
  });

  it('does not rest on an escalator, and rests beside one', () => {
    const rest = new Rest();
    for (let s = 0; s <= 12; s++) rest.stand({ x: 0.45 * s, y: 0 }, s * 1000, true);
    expect(rest.place).toBeUndefined();
    for (let s = 13; s <= 30; s++) rest.stand({ x: 5.4 + 0.3 * Math.sin(s), y: 0 }, s * 1000, true);
    const place = rest.place;
    expect(place).toBeDefined();
    rest.stand({ x: 5.9, y: 0 }, 31_000, true);
    expect(rest.place).toEqual(place);
  });
});
