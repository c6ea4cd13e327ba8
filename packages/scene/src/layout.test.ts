import { describe, expect, it } from 'vitest';
import { Layout } from './layout';
import { level, rectangle, smallVenue, unit } from './small-venue.test-support';

const levels = [level('1F', 0), level('2F', 1), level('3F', 2)];
const hole = unit('void', 'opentobelow', rectangle(4, 2, 10, 8), { level: '2F' });
const venue = smallVenue({ levels, units: [...smallVenue().units, hole] });

describe('the storeys', () => {
  it('stand above each other by the same distance when pulled apart', () => {
    const layout = new Layout(venue, undefined, 30);
    expect(['1F', '2F', '3F'].map((name) => layout.yOf(name))).toEqual([0, 30, 60]);
    expect(layout.focusOf('2F')).toBe(1);
  });

  it('one alone stands at its elevation; what is below shows only through an open void', () => {
    const layout = new Layout(venue, '2F');
    expect(layout.yOf('2F')).toBe(5);
    expect([layout.opacityOf('1F'), layout.focusOf('1F')]).toEqual([1, 0]);
    expect(layout.opacityOf('3F')).toBe(0);
    layout.aim('3F', true);
    expect(layout.opacityOf('2F')).toBe(0);
  });

  it('come to rest, and then want no frame', () => {
    const layout = new Layout(venue, '1F');
    layout.aim(undefined);
    let frames = 0;
    while (layout.step(1 / 60) && frames < 1000) frames++;
    expect(frames).toBeGreaterThan(10);
    expect(frames).toBeLessThan(120);
    expect(layout.yOf('3F')).toBe(layout.restOf('3F'));
  });

  it('a storey hides what is drawn below it, but not through its void', () => {
    const layout = new Layout(venue, undefined, 30);
    const below = (x: number) => () => ({ x, y: 5 });
    expect(layout.hides('1F', { left: 0, top: 0 }, below(15))).toBe(true);
    expect(layout.hides('3F', { left: 0, top: 0 }, below(15))).toBe(false);
    layout.aim('2F', true);
    expect(layout.hides('1F', { left: 0, top: 0 }, below(6))).toBe(false);
  });
});
