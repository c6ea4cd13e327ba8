import { expect, it } from 'vitest';
import type { Engine } from './engine';
import { watchedEngine } from './watchdog';

/** An engine that stands at a place, however it is called. */
function standing(x: number, sd = 1): Engine {
  return {
    reading: () => undefined,
    tick: () => undefined,
    positionAt: (atMs) => ({ atMs, x, y: 0, level: '1F', covariance: [sd * sd, 0, sd * sd], accuracy95: 2 }),
  };
}

const silent: Engine = { reading: () => undefined, tick: () => undefined, positionAt: () => undefined };

function seedsAfter(seconds: number, tracked: number, plain: Engine): number[] {
  const seeds: number[] = [];
  const engine = watchedEngine(
    (seed) => {
      seeds.push(seed);
      return standing(tracked);
    },
    plain,
    7,
  );
  for (let atMs = 500; atMs <= seconds * 1000; atMs += 500) engine.tick(atMs);
  return seeds;
}

it('a tracker that contradicts its watchdog for seconds starts anew, with another seed', () => {
  expect(seedsAfter(10, 12, standing(0, 2)).slice(0, 2)).toEqual([7, 8]);
});

it('one that agrees within both their doubts, or whose watchdog says nothing, is left alone', () => {
  expect(seedsAfter(60, 3, standing(0, 2))).toEqual([7]);
  expect(seedsAfter(60, 12, silent)).toEqual([7]);
});

it('while both differ the doubt grows along the line between them', () => {
  const at = watchedEngine(() => standing(6), standing(0, 3), 1).positionAt(0)!;
  expect(at.x).toBe(6);
  expect(at.covariance[0]).toBeGreaterThan(at.covariance[2]);
  expect(at.accuracy95).toBeGreaterThan(2.4);
});

it('before the tracker knows anything the watchdog answers', () => {
  expect(watchedEngine(() => silent, standing(4), 1).positionAt(0)?.x).toBe(4);
});
