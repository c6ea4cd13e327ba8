import { expect, it } from 'vitest';
import { advertInformation } from './advert-information';
import { boundSpread } from './bound-spread';
import { InformationWindow } from './information-window';
import { Innovations } from './innovations';

it('a loud advert tells its level better than the variance of its fading says, a silent one that it is weak', () => {
  const inSight = advertInformation(6, 0);
  const behindWalls = advertInformation(0, 0);
  expect(inSight.variance).toBeGreaterThan(8);
  expect(behindWalls.variance).toBeGreaterThan(1.8 * inSight.variance);
  const heard = 0.88; // the rest is lost to other traffic and tells nothing
  expect(inSight.at(-60)).toBeGreaterThan(heard / inSight.variance);
  expect(inSight.at(-60)).toBeLessThan((2 * heard) / inSight.variance);
  expect(inSight.at(-94)).toBeGreaterThan(0.2 * inSight.at(-60));
  expect(inSight.at(-120)).toBeLessThan(1e-3 * inSight.at(-60));
});

it('a Rayleigh wave in the clear has the information that its density gives: (ln 10 / 10)² without noise', () => {
  const rayleigh = advertInformation(-30, 0);
  const ideal = 0.88 * (Math.LN10 / 10) ** 2;
  expect(rayleigh.at(-50) / ideal).toBeGreaterThan(0.9);
  expect(rayleigh.at(-50) / ideal).toBeLessThan(1);
  expect(rayleigh.variance).toBeCloseTo(31 + 0.72, 0); // π²/6 (10 / ln 10)², receiver noise
});

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
