import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '@daoyin/geometry';
import { readBeaconRegister, readVenue } from '@daoyin/venue';
import { describe, expect, test } from 'vitest';
import { eigenvalues } from '../accuracy';
import { startEstimator } from '../start-estimator';
import type { EstimatorContext, Observation, Position } from '../types';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const HALL = `${process.env.DAOYIN_DATA ?? `${ROOT}../shared/data`}/hall`;
// Reference data are not part of the repository: set DAOYIN_DATA.
const onRecordedWalk = test.skipIf(!existsSync(HALL));
const PLACES = [0, 8, 16, 24].flatMap((x) => [0, 8, 16].map((y) => ({ x, y })));

describe('the estimator that learns shadowing', () => {
  test('gives nothing before three beacons were heard', () => {
    const estimator = startEstimator('shadowing', context());
    expect(estimator.positionAt(1000)).toBeUndefined();
    for (let i = 0; i < 20; i++) estimator.observe(reading(1000 + i * 100, i % 2, -70));
    expect(estimator.positionAt(3500)).toBeUndefined();
  });

  test('gives the same positions for the same seed', () => {
    expect(track(context(), crossing())).toEqual(track(context(), crossing()));
  });

  test('gives a positive definite covariance throughout', () => {
    const positions = track(context(), crossing());
    expect(positions.length).toBeGreaterThan(15);
    for (const { covariance, accuracy95 } of positions) {
      expect(eigenvalues(covariance)[1]).toBeGreaterThan(0);
      expect(accuracy95).toBeGreaterThan(0);
    }
  });

  test('survives levels that are no numbers and a clock that jumps by an hour', () => {
    const broken = crossing().map((o, i) => (i % 7 === 0 ? reading(o.atMs, 0, Number.NaN) : o));
    const hourLater = crossing().map((o) => ({ ...o, atMs: o.atMs + 3_600_000 }));
    const positions = track(context(), [...broken, ...hourLater]);
    expect(positions.at(-1)!.atMs).toBeGreaterThan(3_600_000);
    for (const { x, y, accuracy95 } of positions)
      expect([x, y, accuracy95].every(Number.isFinite)).toBe(true);
  });

  onRecordedWalk('on a recorded walk: median ≤ 1.6 m, accuracy95 holds ≥ 85 % of seconds', () => {
    const positions = track(recordedContext(), recordedReadings());
    const truth = lines<{ atMs: number; x: number; y: number; level: string }>('walks/001/truth.jsonl');
    const scored = positions.flatMap((position) => {
      const at = truth.find((sample) => sample.atMs >= position.atMs);
      if (!at || at.level !== position.level) return [];
      return [{ error: Math.hypot(position.x - at.x, position.y - at.y), radius: position.accuracy95 }];
    });
    const errors = scored.map(({ error }) => error).sort((a, b) => a - b);
    expect(errors.length).toBeGreaterThan(200);
    expect(errors[errors.length >> 1]).toBeLessThanOrEqual(1.6);
    expect(scored.filter(({ error, radius }) => error <= radius).length / scored.length).toBeGreaterThan(
      0.85,
    );
  });
});

describe('the default estimator', () => {
  test('is silent after 20 s without a reading and finds the walker again', () => {
    const later = crossing().map((observation) => ({ ...observation, atMs: observation.atMs + 90_000 }));
    const positions = track(context(), [...crossing(), ...later], 'best');
    expect(positions.some(({ atMs }) => atMs > 50_000 && atMs < 90_000)).toBe(false);
    expect(positions.at(-1)!.x).toBeCloseTo(crossingX(20_000), -1);
  });

  test('is trilateration where there is no venue', () => {
    expect(track(context(), crossing(), 'best')).toEqual(track(context(), crossing(), 'trilateration'));
  });

  onRecordedWalk('is the shadowing filter where there is a venue', () => {
    const readings = recordedReadings().filter(({ atMs }) => atMs < 20_000);
    expect(track(recordedContext(), readings, 'best')).toEqual(track(recordedContext(), readings));
  });
});

function context(): EstimatorContext {
  const beacons = PLACES.map(({ x, y }, i) => ({
    id: `b${i}`,
    at: { x, y, level: '1F' },
    height: 2.5,
    measuredPowerDbm: -59,
    status: 'active' as const,
  }));
  return { register: { venue: 'test', beacons }, seed: 7 };
}

function reading(atMs: number, beacon: number, rssiDbm: number): Observation {
  return { kind: 'reading', atMs, beaconId: `b${beacon}`, rssiDbm };
}

/** x of a walker who crosses the grid of beacons along y = 8 at 1 m/s from x = 2. */
function crossingX(atMs: number): number {
  return 2 + atMs / 1000;
}

/** Readings of 20 s, five a second of each beacon near enough, with 3 dB of fading. */
function crossing(): Observation[] {
  const random = seededRandom(3);
  const observations: Observation[] = [];
  for (let atMs = 100; atMs <= 20_000; atMs += 200) {
    PLACES.forEach(({ x, y }, beacon) => {
      const distance = Math.hypot(x - crossingX(atMs), y - 8, 1.3);
      const rssiDbm = -59 - 19 * Math.log10(distance) + 6 * (random() - 0.5);
      if (rssiDbm > -90) observations.push(reading(atMs, beacon, rssiDbm));
    });
  }
  return observations;
}

/** Positions at whole seconds, until the last observation. */
function track(
  given: EstimatorContext,
  observations: readonly Observation[],
  name = 'shadowing',
): Position[] {
  const estimator = startEstimator(name, given);
  const positions: Position[] = [];
  let askMs = 1000;
  for (const observation of observations) {
    if (observation.atMs - askMs > 120_000) askMs = Math.floor(observation.atMs / 1000) * 1000;
    for (; askMs < observation.atMs; askMs += 1000) {
      const position = estimator.positionAt(askMs);
      if (position) positions.push(position);
    }
    estimator.observe(observation);
  }
  return positions;
}

function recordedContext(): EstimatorContext {
  const folder = `${HALL}/venue`;
  const names = readdirSync(folder).filter((name) => /\.(geo)?json$/.test(name));
  const read = readVenue(new Map(names.map((name) => [name, readFileSync(`${folder}/${name}`)])));
  if (!read.ok) throw new Error(`The reference venue is unreadable: ${JSON.stringify(read.issues[0])}`);
  const register = readBeaconRegister(readFileSync(`${HALL}/beacons.json`), { venue: read.venue });
  if (!register.ok) throw new Error('The reference register is unreadable.');
  return { register: register.register, venue: read.venue, seed: 1 };
}

function recordedReadings(): Observation[] {
  return lines<{ atMs: number; beacon?: string; rssiDbm: number }>('walks/001/readings.jsonl').flatMap(
    ({ atMs, beacon, rssiDbm }) =>
      beacon === undefined ? [] : [{ kind: 'reading', atMs, beaconId: beacon, rssiDbm }],
  );
}

function lines<T>(file: string): T[] {
  return readFileSync(`${HALL}/${file}`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}
