import { normal, seededRandom } from '@daoyin/geometry';
import { describe, expect, it } from 'vitest';
import { compareWalk } from './compare';
import { poolScores, scoreWalk, spreadOf } from './score';
import type { PositionLine, TruthPoint } from './truth';

/** A walk east at 1 m/s from (0, 0), sampled every `everyMs`. */
function walkEast(minutes: number, everyMs = 500): TruthPoint[] {
  return Array.from({ length: (minutes * 60_000) / everyMs + 1 }, (_, i) => ({
    atMs: i * everyMs,
    x: (i * everyMs) / 1000,
    y: 0,
    level: '1F',
  }));
}

function everySecond(minutes: number, place: (t: number) => Partial<PositionLine>): PositionLine[] {
  return Array.from({ length: minutes * 60 + 1 }, (_, t) => ({
    atMs: t * 1000,
    x: t,
    y: 0,
    level: '1F',
    ...place(t),
  }));
}

describe('errors', () => {
  it('a perfect track has no error, the right level, no lag and is never lost', () => {
    const score = scoreWalk(
      walkEast(1),
      everySecond(1, () => ({ accuracy95: 0.1 })),
    );
    expect(score.error).toEqual({ median: 0, p75: 0, p95: 0, max: 0 });
    expect(score).toMatchObject({ scored: 61, levelAccuracy: 1, levelAccuracySteady: 1, coverage95: 1 });
    expect(score.lag!.seconds).toBe(0);
    expect(score.lost.tracks).toBe(0);
    expect(score.firstFix!.median).toBe(0);
  });

  it('percentiles interpolate between order statistics', () => {
    expect(spreadOf([4, 1, 5, 3, 2])).toEqual({ median: 3, p75: 4, p95: 4.8, max: 5 });
    expect(spreadOf([4, 1])!.median).toBe(2.5);
    expect(spreadOf([])).toBeUndefined();
  });

  it('truth is interpolated between its lines at the time of the position', () => {
    const score = scoreWalk(walkEast(1, 2000), [{ atMs: 10_700, x: 10.7, y: 3, level: '1F' }]);
    expect(score.error!.median).toBeCloseTo(3, 12);
  });

  it('nothing is scored before the truth starts, after it ends or in a gap of it', () => {
    const truth = walkEast(1).filter(({ atMs }) => atMs < 20_000 || atMs > 30_000);
    const positions = [-1000, 25_000, 61_000].map((atMs) => ({ atMs, x: 99, y: 0, level: '1F' }));
    expect(scoreWalk(truth, positions).scored).toBe(0);
    expect(scoreWalk(truth, []).error).toBeUndefined();
  });

  it('sparse truth is scored at its own times only, with the nearest position within a second', () => {
    const truth = [0, 8000, 20_000].map((atMs) => ({ atMs, x: atMs / 1000, y: 0, level: '1F' }));
    const positions = [7400, 8300, 12_000, 18_900].map((atMs) => ({ atMs, x: 0, y: 0, level: '1F' }));
    const { scored } = compareWalk(truth, positions);
    expect(scored.map(({ atMs, position }) => [atMs, position.atMs])).toEqual([[8000, 8300]]);
  });

  it('lines out of order score the same', () => {
    const [truth, positions] = [walkEast(1), everySecond(1, (t) => ({ y: t % 3 }))];
    expect(scoreWalk(truth.toReversed(), positions.toReversed())).toEqual(scoreWalk(truth, positions));
  });
});

describe('honesty', () => {
  it('a radius of 2.45 σ of a round error covers 95 % of it', () => {
    const random = seededRandom(5);
    const positions = everySecond(60, (t) => ({
      x: t + normal(random),
      y: normal(random),
      accuracy95: 2.4477,
    }));
    expect(scoreWalk(walkEast(60), positions).coverage95).toBeCloseTo(0.95, 2);
  });

  it('positions that say no accuracy have no coverage', () => {
    expect(
      scoreWalk(
        walkEast(1),
        everySecond(1, () => ({})),
      ).coverage95,
    ).toBeUndefined();
  });
});

describe('levels', () => {
  const truth = walkEast(1).map((line) => ({ ...line, level: line.atMs < 30_000 ? '1F' : '2F' }));

  it('a change noticed late is wrong seconds, but not wrong steady seconds', () => {
    const score = scoreWalk(
      truth,
      everySecond(1, (t) => ({ level: t < 32 ? '1F' : '2F' })),
    );
    expect(score.levelAccuracy).toBeCloseTo(59 / 61, 10);
    expect(score.levelAccuracySteady).toBe(1);
    expect(score.levelChange).toMatchObject({ changes: 1, missed: 0, latency: { median: 2 } });
  });

  it('a change never noticed is missed', () => {
    const score = scoreWalk(
      truth,
      everySecond(1, () => ({})),
    );
    expect(score.levelChange).toEqual({ changes: 1, missed: 1, false: 0, latency: undefined });
  });

  it('a change that nobody made is false, once, and to go back is right', () => {
    const positions = everySecond(1, (t) => ({ level: t > 10 && t < 15 ? '2F' : '1F' }));
    expect(scoreWalk(walkEast(1), positions).levelChange).toMatchObject({ changes: 0, false: 1 });
  });

  it('a level that a lift only passes is no change', () => {
    const ride = walkEast(1).map((line) => ({
      ...line,
      level: line.atMs < 30_000 ? '1F' : line.atMs < 33_000 ? '2F' : '3F',
    }));
    const positions = everySecond(1, (t) => ({ level: t < 34 ? '1F' : '3F' }));
    expect(scoreWalk(ride, positions).levelChange).toMatchObject({ changes: 1, latency: { max: 1 } });
  });
});

describe('the track', () => {
  it('a track two seconds behind has a lag of 2 s and 2 m', () => {
    const truth = walkEast(2).map((line) => ({ ...line, y: 5 * Math.sin(line.x / 8) }));
    const positions = everySecond(2, (t) => ({ x: t - 2, y: 5 * Math.sin((t - 2) / 8) })).slice(2);
    const { lag } = scoreWalk(truth, positions);
    expect(lag!.seconds).toBeCloseTo(2, 1);
    expect(lag!.metres).toBeGreaterThan(1.6);
  });

  it('is lost only when it is more than 10 m off for more than 10 s', () => {
    const off = (seconds: number) => everySecond(1, (t) => (t >= 20 && t <= 20 + seconds ? { y: 11 } : {}));
    expect(scoreWalk(walkEast(1), off(10)).lost.tracks).toBe(0);
    expect(scoreWalk(walkEast(1), off(11)).lost).toEqual({ tracks: 1, seconds: 11 });
  });

  it('a track that is lost to the end is lost', () => {
    const positions = everySecond(1, (t) => (t > 30 ? { y: 50 } : {}));
    expect(scoreWalk(walkEast(1), positions).lost).toEqual({ tracks: 1, seconds: 29 });
  });

  it('the first fix is timed from the start of the truth, and a bad one is not a good one', () => {
    const score = scoreWalk(walkEast(1), everySecond(1, (t) => ({ y: t < 9 ? 4 : 0 })).slice(5));
    expect(score.firstFix!.median).toBe(5);
    expect(score.firstFixBelow3m).toMatchObject({ median: 9, never: 0 });
  });

  it('a silence is the longest gap, also at the end', () => {
    const positions = everySecond(1, () => ({})).filter(({ atMs }) => atMs < 40_000);
    expect(scoreWalk(walkEast(1), positions).longestGapSeconds).toBe(21);
  });
});

describe('jitter at rest', () => {
  const rest = walkEast(3).map((line) => ({ ...line, x: Math.min(line.x, 30) }));

  it('a dot that rests has none, whatever its error', () => {
    expect(
      scoreWalk(
        rest,
        everySecond(3, () => ({ x: 35 })),
      ).jitterAtRest,
    ).toMatchObject({ max: 0, rests: 3 });
  });

  it('is the farthest that the dot moves in a minute of rest', () => {
    const positions = everySecond(3, (t) => ({ x: t < 100 ? 30 : 30.5 }));
    const jitter = scoreWalk(rest, positions).jitterAtRest!;
    expect(jitter.rests).toBe(3);
    expect(jitter.max).toBe(0.5);
  });

  it('a walker who never stands has none to measure', () => {
    expect(
      scoreWalk(
        walkEast(1),
        everySecond(1, () => ({})),
      ).jitterAtRest,
    ).toBeUndefined();
  });
});

it('pooling counts every position of every walk once', () => {
  const bad = compareWalk(
    walkEast(1),
    everySecond(1, () => ({ y: 6 })),
  );
  const good = compareWalk(
    walkEast(2),
    everySecond(2, () => ({})),
  );
  const score = poolScores([bad, good]);
  expect(score).toMatchObject({ walks: 2, scored: 61 + 121, error: { median: 0, max: 6 } });
  expect(score.firstFixBelow3m).toMatchObject({ median: 0, never: 1 });
});
