import { describe, expect, it } from 'vitest';
import type { InertialSample, Step } from '../types';
import { wrapAngle } from './attitude';
import { simulateGait } from './gait.test-support';
import { Pedometer } from './pedometer';

function stepsOf(samples: readonly InertialSample[]): Step[] {
  const pedometer = new Pedometer();
  return samples.flatMap((sample) => pedometer.add(sample));
}

function meanHeading(steps: readonly Step[]): number {
  const sum = (of: (angle: number) => number) => steps.reduce((total, { heading }) => total + of(heading), 0);
  return Math.atan2(sum(Math.sin), sum(Math.cos));
}

const inHand = { hertz: 50, pitch: 0.4 };
const degrees = (angle: number) => (angle * 180) / Math.PI;

describe('a pedometer', () => {
  for (const cadence of [1.3, 1.6, 1.9, 2.2]) {
    for (const hertz of [20, 50, 100, 200]) {
      for (const pitch of [0, 0.7, 1.4]) {
        it(`counts ${cadence} steps a second within 3 % at ${hertz} Hz, the device held ${degrees(pitch).toFixed(0)}° up`, () => {
          const samples = simulateGait([{ seconds: 120, cadence }], { hertz, pitch });
          const count = stepsOf(samples).length;
          expect(Math.abs(count - 120 * cadence)).toBeLessThanOrEqual(0.03 * 120 * cadence);
        });
      }
    }
  }

  it('counts a step with two peaks once', () => {
    for (const cadence of [1.4, 1.6, 1.8, 2]) {
      const walk = simulateGait([{ seconds: 60, cadence }], { ...inHand, heel: 1.1 });
      expect(Math.abs(stepsOf(walk).length - 60 * cadence)).toBeLessThanOrEqual(0.03 * 60 * cadence + 1);
    }
  });

  it('tells each step once, within a second and a half of its end, in order', () => {
    const pedometer = new Pedometer();
    let lastMs = Number.NEGATIVE_INFINITY;
    for (const sample of simulateGait([{ seconds: 30, cadence: 1.8 }], inHand)) {
      for (const { atMs } of pedometer.add(sample)) {
        expect(atMs).toBeGreaterThan(lastMs);
        expect(atMs).toBeLessThanOrEqual(sample.atMs);
        expect(sample.atMs - atMs).toBeLessThanOrEqual(1500);
        lastMs = atMs;
      }
    }
    expect(lastMs).toBeGreaterThan(29_000);
  });

  it('counts on through rests and changes of pace', () => {
    const stretches = [
      { seconds: 20, cadence: 1.8 },
      { seconds: 15, cadence: 0 },
      { seconds: 20, cadence: 1.4 },
      { seconds: 5, cadence: 0 },
      { seconds: 20, cadence: 2.1 },
    ];
    const expected = stretches.reduce((sum, { seconds, cadence }) => sum + seconds * cadence, 0);
    const steps = stepsOf(simulateGait(stretches, inHand));
    expect(Math.abs(steps.length - expected)).toBeLessThanOrEqual(4);
    expect(steps.filter(({ atMs }) => atMs > 20_800 && atMs < 35_000)).toHaveLength(0);
  });

  it('counts nothing at rest, nor while the device is waved slowly or turned about', () => {
    expect(stepsOf(simulateGait([{ seconds: 120, cadence: 0 }], inHand))).toHaveLength(0);
    for (const hertz of [0.3, 0.5, 0.7]) {
      const waved = { ...inHand, wave: { amplitude: 3, hertz } };
      expect(stepsOf(simulateGait([{ seconds: 60, cadence: 0 }], waved))).toHaveLength(0);
    }
    const turned = simulateGait([{ seconds: 30, cadence: 0, turnRate: 1 }], inHand);
    expect(stepsOf(turned)).toHaveLength(0);
  });

  for (const sensors of [
    ['rotation_vector', 'gyroscope', 'accelerometer'],
    ['gyroscope', 'accelerometer'],
    ['rotation_vector', 'accelerometer'],
  ] as const) {
    it(`follows a turn to the left and a half turn by ${sensors.join(', ')}`, () => {
      const walk = [
        { seconds: 10, cadence: 1.8 },
        { seconds: 2, cadence: 1.8, turnRate: Math.PI / 4 },
        { seconds: 10, cadence: 1.8 },
        { seconds: 2, cadence: 1.8, turnRate: Math.PI / 2 },
        { seconds: 10, cadence: 1.8 },
      ];
      const steps = stepsOf(simulateGait(walk, { ...inHand, sensors }));
      const between = (from: number, to: number) =>
        meanHeading(steps.filter(({ atMs }) => atMs > from && atMs < to));
      const first = between(1000, 9500);
      expect(degrees(wrapAngle(between(13_000, 21_500) - first))).toBeCloseTo(90, -1);
      expect(degrees(Math.abs(wrapAngle(between(25_000, 34_000) - first)))).toBeCloseTo(90, -1);
    });
  }

  it('points along the way from the hand, flat or upright, by a rotation vector; a misalignment stays as a constant', () => {
    for (const pitch of [0, 0.8, 1.5]) {
      for (const misalignment of [0, -0.5]) {
        const steps = stepsOf(
          simulateGait([{ seconds: 20, cadence: 1.7 }], { hertz: 50, pitch, misalignment }),
        );
        expect(meanHeading(steps)).toBeCloseTo(misalignment, 1);
        expect(steps[0]!.headingSd).toBeLessThan(1);
      }
    }
  });

  it('says that any heading may be wrong without a rotation vector, and tells no step without any sense of turning', () => {
    const walk = [{ seconds: 20, cadence: 1.7 }];
    const [step] = stepsOf(simulateGait(walk, { ...inHand, sensors: ['gyroscope', 'accelerometer'] }));
    expect(step!.headingSd).toBe(Math.PI);
    expect(stepsOf(simulateGait(walk, { ...inHand, sensors: ['accelerometer'] }))).toHaveLength(0);
  });

  it('makes longer steps at a faster pace, of a length that people have', () => {
    const lengths = [1.3, 1.7, 2.1].map((cadence) => {
      const steps = stepsOf(simulateGait([{ seconds: 30, cadence }], inHand));
      return steps.reduce((sum, { length }) => sum + length, 0) / steps.length;
    });
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    expect(lengths[0]).toBeGreaterThan(0.4);
    expect(lengths[2]).toBeLessThan(0.95);
  });

  it('stays sane with gaps, repeated samples, samples out of order and numbers that are none', () => {
    const samples = simulateGait([{ seconds: 60, cadence: 1.8 }], inHand);
    const gappy = samples.filter(({ atMs }) => atMs % 10_000 > 1500);
    const count = stepsOf(gappy).length;
    expect(count).toBeGreaterThan(0.85 * 0.85 * 108);
    expect(count).toBeLessThanOrEqual(108);
    const disordered = samples.flatMap((sample, i) =>
      i % 7 === 0
        ? [sample, sample, { ...sample, xyz: [Number.NaN, 0, 0] as const }, samples[Math.max(0, i - 40)]!]
        : [sample],
    );
    const steps = stepsOf(disordered);
    expect(Math.abs(steps.length - 108)).toBeLessThanOrEqual(4);
    for (const { length, heading } of steps) expect(Number.isFinite(length + heading)).toBe(true);
  });
});
