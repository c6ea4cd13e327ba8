import { describe, expect, it } from 'vitest';
import { Rest } from './rest';

describe('the dot of one who stands', () => {
  it('rests after a second and a half, whatever fading does to the estimate', () => {
    const rest = new Rest();
    rest.stand({ x: 0, y: 0 }, 0);
    expect(rest.place).toBeUndefined();
    rest.stand({ x: 0.4, y: 0 }, 1500);
    for (let s = 4; s < 60; s++) rest.stand({ x: Math.sin(s), y: Math.cos(s) }, s * 1000);
    expect(rest.place).toEqual({ x: 0.4, y: 0 });
  });

  it('goes where the estimate says clearly that it stands elsewhere', () => {
    const rest = new Rest();
    rest.stand({ x: 0, y: 0 }, 0);
    rest.stand({ x: 0, y: 0 }, 3000);
    rest.stand({ x: 3.5, y: 0 }, 4000);
    expect(rest.place).toEqual({ x: 3.5, y: 0 });
  });

  it('follows at once when the walker goes on, and settles anew', () => {
    const rest = new Rest();
    rest.stand({ x: 0, y: 0 }, 0);
    rest.stand({ x: 0, y: 0 }, 3000);
    rest.leave();
    expect(rest.place).toBeUndefined();
    rest.stand({ x: 5, y: 0 }, 9000);
    expect(rest.place).toBeUndefined();
  });
});
