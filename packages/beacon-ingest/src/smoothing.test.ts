import { normal, seededRandom } from '@daoyin/geometry';
import { expect, it } from 'vitest';
import { createLevelSmoother, DEFAULT_SMOOTHING } from './smoothing';

const { processNoise: R, measurementNoise: Q, stepMs, expiryMs } = DEFAULT_SMOOTHING;

it('is the textbook filter when readings come one a step', () => {
  const smoother = createLevelSmoother();
  let level = -60;
  let variance = Q;
  smoother.add(0, -60);
  for (let i = 1; i < 50; i++) {
    const z = -60 - (i % 5);
    const predicted = variance + R;
    const gain = predicted / (predicted + Q);
    level += gain * (z - level);
    variance = (1 - gain) * predicted;
    const smoothed = smoother.add(i * stepMs, z);
    expect(smoothed.rssiDbm).toBeCloseTo(level, 9);
    expect(smoothed.variance).toBeCloseTo(variance, 9);
  }
});

it('trusts the past less the longer it is gone', () => {
  const after = (gapMs: number) => {
    const smoother = createLevelSmoother();
    for (let i = 0; i < 50; i++) smoother.add(i * stepMs, -60);
    return smoother.add(49 * stepMs + gapMs, -80).rssiDbm;
  };
  expect(after(100)).toBeGreaterThan(after(1000));
  expect(after(1000)).toBeGreaterThan(after(4000));
  expect(after(expiryMs + 1)).toBe(-80);
});

it('follows a step of 10 dB in 2 s: R is the process noise, Q that of a reading', () => {
  const smoother = createLevelSmoother();
  for (let t = 0; t < 10_000; t += 300) smoother.add(t, -60);
  let level = -60;
  for (let t = 10_200; t < 12_200; t += 300) level = smoother.add(t, -70).rssiDbm;
  expect(level).toBeLessThan(-67);
  expect(level).toBeGreaterThan(-70);
});

it('has at rest a third of the noise of a reading, and says so', () => {
  const random = seededRandom(5);
  const smoother = createLevelSmoother();
  let squares = 0;
  let variance = 0;
  for (let i = 0; i < 20_000; i++) {
    const smoothed = smoother.add(i * stepMs, -70 + Math.sqrt(Q) * normal(random));
    squares += (smoothed.rssiDbm + 70) ** 2;
    variance = smoothed.variance;
  }
  expect(squares / 20_000).toBeLessThan(variance);
  expect(Math.sqrt(squares / 20_000 / Q)).toBeLessThan(0.4);
});

it('does not move its clock back', () => {
  const smoother = createLevelSmoother();
  smoother.add(1000, -60);
  smoother.add(900, -62);
  expect(smoother.add(1000, -61).variance).toBeLessThan(Q / 2);
});
