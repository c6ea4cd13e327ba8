import { describe, expect, it } from 'vitest';
import { bodyLossDb, pathLossDb, receptionProbability } from './channel';
import { correlation, moments } from './moments';
import { azimuthPattern, correlatedField } from './shadowing';
import { stream } from './streams';

describe('path loss', () => {
  it('is that of exponent 1.9 to 10 m and of 3.0 beyond, without a step', () => {
    expect(pathLossDb(1)).toBe(0);
    expect(pathLossDb(10)).toBeCloseTo(19, 10);
    expect(pathLossDb(10.0001)).toBeCloseTo(19, 3);
    expect(pathLossDb(100) - pathLossDb(10)).toBeCloseTo(30, 10);
  });

  it('stays finite at the beacon', () => {
    expect(Number.isFinite(pathLossDb(0))).toBe(true);
  });
});

it('half of the packets are received at −94 dBm, nearly all at −88 and none at −104', () => {
  expect(receptionProbability(-94)).toBe(0.5);
  expect(receptionProbability(-88)).toBeGreaterThan(0.99);
  expect(receptionProbability(-104)).toBeLessThan(0.001);
});

it('the body takes 8 dB from front to back at zero elevation and nothing from overhead', () => {
  expect(bodyLossDb(0, 1, 8)).toBe(0);
  expect(bodyLossDb(Math.PI, 1, 8)).toBe(8);
  expect(bodyLossDb(Math.PI, 0, 8)).toBe(0);
});

describe('shadowing', () => {
  const fields = Array.from({ length: 4000 }, (_, i) => correlatedField(stream(i, 'shadowing'), 5));
  const between = (dx: number, dy: number, dz: number) =>
    correlation(fields.map((field) => [field(20, 7, 1), field(20 + dx, 7 + dy, 1 + dz)]));

  it('has unit variance and no mean', () => {
    const { mean, sd } = moments(fields.map((field) => field(3, 4, 5)));
    expect(Math.abs(mean)).toBeLessThan(0.05);
    expect(sd).toBeCloseTo(1, 1);
  });

  it('falls to 1/e of its correlation in 5 m, in any direction', () => {
    expect(Math.abs(between(5, 0, 0) - Math.exp(-1))).toBeLessThan(0.05);
    expect(Math.abs(between(3, -4, 0) - Math.exp(-1))).toBeLessThan(0.05);
    expect(Math.abs(between(0, 0, 5) - Math.exp(-1))).toBeLessThan(0.05);
    expect(Math.abs(between(15, 0, 0) - Math.exp(-3))).toBeLessThan(0.05);
  });

  it('is constant at a place', () => {
    expect(fields[0]!(1, 2, 3)).toBe(fields[0]!(1, 2, 3));
  });
});

it('an azimuth pattern is periodic and has its rms over antennas', () => {
  const patterns = Array.from({ length: 3000 }, (_, i) => azimuthPattern(stream(i, 'pattern'), 1.2));
  expect(moments(patterns.map((pattern) => pattern(0.7))).sd).toBeCloseTo(1.2, 1);
  expect(patterns[0]!(1 + 2 * Math.PI)).toBeCloseTo(patterns[0]!(1), 10);
});

it('streams of one seed with different names, and of different seeds, are independent', () => {
  const draws = (name: string) => Array.from({ length: 2000 }, (_, i) => stream(i, name)());
  const [a, b] = [draws('T1'), draws('T2')];
  expect(Math.abs(correlation(a.map((value, i) => [value, b[i]!])))).toBeLessThan(0.07);
  expect(Math.abs(correlation(a.slice(1).map((value, i) => [value, a[i]!])))).toBeLessThan(0.07);
});
