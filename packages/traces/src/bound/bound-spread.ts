import type { Spread } from '../score/score';
import type { BoundPoint } from './bound';

const DIRECTIONS = 24;

/** The errors in metres that a normal estimator with these covariances has: percentiles over all seconds (`max` is 99.9 %), and the root mean square. */
export function boundSpread(points: readonly BoundPoint[]): (Spread & { readonly rms: number }) | undefined {
  if (points.length === 0) return undefined;
  const axes = points.map(({ covariance }) => principalVariances(covariance));
  const quantile = (share: number): number => {
    let [low, high] = [0, 1];
    while (shareWithin(axes, high) < share) high *= 2;
    for (let i = 0; i < 40; i++) {
      const middle = (low + high) / 2;
      if (shareWithin(axes, middle) < share) low = middle;
      else high = middle;
    }
    return high;
  };
  const meanSquare = axes.reduce((sum, [a, b]) => sum + a + b, 0) / axes.length;
  return {
    median: quantile(0.5),
    p75: quantile(0.75),
    p95: quantile(0.95),
    max: quantile(0.999),
    rms: Math.sqrt(meanSquare),
  };
}

type Axes = readonly [a: number, b: number];

function principalVariances([xx, xy, yy]: BoundPoint['covariance']): Axes {
  const [mean, half] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)];
  return [mean + half, Math.max(mean - half, 1e-12)];
}

/**
 * Share of normal errors with one of these variances that are within a radius: an error is ρ(√a cos φ, √b sin φ) with φ uniform and ρ Rayleigh.
 */
function shareWithin(axes: readonly Axes[], radius: number): number {
  let beyond = 0;
  for (const [a, b] of axes) {
    for (let i = 0; i < DIRECTIONS; i++) {
      const angle = ((i + 0.5) * Math.PI) / (2 * DIRECTIONS);
      const variance = a * Math.cos(angle) ** 2 + b * Math.sin(angle) ** 2;
      beyond += Math.exp(-(radius ** 2) / (2 * variance));
    }
  }
  return 1 - beyond / (axes.length * DIRECTIONS);
}
