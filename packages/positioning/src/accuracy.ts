/** Covariance of (x, y) in m²: [xx, xy, yy]. */
export type Covariance2 = readonly [xx: number, xy: number, yy: number];

/** Eigenvalues of a symmetric 2 × 2 matrix, the larger first. */
export function eigenvalues([xx, xy, yy]: Covariance2): readonly [number, number] {
  const mean = (xx + yy) / 2;
  const spread = Math.hypot((xx - yy) / 2, xy);
  return [mean + spread, mean - spread];
}

/**
 * Radius in metres of the circle round the mean that holds 95 % of a normal distribution with this covariance.
 * Leenhouts, "On the computation of bi-normal radial error" (Navigation 32, 1985), as in the FGDC's positioning accuracy standard.
 */
export function radius95(covariance: Covariance2): number {
  return radius95OfAxes(...eigenvalues(covariance));
}

/** The same from the variances along the principal axes, in m². */
export function radius95OfAxes(major: number, minor: number): number {
  if (!(major > 0)) return 0;
  const ratio = Math.sqrt(Math.max(0, minor) / major); // c
  const factor = 1.96079 + ratio * (0.004071 + ratio * (0.114276 + ratio * 0.371625));
  return factor * Math.sqrt(major);
}

/** The covariance with its eigenvalues no smaller than `floor` m², so that it is positive definite. */
export function atLeast([xx, xy, yy]: Covariance2, floor: number): Covariance2 {
  const lift = Math.max(0, floor - eigenvalues([xx, xy, yy])[1]);
  return [xx + lift, xy, yy + lift];
}

const LEAST_SCALE = 0.85;
const MOST_SCALE = 1.7;

/**
 * What to scale a fit's covariance by (Birge 1932), given half the mean square of what readings miss in their own variances: 0.5 where the model
 * is right, more where beacons are dead or moved, in a crowd. Straight between bounds, as found in simulated worlds, sound and degraded.
 */
export function scaleAsMissed(costOfReading: number): number {
  return Math.min(MOST_SCALE, Math.max(LEAST_SCALE, 0.5 + 1.1 * costOfReading));
}
