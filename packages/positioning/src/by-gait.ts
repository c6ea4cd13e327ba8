import type { Engine } from './engine';

const STEPS_LAST_MS = 600_000;

/** Two engines on the same evidence: `stepping` answers while steps come, `plain` else. */
export function byGaitEngine(plain: Engine, stepping: Engine): Engine {
  let stepMs = Number.NEGATIVE_INFINITY;
  const inCharge = (atMs: number): Engine => (atMs - stepMs < STEPS_LAST_MS ? stepping : plain);
  let askedMs = Number.NEGATIVE_INFINITY;
  return {
    reading(beacon, atMs, rssiDbm, smoothedDbm) {
      plain.reading(beacon, atMs, rssiDbm, smoothedDbm);
      stepping.reading(beacon, atMs, rssiDbm, smoothedDbm);
    },
    step(step) {
      stepMs = step.atMs;
      plain.step?.(step);
      stepping.step?.(step);
    },
    anchor(anchor, level) {
      stepMs = anchor.atMs;
      plain.anchor?.(anchor, level);
      stepping.anchor?.(anchor, level);
    },
    tick(atMs) {
      plain.tick(atMs);
      stepping.tick(atMs);
    },
    positionAt(atMs) {
      askedMs = atMs;
      return inCharge(atMs).positionAt(atMs) ?? plain.positionAt(atMs);
    },
    belief: (atMs) => inCharge(atMs).belief?.(atMs),
    seed: (belief, atMs) => stepping.seed?.(belief, atMs),
    debug: () => inCharge(askedMs).debug?.() ?? { points: [], residuals: [], notes: [] },
  };
}
