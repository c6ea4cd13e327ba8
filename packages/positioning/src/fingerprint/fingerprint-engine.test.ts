import { normal, seededRandom } from '@daoyin/geometry';
import type { BeaconRegister } from '@daoyin/venue';
import { describe, expect, it } from 'vitest';
import { calibrate } from '../calibration/calibrate';
import { pathLossDb } from '../calibration/placement';
import type { SurveyWalk } from '../calibration/survey';
import { startEstimator } from '../start-estimator';
import type { Observation, Position } from '../types';

interface Point {
  readonly x: number;
  readonly y: number;
}

const hall = { width: 50, depth: 36 };
/** Fifteen beacons that nobody wrote down, each heard now and then only. */
const hidden = Array.from({ length: 15 }, (_, i) => ({
  id: `B${i}`,
  x: 5 + 10 * (i % 5),
  y: 6 + 12 * Math.floor(i / 5),
}));
const unplaced: BeaconRegister = {
  venue: 'test',
  beacons: hidden.map(({ id }) => ({ id, height: 3, measuredPowerDbm: -59, status: 'active' })),
};
const HEARD_A_SECOND = 6;

/** Readings of somebody who walks along `way` at 1.2 m/s: a few a second, with 3 dB of noise, none below −94 dBm. */
function listen(way: readonly Point[], seed: number, receiverDb = 0) {
  const random = seededRandom(seed);
  const truth = [{ atMs: 0, ...way[0]!, level: '1F' }];
  const readings: { kind: 'reading'; atMs: number; beaconId: string; rssiDbm: number }[] = [];
  for (let leg = 0; leg + 1 < way.length; leg++) {
    const [from, to] = [way[leg]!, way[leg + 1]!];
    const startMs = truth.at(-1)!.atMs;
    const legMs = (1000 * Math.hypot(to.x - from.x, to.y - from.y)) / 1.2;
    for (let t = 0; t < legMs; t += 1000 / HEARD_A_SECOND) {
      const [x, y] = [from.x + (t / legMs) * (to.x - from.x), from.y + (t / legMs) * (to.y - from.y)];
      const { id, x: bx, y: by } = hidden[Math.floor(hidden.length * random())]!;
      const level = receiverDb - 62 - pathLossDb(Math.hypot(bx - x, by - y, 1.8)) + 3 * normal(random);
      if (level > -94)
        readings.push({
          kind: 'reading',
          atMs: Math.round(startMs + t),
          beaconId: id,
          rssiDbm: Math.round(level),
        });
    }
    truth.push({ atMs: Math.round(startMs + legMs), ...to, level: '1F' });
  }
  return { readings, truth };
}

/** Lanes four metres apart, to and fro. */
function surveys(): SurveyWalk[] {
  return [2, 6, 10, 14, 18, 22, 26, 30, 34].map((y, i) =>
    listen(
      [
        { x: 2, y },
        { x: hall.width - 2, y },
        { x: 2, y },
      ],
      100 + i,
    ),
  );
}

const learnt = calibrate(unplaced, surveys()).register;
const round = [
  { x: 8, y: 8 },
  { x: 40, y: 8 },
  { x: 40, y: 28 },
  { x: 8, y: 28 },
];

function stepsOf(truth: SurveyWalk['truth'], bias: number): Observation[] {
  const steps: Observation[] = [];
  for (let leg = 0; leg + 1 < truth.length; leg++) {
    const [from, to] = [truth[leg]!, truth[leg + 1]!];
    const heading = Math.atan2(to.y - from.y, to.x - from.x) + bias;
    for (let atMs = from.atMs + 500; atMs <= to.atMs; atMs += 500)
      steps.push({ kind: 'step', atMs, length: 0.6, heading });
  }
  return steps;
}

function positionsOf(
  register: BeaconRegister,
  observations: readonly Observation[],
  seed = 1,
  name = 'fingerprint',
) {
  const estimator = startEstimator(name, { register, seed });
  const inOrder = [...observations].sort((a, b) => a.atMs - b.atMs);
  const positions: (Position | undefined)[] = [];
  for (const observation of inOrder) {
    while (observation.atMs > 1000 * (positions.length + 1))
      positions.push(estimator.positionAt(1000 * (positions.length + 1)));
    estimator.observe(observation);
  }
  return positions;
}

function placeAt(truth: SurveyWalk['truth'], atMs: number): Point {
  const leg = truth.findLastIndex((point) => point.atMs <= atMs);
  const [from, to] = [truth[leg]!, truth[leg + 1] ?? truth[leg]!];
  const share = (atMs - from.atMs) / Math.max(1, to.atMs - from.atMs);
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}

function errorsOf(positions: readonly (Position | undefined)[], truth: SurveyWalk['truth']): number[] {
  return positions
    .flatMap((position, i) => {
      const at = placeAt(truth, 1000 * (i + 1));
      return position ? [Math.hypot(position.x - at.x, position.y - at.y)] : [];
    })
    .sort((a, b) => a - b);
}

const median = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)]!;
const p95 = (sorted: readonly number[]) => sorted[Math.floor(0.95 * sorted.length)]!;

describe('fingerprints of beacons that nobody placed', () => {
  const walk = listen(round, 7);

  it('locate a walker from a few readings a second, sooner and closer with steps', () => {
    const radio = errorsOf(positionsOf(learnt, walk.readings), walk.truth);
    const stepped = errorsOf(
      positionsOf(learnt, [...walk.readings, ...stepsOf(walk.truth, 0.3)]),
      walk.truth,
    );
    expect(radio.length).toBeGreaterThan(60);
    expect(median(radio)).toBeLessThan(7);
    expect(p95(radio)).toBeLessThan(13);
    expect(median(stepped)).toBeLessThan(0.8 * median(radio));
    expect(p95(stepped)).toBeLessThan(9);
  });

  it('locate with a receiver that hears 12 dB less', () => {
    const deaf = listen(round, 8, -12);
    const errors = errorsOf(positionsOf(learnt, [...deaf.readings, ...stepsOf(deaf.truth, 0)]), deaf.truth);
    expect(median(errors)).toBeLessThan(7.5);
  });

  it('say nothing before three beacons were heard, nor long after the last', () => {
    const one = walk.readings.filter(({ beaconId }) => beaconId === 'B1');
    expect(positionsOf(learnt, one).every((position) => position === undefined)).toBe(true);
    const estimator = startEstimator('fingerprint', { register: learnt, seed: 1 });
    for (const reading of walk.readings) estimator.observe(reading);
    const endMs = walk.readings.at(-1)!.atMs;
    expect(estimator.positionAt(endMs + 2000)).toBeDefined();
    expect(estimator.positionAt(endMs + 60_000)).toBeUndefined();
  });

  it('find the walker again who was carried away', () => {
    const there = listen([round[0]!, { x: 20, y: 8 }], 9);
    const later = listen(
      [
        { x: 42, y: 30 },
        { x: 30, y: 30 },
        { x: 42, y: 30 },
      ],
      10,
    );
    const offMs = there.truth.at(-1)!.atMs;
    const moved = later.readings.map((reading) => ({ ...reading, atMs: reading.atMs + offMs }));
    const last = positionsOf(learnt, [...there.readings, ...moved]).at(-1)!;
    expect(Math.hypot(last.x - 42, last.y - 30)).toBeLessThan(8);
  });

  it('contain the truth in most seconds', () => {
    const positions = positionsOf(learnt, [...walk.readings, ...stepsOf(walk.truth, 0.2)]);
    const inside = positions.map((position, i) => {
      const at = placeAt(walk.truth, 1000 * (i + 1));
      return position ? Math.hypot(position.x - at.x, position.y - at.y) <= position.accuracy95 : undefined;
    });
    const answered = inside.filter((value) => value !== undefined);
    expect(answered.filter(Boolean).length / answered.length).toBeGreaterThan(0.9);
  });

  it('go on from a sign that was scanned', () => {
    const estimator = startEstimator('fingerprint', { register: learnt, seed: 1 });
    estimator.observe({ kind: 'anchor', atMs: 0, at: { x: 30, y: 20, level: '1F' }, sigma: 0.5 });
    for (let atMs = 500; atMs <= 5000; atMs += 500)
      estimator.observe({ kind: 'step', atMs, length: 0.7, heading: 0, headingSd: 0.1 });
    const position = estimator.positionAt(5500)!;
    expect(position.x).toBeGreaterThan(35);
    expect(Math.hypot(position.x - 37, position.y - 20)).toBeLessThan(2.5);
  });

  it('give the same for the same seed, and are what is best where calibrate placed the beacons', () => {
    const first = positionsOf(learnt, walk.readings, 5);
    expect(positionsOf(learnt, walk.readings, 5)).toEqual(first);
    expect(positionsOf(learnt, walk.readings, 5, 'best')).toEqual(first);
  });
});
