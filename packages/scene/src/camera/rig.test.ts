import { describe, expect, it } from 'vitest';
import { CameraRig } from './rig';
import type { Lens, View } from './view';

const LENS: Lens = { width: 800, height: 600, fov: 0.52, centre: { left: 400, top: 300 } };
const LIMITS = {
  bounds: { minX: 0, minY: 0, maxX: 100, maxY: 60 },
  minDistance: 9,
  maxDistance: 500,
  maxTilt: 1.2,
};
const START: View = { x: 50, y: 30, elevation: 0, distance: 80, up: Math.PI / 2, tilt: 0.8 };
const GOAL: View = { x: 20, y: 10, elevation: 5, distance: 40, up: 0, tilt: 0.5 };

/** Frames of 1/60 s until it rests. */
function settle(rig: CameraRig, most = 600): number {
  let frames = 0;
  while (frames < most && rig.step(1 / 60)) frames++;
  return frames;
}

describe('the camera over time', () => {
  it('wants no frame while nothing moves', () => {
    expect(new CameraRig(START, LENS, LIMITS).step(1 / 60)).toBe(false);
  });

  it('a flight ends at its goal and then rests', () => {
    const rig = new CameraRig(START, LENS, LIMITS);
    rig.flyTo(GOAL, 0.75);
    expect(rig.goal).toEqual(GOAL);
    expect(settle(rig)).toBeLessThan(50);
    expect(rig.view.x).toBeCloseTo(GOAL.x, 9);
    expect(rig.view.distance).toBeCloseTo(GOAL.distance, 9);
  });

  it('without motion a flight is a jump', () => {
    const rig = new CameraRig(START, LENS, LIMITS);
    rig.flyTo(GOAL, 0);
    expect(rig.view).toEqual(GOAL);
    expect(rig.step(1 / 60)).toBe(false);
  });

  it('a gesture ends a flight', () => {
    const rig = new CameraRig(START, LENS, LIMITS);
    rig.flyTo(GOAL, 1);
    rig.step(0.2);
    rig.pan({ left: 400, top: 300 }, { left: 420, top: 300 });
    expect(rig.step(1 / 60)).toBe(false);
  });

  it('a flung map glides on in the direction of the finger and comes to rest', () => {
    const rig = new CameraRig(START, LENS, LIMITS);
    rig.release({ left: 900, top: 0 });
    expect(settle(rig)).toBeGreaterThan(10);
    expect(rig.view.x).toBeLessThan(START.x);
    expect(rig.view.y).toBeCloseTo(START.y, 6);
    expect(rig.step(1 / 60)).toBe(false);
  });

  it('a finger that stops before it lifts flings nothing', () => {
    const rig = new CameraRig(START, LENS, LIMITS);
    rig.release({ left: 10, top: 10 });
    expect(rig.step(1 / 60)).toBe(false);
  });

  it('follows a walker to where they are and turns with them', () => {
    const rig = new CameraRig(START, LENS, LIMITS);
    rig.follow({ x: 60, y: 40, elevation: 5, up: 0 });
    settle(rig);
    expect(rig.view.x).toBeCloseTo(60, 1);
    expect(rig.view.elevation).toBeCloseTo(5, 1);
    expect(rig.view.up).toBeCloseTo(0, 2);
    expect(rig.step(1 / 60)).toBe(false);
  });
});
