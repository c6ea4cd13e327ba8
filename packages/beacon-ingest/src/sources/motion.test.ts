import { describe, expect, it } from 'vitest';
import { createMotionReader, type MotionLine, motionNeedsTap, rotationVector, startMotion } from './motion';

const gravity = (x: number, y: number, z: number) => ({
  accelerationIncludingGravity: { x, y, z },
  rotationRate: { alpha: 90, beta: 0, gamma: -90 },
});
const pose = (alpha: number, beta: number, gamma: number, more: object = {}) => ({
  alpha,
  beta,
  gamma,
  ...more,
});

/** Where the device's y axis (its top) points, from the quaternion. */
function topOf([x, y, z]: readonly [number, number, number]): readonly number[] {
  const w = Math.sqrt(Math.max(0, 1 - x * x - y * y - z * z));
  return [2 * (x * y - w * z), 1 - 2 * (x * x + z * z), 2 * (y * z + w * x)];
}

describe('the motion of a phone', () => {
  it('is told in m/s² and rad/s', () => {
    const lines = createMotionReader().motion(gravity(0, 0, 9.8), 5);
    expect(lines).toEqual([
      { atMs: 5, accelerometer: [0, 0, 9.8] },
      { atMs: 5, gyroscope: [Math.PI / 2, 0, -Math.PI / 2] },
    ]);
  });

  it('has gravity upwards whichever sign the browser gives it, in any pose', () => {
    for (const [beta, gamma] of [
      [0, 0],
      [40, 10],
      [80, -30],
      [-60, 20],
    ] as const) {
      const [b, g] = [(beta * Math.PI) / 180, (gamma * Math.PI) / 180];
      const up = [-Math.cos(b) * Math.sin(g), Math.sin(b), Math.cos(b) * Math.cos(g)].map((v) => v * 9.8);
      for (const sign of [1, -1]) {
        const reader = createMotionReader();
        reader.orientation(pose(0, beta, gamma), 0);
        const [told] = reader.motion(gravity(sign * up[0]!, sign * up[1]!, sign * up[2]!), 1);
        const { accelerometer } = told as Extract<MotionLine, { accelerometer: unknown }>;
        accelerometer.forEach((value, i) => {
          expect(value).toBeCloseTo(up[i]!, 6);
        });
      }
    }
  });

  it('has a heading only from north: absolute angles and a compass that is sure, never the angle since it was switched on', () => {
    const reader = createMotionReader();
    expect(reader.orientation(pose(30, 0, 0), 0)).toEqual([]);
    expect(
      reader.orientation(pose(30, 0, 0, { webkitCompassHeading: 90, webkitCompassAccuracy: -1 }), 0),
    ).toEqual([]);
    expect(reader.orientation(pose(Number.NaN, 0, 0, { absolute: true }), 0)).toEqual([]);
    const compass = reader.orientation(
      pose(7, 20, 5, { webkitCompassHeading: 90, webkitCompassAccuracy: 10 }),
      0,
    );
    const absolute = reader.orientation(pose(270, 20, 5, { absolute: true }), 0);
    expect(compass).toEqual(absolute);
    const [line] = absolute as [Extract<MotionLine, { rotation_vector: unknown }>];
    const [east, north, upwards] = topOf(line.rotation_vector);
    expect(east).toBeGreaterThan(0.9); // the top points east when the compass says 90°
    expect(Math.abs(north!)).toBeLessThan(0.1);
    expect(upwards).toBeCloseTo(Math.sin((20 * Math.PI) / 180), 6);
  });

  it('is a unit quaternion with a positive scalar part', () => {
    for (let alpha = 0; alpha < 360; alpha += 30)
      for (let beta = -180; beta < 180; beta += 45) {
        const [x, y, z] = rotationVector((alpha * Math.PI) / 180, (beta * Math.PI) / 180, 0.3);
        expect(x * x + y * y + z * z).toBeLessThanOrEqual(1 + 1e-12);
      }
  });

  it('of a phone that tells nothing gives nothing', () => {
    const reader = createMotionReader();
    expect(reader.motion({ accelerationIncludingGravity: null, rotationRate: null }, 0)).toEqual([]);
    const empty = { x: null, y: null, z: null };
    expect(reader.motion({ accelerationIncludingGravity: empty, rotationRate: null }, 0)).toEqual([]);
  });
});

describe('asking for the motion', () => {
  const page = (more: object) => {
    const listeners = new Map<string, (event: Event) => void>();
    return {
      listeners,
      addEventListener: (type: string, listener: (event: Event) => void) =>
        void listeners.set(type, listener),
      removeEventListener: (type: string) => void listeners.delete(type),
      ...more,
    };
  };
  const granting = (answer: string) => ({ requestPermission: async () => answer });

  it('starts at once where nobody is asked, and stops', async () => {
    const there = page({ DeviceMotionEvent: {}, DeviceOrientationEvent: {} });
    expect(motionNeedsTap(there)).toBe(false);
    const told: MotionLine[] = [];
    const started = await startMotion(
      there,
      (lines) => void told.push(...lines),
      () => 9,
    );
    there.listeners.get('devicemotion')?.(gravity(0, 0, 9.8) as unknown as Event);
    expect(told).toHaveLength(2);
    if (started.ok) started.stop();
    expect(there.listeners.size).toBe(0);
  });

  it('says why not: denied, not in this browser, not without TLS', async () => {
    const start = (more: object) =>
      startMotion(
        page(more),
        () => undefined,
        () => 0,
      );
    expect(motionNeedsTap(page({ DeviceMotionEvent: granting('x') }))).toBe(true);
    expect(await start({ DeviceMotionEvent: granting('denied') })).toEqual({ ok: false, kind: 'denied' });
    expect(
      await start({ DeviceMotionEvent: { requestPermission: () => Promise.reject(new Error('no tap')) } }),
    ).toEqual({ ok: false, kind: 'denied' });
    expect(await start({})).toEqual({ ok: false, kind: 'unsupported' });
    expect(await start({ DeviceMotionEvent: {}, isSecureContext: false })).toEqual({
      ok: false,
      kind: 'insecure',
    });
  });

  it('goes without a heading where only the compass is denied', async () => {
    const both = { DeviceMotionEvent: granting('granted'), DeviceOrientationEvent: granting('denied') };
    expect(
      (
        await startMotion(
          page(both),
          () => undefined,
          () => 0,
        )
      ).ok,
    ).toBe(true);
  });
});
