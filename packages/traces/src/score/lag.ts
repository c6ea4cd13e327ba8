import { distance } from '@daoyin/geometry';
import { type ScoredPosition, type TruthPoint, truthAt } from './truth';

const WALKING_MPS = 0.3;
const LONGEST_LAG_MS = 8000;
const LAG_STEP_MS = 100;
/** An error counts at most this much, so that one lost minute does not set the lag. */
const ERROR_CAP_M = 10;

/**
 * How far the track runs behind the walker. `seconds` is the delay of the truth, from −2 to 8 s, that fits the positions best (least mean error,
 * capped at 10 m each); `metres` is the mean along-track error, positive behind. Only seconds of walking on the right level count.
 */
export function lagOf(
  truth: readonly TruthPoint[],
  scored: readonly ScoredPosition[],
): { readonly seconds: number; readonly metres: number } | undefined {
  const walking = scored.flatMap((one) => {
    const velocity = velocityAt(truth, one.atMs);
    return one.levelRight && velocity !== undefined && velocity.speed > WALKING_MPS
      ? [{ ...one, velocity }]
      : [];
  });
  if (walking.length < 10) return undefined;
  const behind = walking.map(({ position, truth: at, velocity }) => {
    return ((at.x - position.x) * velocity.x + (at.y - position.y) * velocity.y) / velocity.speed;
  });
  return {
    seconds: bestDelay(truth, walking) / 1000,
    metres: behind.reduce((sum, metres) => sum + metres, 0) / behind.length,
  };
}

function bestDelay(truth: readonly TruthPoint[], walking: readonly ScoredPosition[]): number {
  let best = { delay: 0, error: Infinity };
  for (let delay = -2000; delay <= LONGEST_LAG_MS; delay += LAG_STEP_MS) {
    let sum = 0;
    let n = 0;
    for (const { atMs, position } of walking) {
      const at = truthAt(truth, atMs - delay);
      if (at === undefined) continue;
      sum += Math.min(ERROR_CAP_M, distance(position, at));
      n++;
    }
    if (n > walking.length / 2 && sum / n < best.error) best = { delay, error: sum / n };
  }
  return best.delay;
}

function velocityAt(
  truth: readonly TruthPoint[],
  atMs: number,
): { readonly x: number; readonly y: number; readonly speed: number } | undefined {
  const a = truthAt(truth, atMs - 500);
  const b = truthAt(truth, atMs + 500);
  if (a === undefined || b === undefined || a.level !== b.level) return undefined;
  return { x: b.x - a.x, y: b.y - a.y, speed: distance(a, b) };
}
