import type { Covariance2 } from './accuracy';
import { radius95 } from './accuracy';
import type { Engine } from './engine';
import type { Position } from './types';

/** Squared Mahalanobis distance, smoothed, beyond which the tracker is taken to be lost: χ² with 2 degrees of freedom at 98 %. */
const CONTRADICTION = 8;
/** Share of the old value that a tick of half a second keeps: a memory of about three seconds. */
const MEMORY = 0.85;
/** Part of the squared distance between both that the tracker cannot explain away. */
const DISCREPANCY_SHARE = 0.1;

/**
 * A precise tracker watched by a plain one that cannot get stuck: where they contradict each other for seconds, the tracker starts anew
 * where the walker is, and while they differ the covariance says so. Without an independent watchdog a filter that remembers
 * shadowing can follow its own error (95 % at 58.8 m instead of 4.1 in the reference simulation).
 */
export function watchedEngine(
  startTracker: (seed: number) => Engine,
  watchdog: Engine,
  seed: number,
): Engine {
  let restarts = 0;
  let tracker = startTracker(seed);
  let contradiction = 0;

  const watch = (atMs: number): void => {
    const distance = mahalanobis(tracker.positionAt(atMs), watchdog.positionAt(atMs));
    contradiction = MEMORY * contradiction + (1 - MEMORY) * (distance ?? 0);
    if (contradiction < CONTRADICTION) return;
    restarts++;
    contradiction = 0;
    tracker = startTracker(seed + restarts);
  };

  return {
    reading(beacon, atMs, rssiDbm, smoothedDbm) {
      tracker.reading(beacon, atMs, rssiDbm, smoothedDbm);
      watchdog.reading(beacon, atMs, rssiDbm, smoothedDbm);
    },
    step: (step) => tracker.step?.(step),
    anchor: (anchor, level) => tracker.anchor?.(anchor, level),
    tick(atMs) {
      tracker.tick(atMs);
      watchdog.tick(atMs);
      watch(atMs);
    },
    positionAt(atMs) {
      const tracked = tracker.positionAt(atMs);
      const plain = watchdog.positionAt(atMs);
      return tracked ? withDiscrepancy(tracked, plain) : plain;
    },
    debug() {
      const debug = tracker.debug?.() ?? { points: [], residuals: [], notes: [] };
      const notes = [`contradiction ${contradiction.toFixed(1)} of ${CONTRADICTION}`, `${restarts} restarts`];
      return { ...debug, notes: [...debug.notes, ...notes] };
    },
  };
}

function mahalanobis(a: Position | undefined, b: Position | undefined): number | undefined {
  if (!a || !b || a.level !== b.level) return undefined;
  const [dx, dy] = [a.x - b.x, a.y - b.y];
  const [xx, xy, yy] = a.covariance.map((v, i) => v + b.covariance[i]!) as unknown as Covariance2;
  return (yy * dx * dx - 2 * xy * dx * dy + xx * dy * dy) / (xx * yy - xy * xy);
}

function withDiscrepancy(tracked: Position, plain: Position | undefined): Position {
  if (!plain || plain.level !== tracked.level) return tracked;
  const [dx, dy] = [tracked.x - plain.x, tracked.y - plain.y];
  const [xx, xy, yy] = tracked.covariance;
  const share = DISCREPANCY_SHARE;
  const covariance: Covariance2 = [xx + share * dx * dx, xy + share * dx * dy, yy + share * dy * dy];
  return { ...tracked, covariance, accuracy95: radius95(covariance) };
}
