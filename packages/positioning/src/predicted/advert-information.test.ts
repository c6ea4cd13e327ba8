import { expect, it } from 'vitest';
import { defaultReception } from '../reception';
import { advertInformation } from './advert-information';

const RECEPTION = { ...defaultReception, noiseDb: 0.8 };

it('a loud advert tells its level better than the variance of its fading says, a silent one that it is weak', () => {
  const inSight = advertInformation(6, 0, RECEPTION);
  const behindWalls = advertInformation(0, 0, RECEPTION);
  expect(inSight.variance).toBeGreaterThan(8);
  expect(behindWalls.variance).toBeGreaterThan(1.8 * inSight.variance);
  const heard = 0.88; // the rest is lost to other traffic and tells nothing
  expect(inSight.at(-60)).toBeGreaterThan(heard / inSight.variance);
  expect(inSight.at(-60)).toBeLessThan((2 * heard) / inSight.variance);
  expect(inSight.at(-94)).toBeGreaterThan(0.2 * inSight.at(-60));
  expect(inSight.at(-120)).toBeLessThan(1e-3 * inSight.at(-60));
});

it('a Rayleigh wave in the clear has the information that its density gives: (ln 10 / 10)² without noise', () => {
  const rayleigh = advertInformation(-30, 0, RECEPTION);
  const ideal = 0.88 * (Math.LN10 / 10) ** 2;
  expect(rayleigh.at(-50) / ideal).toBeGreaterThan(0.9);
  expect(rayleigh.at(-50) / ideal).toBeLessThan(1);
  expect(rayleigh.variance).toBeCloseTo(31 + 0.72, 0); // π²/6 (10 / ln 10)², receiver noise
});
