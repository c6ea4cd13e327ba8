import { expect, it } from 'vitest';
import { boundSpread } from './bound-spread';
import { InformationWindow } from './information-window';
import { Innovations } from './innovations';

it('a window that forgets knots gives what the whole chain gives', () => {
  const track = (knots: number) => {
    const window = new InformationWindow(1, 2, knots);
    window.addKnot();
    window.add([[0, 0.5]]);
    for (const part of [0, 1]) window.add([[window.column(0, part), 0.1]]);
    for (let k = 1; k < 9; k++) {
      window.addKnot();
      for (const part of [0, 1]) {
        window.add([
          [window.column(k, part), 1],
          [window.column(k - 1, part), -0.9],
          [0, 0.3 * part],
        ]);
      }
      window.add([
        [window.column(k, 0), 0.7],
        [window.column(k, 1), 0.2 * k],
        [0, 1],
      ]);
    }
    return window.newestCovariance();
  };
  for (const [i, value] of track(3).entries()) expect(value).toBeCloseTo(track(9)[i]!, 10);
});

it('innovations of a process that forgets nothing but the last value are foreseen by the last value alone', () => {
  const innovations = new Innovations();
  innovations.add(new Float64Array(), 1);
  innovations.add(Float64Array.of(0.8), 1);
  const { weights, variance } = innovations.add(Float64Array.of(0.64, 0.8), 1);
  expect(weights[0]).toBeCloseTo(0, 12);
  expect(weights[1]).toBeCloseTo(0.8, 12);
  expect(variance).toBeCloseTo(0.36, 12);
  expect(() => innovations.add(Float64Array.of(1, 1, 1), 0.5)).toThrow('not positive definite');
});

it('errors of a round covariance spread as Rayleigh says, of a flat one as a normal deviate', () => {
  const round = boundSpread([{ atMs: 0, covariance: [4, 0, 4] }])!;
  expect(round.median).toBeCloseTo(2 * Math.sqrt(2 * Math.LN2), 2);
  expect(round.p95).toBeCloseTo(2 * Math.sqrt(-2 * Math.log(0.05)), 2);
  expect(round.rms).toBeCloseTo(Math.sqrt(8), 9);
  const flat = boundSpread([{ atMs: 0, covariance: [0.5, 0.49, 0.5] }])!;
  expect(flat.p95).toBeGreaterThan(1.9);
  expect(flat.p95).toBeLessThan(2);
});
