import { seededRandom, type VenuePoint } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { AccuracyMap } from '../predicted/accuracy-map';
import { evenAim } from '../predicted/aim';
import { prospectOf } from '../predicted/prospect';
import { anyBeacons, twoStoreys } from '../predicted/two-storeys.test-support';
import { SurveyCoverage } from './coverage';
import { judgeCalibration } from './judge-calibration';
import { nextWalk } from './next-walk';

const prospect = prospectOf(twoStoreys, undefined, 2);
const map = new AccuracyMap(prospect, anyBeacons(1, 24));
const aim = evenAim(prospect, 'steps');
const fresh = () => new SurveyCoverage(map, aim);
const straight = (from: VenuePoint, to: VenuePoint) => (from.level === to.level ? [from, to] : undefined);
const at = (x: number, y: number, level = '1F'): VenuePoint => ({ x, y, level });

describe('what a survey has covered', () => {
  it('grows with each walk, by what was foretold, and never shrinks', () => {
    const coverage = fresh();
    let before = coverage.meanError();
    for (const path of [
      [at(2, 2), at(28, 2)],
      [at(2, 8), at(28, 8)],
      [at(2, 2), at(28, 2)],
    ]) {
      const foretold = coverage.gainOf(path);
      coverage.walked(path);
      const now = coverage.meanError();
      expect(before - now).toBeCloseTo(foretold, 6);
      expect(foretold).toBeGreaterThanOrEqual(0);
      before = now;
    }
    expect(coverage.gainOf([at(2, 2), at(28, 2)])).toBe(0);
  });

  it('is known best on the way, less beside it, and not at all far off or on another level', () => {
    const coverage = fresh();
    coverage.walked([at(1, 5), at(29, 5)]);
    const [lower, upper] = coverage.unknown;
    const cells = coverage.cells[0]!;
    for (let square = 0; square < cells.count; square++) {
      const off = Math.abs(cells.ys[square]! - 5);
      if (off < 1) expect(lower![square]).toBeLessThan(0.35);
      if (off > 9) expect(lower![square]).toBe(1);
    }
    expect(upper!.every((unknown) => unknown === 1)).toBe(true);
  });

  it('with everything walked leaves the fading', () => {
    const coverage = fresh();
    const whole = coverage.meanError();
    for (const level of ['1F', '2F'])
      for (let y = 1; y < 20; y += 2) coverage.walked([at(1, y, level), at(29, y, level)]);
    expect(coverage.meanError()).toBeLessThan(0.75 * whole);
    expect(coverage.meanError()).toBeGreaterThan(0.2 * whole);
  });
});

describe('the walk that is proposed next', () => {
  it('keeps to its metres, gains what it says, and more than a walk at random of the same length', () => {
    const coverage = fresh();
    coverage.walked([at(2, 2), at(28, 2)]);
    const walk = nextWalk(coverage, { from: at(2, 2), metres: 80, wayTo: straight });
    expect(walk.metres).toBeLessThanOrEqual(80);
    expect(walk.gain).toBeCloseTo(coverage.gainOf(walk.path), 6);
    const random = seededRandom(3);
    for (let trial = 0; trial < 5; trial++) {
      const path = [at(2, 2)];
      for (let left = walk.metres; left > 1; ) {
        const to = at(1 + 28 * random(), 1 + 18 * random());
        const far = Math.hypot(to.x - path.at(-1)!.x, to.y - path.at(-1)!.y);
        if (far > left) left = 0;
        else path.push(to);
        left -= far;
      }
      expect(coverage.gainOf(path)).toBeLessThan(walk.gain);
    }
  });

  it('goes nowhere where no way leads, and does not touch the coverage', () => {
    const coverage = fresh();
    const before = coverage.meanError();
    nextWalk(coverage, { from: at(2, 2), metres: 60, wayTo: straight });
    expect(coverage.meanError()).toBe(before);
    const none = nextWalk(coverage, { from: at(2, 2), metres: 60, wayTo: () => undefined });
    expect(none).toEqual({ path: [at(2, 2)], metres: 0, gain: 0 });
  });
});

describe('a calibration that was learnt', () => {
  const random = seededRandom(7);
  const errors = Array.from({ length: 300 }, () => 0.5 + 2 * random());

  it('is published where it is better in walks like the one held out, and not by chance', () => {
    expect(
      judgeCalibration(
        errors,
        errors.map((error) => 0.7 * error),
      )!.isBetter,
    ).toBe(true);
    expect(judgeCalibration(errors, errors)!.isBetter).toBe(false);
    const noise = errors.map((error) => Math.max(0, error + 1.5 * (random() - 0.5)));
    expect(judgeCalibration(errors, noise)!.isBetter).toBe(false);
    expect(
      judgeCalibration(
        errors,
        errors.map((error) => 1.2 * error),
      )!.isBetter,
    ).toBe(false);
  });

  it('is not published where the worst moments get worse, though the mean falls', () => {
    const worse = errors.map((error, i) => (i % 15 === 0 ? error + 4 : 0.5 * error));
    expect(judgeCalibration(errors, worse)!.gain).toBeGreaterThan(0);
    expect(judgeCalibration(errors, worse)!.isBetter).toBe(false);
  });

  it('is not judged by less than a minute, nor by other seconds', () => {
    expect(judgeCalibration(errors.slice(0, 50), errors.slice(0, 50))).toBeUndefined();
    expect(() => judgeCalibration(errors, [1])).toThrow(/300 and 1/);
  });
});
