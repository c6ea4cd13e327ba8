import { describe, expect, it } from 'vitest';
import { CHANNEL, clockRate, measuredDbm, receptionProbability } from './channel';
import { passersBy } from './fading';
import { testBeacon, testHall, testRegister } from './hall.test-support';
import { correlation, moments } from './moments';
import { poseAt, turnBetween } from './motion';
import { type BeaconLine, readingsOf } from './readings';
import { Recorder } from './recorder';
import { shadeAt } from './shade';
import { azimuthPattern } from './shadowing';
import { stepsOf } from './steps';
import { stream } from './streams';
import { createRadioWorld, linkTo, type Variant } from './world';

/** Rows of the design's table "The channel to simulate" (positioning.md) that no other test of this folder holds. */
const hall = testHall();
const here = { x: 30, y: 26, z: 1.2 };
const many = {
  venue: 'test',
  beacons: Array.from({ length: 3000 }, (_, i) => testBeacon(i, { x: 30, y: 22, level: '1F' })),
};
const range = (n: number) => Array.from({ length: n }, (_, i) => i);

function listen(seed: number, variant: Variant, seconds: number, register = testRegister()) {
  const recorder = new Recorder(hall, { x: 30, y: 26, level: '1F' }, Math.PI / 2);
  recorder.stand(seconds);
  const world = createRadioWorld({ venue: hall, register, seed, variant });
  return readingsOf(world, recorder.motion(0), seed, variant);
}

const meanRssi = (lines: readonly BeaconLine[]) => moments(lines.map(({ rssiDbm }) => rssiDbm)).mean;

describe('beacons', () => {
  const powers = createRadioWorld({ venue: hall, register: many, seed: 1 }).beacons.map((b) => b.powerDbm);

  it('send −59 dBm at 1 m with σ 1.5 dB, and 15 % of them up to 4 dB less', () => {
    // 0.15 · U(0, 4): mean 0.3, variance 0.15 · 16/3 − 0.3²
    const { mean, sd } = moments(powers);
    expect(Math.abs(mean + 59.3)).toBeLessThan(0.1);
    expect(Math.abs(sd - Math.sqrt(1.5 ** 2 + (0.15 * 16) / 3 - 0.09))).toBeLessThan(0.08);
    const strong = powers.filter((dbm) => dbm > -59).length / powers.length;
    expect(Math.abs(strong - (0.85 * 0.5 + 0.15 * 0.13))).toBeLessThan(0.03);
  });

  it('have clocks that are right within 40 ppm, all errors as likely', () => {
    const ppm = range(4000).map((i) => (clockRate(stream(i, 'clock')) - 1) * 1e6);
    expect(Math.max(...ppm.map(Math.abs))).toBeLessThanOrEqual(CHANNEL.air.clockPpm);
    expect(Math.abs(moments(ppm).mean)).toBeLessThan(2);
    expect(Math.abs(moments(ppm).sd - 80 / Math.sqrt(12))).toBeLessThan(1);
  });
});

describe('shadowing', () => {
  const world = createRadioWorld({ venue: hall, register: many, seed: 1 });
  const gains = (to: typeof here) => world.beacons.map((beacon) => shadeAt(world, beacon, to).gainDb);

  it('has σ 3.5 dB in sight', () => {
    const { mean, sd } = moments(gains(here));
    expect(Math.abs(mean)).toBeLessThan(0.25);
    expect(Math.abs(sd - 3.5)).toBeLessThan(0.15);
  });

  it('has a further 2.5 dB in quadrature behind a wall, which takes 4 dB', () => {
    const { mean, sd } = moments(gains({ x: 18, y: 4, z: 1.2 }));
    expect(Math.abs(mean + 4)).toBeLessThan(0.3);
    expect(Math.abs(sd - Math.hypot(3.5, 2.5))).toBeLessThan(0.2);
  });

  it('falls to 1/e of its correlation in 5 m along the floor', () => {
    const [a, b] = [gains(here), gains({ ...here, x: 35 })];
    expect(Math.abs(correlation(a.map((gain, i) => [gain, b[i]!])) - Math.exp(-1))).toBeLessThan(0.06);
  });

  it('is the same field in a world that remembers it by squares of half a metre', () => {
    const remembering = createRadioWorld({ venue: hall, register: many, seed: 1, remember: true });
    const power = (of: typeof world, to: typeof here) =>
      of.beacons.map((beacon) => linkTo(of, beacon, to).powerDbm);
    const exact = power(world, here);
    const pairs = power(remembering, here).map((dbm, i) => [dbm, exact[i]!] as const);
    expect(correlation(pairs)).toBeGreaterThan(0.9);
    expect(Math.abs(moments(pairs.map(([a, b]) => a - b)).mean)).toBeLessThan(0.1);
    const near = power(remembering, { ...here, x: here.x + 0.01 });
    expect(moments(near.map((dbm, i) => dbm - pairs[i]![0])).sd).toBeLessThan(0.1);
  });
});

describe('the receiver', () => {
  it('differs from phone to phone with σ 3 dB', () => {
    const one = { venue: 'test', beacons: [testBeacon(1, { x: 30, y: 27, level: '1F' })] };
    const differences = range(120).map((seed) => {
      const [drawn, none] = [{}, { phoneGainDb: 0 }].map((variant) =>
        meanRssi(listen(seed, variant, 4, one)),
      );
      return drawn! - none!;
    });
    expect(Math.abs(moments(differences).mean)).toBeLessThan(0.8);
    expect(Math.abs(moments(differences).sd - 3)).toBeLessThan(0.6);
  });

  it('has a pattern of 1.5 dB rms that turns with the walker', () => {
    const pattern = range(3000).map((i) =>
      azimuthPattern(stream(i, 'phone'), CHANNEL.body.phonePatternDb)(1),
    );
    expect(Math.abs(moments(pattern).sd - 1.5)).toBeLessThan(0.1);
  });

  it('reports integers with σ 0.8 dB, and 0.5 % outliers', () => {
    const random = stream(1, 'rssi');
    const errors = range(40_000).map(() => measuredDbm(-70, random) + 70);
    expect(errors.every(Number.isInteger)).toBe(true);
    const usual = errors.filter((error) => Math.abs(error) <= 4);
    // rounding adds 1/12
    expect(Math.abs(moments(usual).sd - Math.sqrt(0.8 ** 2 + 1 / 12))).toBeLessThan(0.05);
    // of outliers of σ 10 dB, 65 % are farther than 4.5 dB
    expect(Math.abs((errors.length - usual.length) / errors.length - 0.005 * 0.65)).toBeLessThan(0.001);
  });

  it('hears half at −94 dBm, and from 10 to 90 % within 5.3 dB', () => {
    const at = (share: number) => -94 + 1.2 * Math.log(share / (1 - share));
    expect(receptionProbability(at(0.1))).toBeCloseTo(0.1, 6);
    expect(receptionProbability(at(0.9))).toBeCloseTo(0.9, 6);
  });

  it('scans the channels 37, 38 and 39 in turn: at rest each has a level of its own', () => {
    const one = { venue: 'test', beacons: [testBeacon(1, { x: 30, y: 24, level: '1F' })] };
    const between = range(60).map((seed) => {
      const lines = listen(seed, {}, 60, one);
      const of = (channel: number) =>
        lines.filter(({ atMs }) => Math.floor(atMs / CHANNEL.receiver.scanWindowMs) % 3 === channel);
      const means = range(3).map((channel) => meanRssi(of(channel)));
      const shuffled = range(3).map((part) =>
        meanRssi(lines.filter((_, i) => Math.floor(i / 9) % 3 === part)),
      );
      return moments(means).sd / Math.max(0.05, moments(shuffled).sd);
    });
    expect(between.filter((ratio) => ratio > 1).length).toBeGreaterThan(50);
  });
});

it('passers-by of a crowd take 4 to 10 dB, three times as often a metre', () => {
  expect(CHANNEL.crowd.perMetre).toBeCloseTo(3 * CHANNEL.passersBy.perMetre, 10);
  const link = passersBy(stream(1, 'passing'), CHANNEL.crowd);
  const losses = range(200_000)
    .map((i) => link(i * 100, 20))
    .filter((loss) => loss > 0);
  expect(Math.min(...new Set(losses))).toBeGreaterThanOrEqual(4);
  expect(Math.max(...new Set(losses))).toBeLessThanOrEqual(10);
  expect(Math.abs(moments([...new Set(losses)]).mean - 7)).toBeLessThan(0.2);
});

it('headings drift with σ 0.05°/s beside their random walk of 0.6°/√s', () => {
  const seconds = 600;
  const recorder = new Recorder(hall, { x: 10, y: 25, level: '1F' }, 0);
  while (recorder.seconds < seconds)
    recorder.walk(
      [
        { x: 50, y: 25 },
        { x: 10, y: 25 },
      ],
      1.2,
    );
  const motion = recorder.motion(0);
  const turned = range(60).map((seed) => {
    const errors = stepsOf(motion, stream(seed, 'steps')).flatMap(({ atMs, step }) => {
      const { heading } = poseAt(motion, atMs);
      return Math.abs(Math.sin(heading)) < 0.01 ? [step.heading - heading] : [];
    });
    return errors.reduce((sum, error, i) => sum + (i === 0 ? 0 : turnBetween(errors[i - 1]!, error)), 0);
  });
  const degrees = (moments(turned).sd * 180) / Math.PI;
  expect(Math.abs(degrees - Math.hypot(0.05 * seconds, 0.6 * Math.sqrt(seconds)))).toBeLessThan(12);
});

it('all that degrades comes together: dead, moved, a deaf phone, slow beacons, a crowd', () => {
  const all = { deadShare: 0.2, movedShare: 0.05, phoneGainDb: -8, intervalMs: 1000, crowd: true };
  const world = createRadioWorld({ venue: hall, register: testRegister(), seed: 1, variant: all });
  expect(world.beacons.filter(({ dead }) => dead)).toHaveLength(Math.round(0.2 * 192));
  expect(world.beacons.filter(({ moved }) => moved)).toHaveLength(Math.round(0.05 * 192));
  const [sound, degraded] = [listen(1, { phoneGainDb: 0 }, 20), listen(1, all, 20)];
  // a third of the rate, four beacons of five, and what −8 dB, bodies and passers-by take from the weak ones
  expect(degraded.length / sound.length).toBeLessThan((0.8 * 305) / 1005);
  expect(degraded.length / sound.length).toBeGreaterThan(0.02);
});
