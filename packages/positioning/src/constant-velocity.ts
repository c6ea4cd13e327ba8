import type { Covariance2 } from './accuracy';

/**
 * A constant-velocity Kalman filter of position fixes in the plane: state (x, y, vx, vy), white acceleration (Bar-Shalom, Li and
 * Kirubarajan 2001, section 6.2.2), velocity that fades over `velocityMemory` seconds since walkers turn and stop.
 */
export class ConstantVelocityFilter {
  private readonly mean = new Float64Array(4);
  private readonly covariance = new Float64Array(16);
  private timeMs: number;

  constructor(
    fix: { readonly x: number; readonly y: number },
    fixCovariance: Covariance2,
    atMs: number,
    private readonly accelerationSd = 0.6,
    private readonly velocityMemory = 6,
  ) {
    this.mean[0] = fix.x;
    this.mean[1] = fix.y;
    this.timeMs = atMs;
    const [xx, xy, yy] = fixCovariance;
    this.covariance.set([xx, xy, 0, 0, xy, yy, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1]);
  }

  get atMs(): number {
    return this.timeMs;
  }

  /** The state at a later time, without changing the filter. */
  predicted(atMs: number): { readonly x: number; readonly y: number; readonly covariance: Covariance2 } {
    const { mean, covariance } = this.propagated(atMs);
    return { x: mean[0]!, y: mean[1]!, covariance: [covariance[0]!, covariance[1]!, covariance[5]!] };
  }

  /** Takes a fix and gives its squared Mahalanobis distance from the prediction (innovation test: 2 degrees of freedom). */
  update(x: number, y: number, fixCovariance: Covariance2, atMs: number): number {
    const { mean, covariance: p } = this.propagated(atMs);
    const [rxx, rxy, ryy] = fixCovariance;
    const [sxx, sxy, syy] = [p[0]! + rxx, p[1]! + rxy, p[5]! + ryy]; // S = H P Hᵀ + R
    const determinant = sxx * syy - sxy * sxy;
    const [ixx, ixy, iyy] = [syy / determinant, -sxy / determinant, sxx / determinant];
    const [vx, vy] = [x - mean[0]!, y - mean[1]!]; // y = z − H x
    const gain = new Float64Array(8); // K = P Hᵀ S⁻¹
    for (let i = 0; i < 4; i++) {
      gain[2 * i] = p[4 * i]! * ixx + p[4 * i + 1]! * ixy;
      gain[2 * i + 1] = p[4 * i]! * ixy + p[4 * i + 1]! * iyy;
    }
    for (let i = 0; i < 4; i++) {
      this.mean[i] = mean[i]! + gain[2 * i]! * vx + gain[2 * i + 1]! * vy;
      for (let j = 0; j < 4; j++) {
        this.covariance[4 * i + j] = p[4 * i + j]! - gain[2 * i]! * p[j]! - gain[2 * i + 1]! * p[4 + j]!;
      }
    }
    symmetrise(this.covariance);
    this.timeMs = atMs;
    return vx * (ixx * vx + ixy * vy) + vy * (ixy * vx + iyy * vy);
  }

  private propagated(atMs: number): { mean: Float64Array; covariance: Float64Array } {
    const dt = Math.max(0, (atMs - this.timeMs) / 1000);
    const decay = Math.exp(-dt / this.velocityMemory);
    const reach = this.velocityMemory * (1 - decay); // ∫ of the fading velocity over dt
    const [x, y, vx, vy] = this.mean as unknown as [number, number, number, number];
    const mean = Float64Array.of(x + reach * vx, y + reach * vy, decay * vx, decay * vy);
    const p = this.covariance;
    const out = new Float64Array(16);
    const q = this.accelerationSd ** 2;
    const noise = [(q * dt ** 3) / 3, (q * dt ** 2) / 2, q * dt] as const;
    for (let i = 0; i < 2; i++) {
      for (let j = 0; j < 2; j++) {
        const pp = p[4 * i + j]!;
        const pv = p[4 * i + j + 2]!;
        const vp = p[4 * (i + 2) + j]!;
        const vv = p[4 * (i + 2) + j + 2]!;
        const same = i === j ? 1 : 0;
        out[4 * i + j] = pp + reach * (pv + vp) + reach * reach * vv + same * noise[0];
        out[4 * i + j + 2] = decay * (pv + reach * vv) + same * noise[1];
        out[4 * (i + 2) + j] = decay * (vp + reach * vv) + same * noise[1];
        out[4 * (i + 2) + j + 2] = decay * decay * vv + same * noise[2];
      }
    }
    return { mean, covariance: out };
  }
}

function symmetrise(p: Float64Array): void {
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < i; j++) {
      const mean = (p[4 * i + j]! + p[4 * j + i]!) / 2;
      p[4 * i + j] = mean;
      p[4 * j + i] = mean;
    }
  }
}
