import { describe, expect, it } from 'vitest';
import { radius95 } from '../accuracy';
import { Doubt } from './doubt';
import type { Gait, Knot } from './window';

const BELIEVED = [1, 0, 1] as const;
const knot = (gait: Gait, dx = 0): Knot => ({
  atMs: 0,
  x: 0,
  y: 0,
  bodyX: 0,
  bodyY: 0,
  gait,
  heading: 0,
  dx,
  dy: 0,
  seconds: 1,
  conveyor: undefined,
});
const metres = (doubt: Doubt, gait: Gait, atMs = 0): number =>
  radius95(doubt.of(BELIEVED, 0.5, knot(gait), atMs));

describe('the circle that is told of a track', () => {
  it('is no smaller because the walker is known to stand: only a way that was gone proves a place', () => {
    const doubt = new Doubt();
    doubt.startTrack();
    const unknown = metres(doubt, 'free');
    expect(metres(doubt, 'still')).toBe(unknown);
    for (let steps = 0; steps < 5; steps++) doubt.goOn(knot('still', 1));
    expect(metres(doubt, 'still')).toBe(unknown);
    for (let steps = 0; steps < 5; steps++) doubt.goOn(knot('steps', 1));
    expect(metres(doubt, 'still')).toBeLessThan(0.8 * unknown);
  });

  it('is small where the walker said where they are', () => {
    const [doubt, told] = [new Doubt(), new Doubt()];
    told.trust();
    expect(metres(told, 'still')).toBeLessThan(metres(doubt, 'still'));
  });

  it('holds the other places where a young track may be', () => {
    const doubt = new Doubt();
    const alone = metres(doubt, 'free');
    doubt.lookedAround([9, 0, 0]);
    expect(metres(doubt, 'free')).toBeGreaterThan(alone + 1);
    doubt.settle();
    expect(metres(doubt, 'free')).toBe(alone);
  });

  it('grows with the time since anything was heard of one whose steps are unknown', () => {
    expect(metres(new Doubt(), 'free', 5000)).toBeGreaterThan(metres(new Doubt(), 'free', 1000));
  });
});
