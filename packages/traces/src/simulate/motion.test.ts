import { distance } from '@daoyin/geometry';
import type { ConnectorKind } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { testHall } from './hall.test-support';
import { moments } from './moments';
import { type Motion, poseAt, TICK_MS } from './motion';
import { Recorder } from './recorder';
import { stepsOf } from './steps';
import { stream } from './streams';

const hall = testHall();
const start = { x: 30, y: 30, level: '1F' };

function walkFor(seconds: number, speed = 1.2): Motion {
  const recorder = new Recorder(hall, { ...start, x: 0 });
  recorder.walk([{ x: seconds * speed, y: 30 }], speed);
  return recorder.motion(0);
}

function standFor(seconds: number): Motion {
  const recorder = new Recorder(hall, start);
  recorder.stand(seconds);
  return recorder.motion(0);
}

const seeds = Array.from({ length: 300 }, (_, seed) => seed);

describe('a walker', () => {
  it('goes at their speed and comes to the end of the path', () => {
    const motion = walkFor(20);
    expect((motion.poses.length - 1) * TICK_MS).toBe(20_000);
    expect(motion.poses.at(-1)!.x).toBeCloseTo(24, 9);
    const at = poseAt(motion, 10_025);
    expect(at.x).toBeCloseTo(12.03, 6);
    expect(at.odometer).toBeCloseTo(12.03, 6);
  });

  it('turns the body within a second', () => {
    const recorder = new Recorder(hall, start, 0);
    recorder.walk([{ x: 30, y: 35 }], 1);
    expect(poseAt(recorder.motion(0), 1500).heading).toBeCloseTo(Math.PI / 2, 1);
  });

  it('turns the short way round', () => {
    const recorder = new Recorder(hall, start, 3);
    recorder.walk([{ x: 25, y: 29.9 }], 1);
    expect(recorder.motion(0).poses.every(({ heading }) => heading >= 3 && heading < 3.4)).toBe(true);
  });

  it('rests without moving', () => {
    const { poses } = standFor(10);
    expect(poses).toHaveLength(201);
    expect(poses.at(-1)!.odometer).toBe(0);
  });

  it('changes level where the hand passes the slab, whatever the connector', () => {
    for (const kind of ['elevator', 'stairs', 'escalator', 'ramp'] as const) {
      const recorder = new Recorder(hall, start);
      recorder.change({ x: 35, y: 30, level: '2F' }, 5, kind);
      const { poses } = recorder.motion(0);
      expect(poses.at(-1)).toMatchObject({ z: 4.5, level: '2F' });
      expect(distance(poses.at(-1)!, { x: 35, y: 30 })).toBeLessThan(1e-9);
      for (const { z, level } of poses) expect(level).toBe(z >= 3.3 ? '2F' : '1F');
    }
  });

  const door = { x: 56.7, y: 33, level: '1F' };
  const stepsBy = (kind: ConnectorKind) => {
    const recorder = new Recorder(hall, kind === 'elevator' ? { ...door, y: 13 } : door);
    recorder.change({ ...recorder.here, level: '2F' }, 20, kind);
    return stepsOf(recorder.motion(0), stream(1, 'steps'));
  };

  it('makes a step for each tread of the stairs, there and back over a landing', () => {
    const steps = stepsBy('stairs');
    expect(steps.length).toBeGreaterThan(18);
    for (const { step } of steps) expect(step.length).toBeLessThan(0.4);
    const [sum, there] = [0, 1].map((up) =>
      steps.reduce((x, { step }) => x + (up ? Math.abs : Number)(step.length * Math.cos(step.heading)), 0),
    );
    expect(Math.abs(sum!)).toBeLessThan(0.25 * there!);
  });

  it('makes steps into the lift and out of it, none in it, and none on an escalator', () => {
    expect(stepsBy('elevator').length).toBeLessThan(9);
    expect(stepsBy('escalator').length).toBeLessThan(2);
  });

  it('on another level than the venue has is an error that names it', () => {
    expect(() => new Recorder(hall, { ...start, level: '9F' })).toThrow('9F');
  });
});

describe('steps', () => {
  it('add up to the way within the scale of the person, and 2 % are missed', () => {
    const motion = walkFor(60, 0.9);
    const ratios = seeds.map((seed) => {
      const steps = stepsOf(motion, stream(seed, 'steps'));
      return steps.reduce((sum, { step }) => sum + step.length, 0) / 54;
    });
    expect(moments(ratios).mean).toBeCloseTo(0.98, 1);
    expect(Math.abs(moments(ratios).mean - 0.98)).toBeLessThan(0.015);
    expect(Math.abs(moments(ratios).sd - 0.05)).toBeLessThan(0.012);
  });

  it('of one person differ by 6 %', () => {
    const { mean, sd } = moments(stepsOf(walkFor(40), stream(4, 'steps')).map(({ step }) => step.length));
    expect(sd / mean).toBeGreaterThan(0.03);
    expect(sd / mean).toBeLessThan(0.09);
  });

  it('head in the direction of the walk with a misalignment of σ 15° and a wander of 0.6°/√s', () => {
    const degrees = (radians: number) => (radians * 180) / Math.PI;
    const motion = walkFor(60, 0.9);
    const walks = seeds.map((seed) => stepsOf(motion, stream(seed, 'steps')));
    const first = walks.map((steps) => degrees(steps[0]!.step.heading));
    const change = walks.map((steps) => degrees(steps.at(-1)!.step.heading - steps[0]!.step.heading));
    expect(Math.abs(moments(first).mean)).toBeLessThan(3);
    expect(Math.abs(moments(first).sd - 15)).toBeLessThan(2);
    // 60 s: 0.6·√60 = 4.6° of random walk and 3° of drift
    expect(Math.abs(moments(change).sd - 5.6)).toBeLessThan(0.8);
  });

  it('at rest one comes falsely in a hundred seconds', () => {
    const motion = standFor(100);
    const counts = seeds.map((seed) => stepsOf(motion, stream(seed, 'steps')).length);
    expect(Math.abs(moments(counts).mean - 1)).toBeLessThan(0.2);
  });

  it('of a walk are apart by less than a metre and more than a foot', () => {
    const recorder = new Recorder(hall, start);
    recorder.walk(
      [
        { x: 30, y: 10 },
        { x: 40, y: 10 },
      ],
      1.6,
    );
    const places = stepsOf(recorder.motion(0), stream(2, 'steps')).map(({ atMs }) =>
      poseAt(recorder.motion(0), atMs),
    );
    for (const [i, place] of places.entries()) {
      if (i > 0) expect(distance(place, places[i - 1]!)).toBeLessThan(2);
    }
    expect(places.length).toBeGreaterThan(25);
  });
});
