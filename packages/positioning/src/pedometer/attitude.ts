import type { InertialSample } from '../types';

type Vector = readonly [x: number, y: number, z: number];

/** How the device is held, and which way it points over the ground. */
export interface Attitude {
  /** Up in the device frame, a unit vector; undefined before anything told it. */
  readonly up: Vector | undefined;
  /** Heading of the device's forward axis in radians, counter-clockwise from east; undefined where nothing tells turns. */
  readonly heading: number | undefined;
  /** Whether the heading counts from east, by a rotation vector, or from wherever the device pointed at first. */
  readonly absolute: boolean;
}

const STALE_MS = 500;
const LONGEST_GYRO_GAP_MS = 250;
const GRAVITY_SECONDS = 0.8;
const GRAVITY_WITH_GYROSCOPE_SECONDS = 2;
/** Indoors the compass errs by tens of degrees within metres, the gyroscope by a degree a minute: the compass is averaged for so long. */
const COMPASS_SECONDS = 60;
const FIRST_COMPASS_SECONDS = 0.2;
/** The forward axis stands too steep to have a heading below this length over the ground. */
const LEVEL_ENOUGH = 0.35;

/**
 * Folds inertial samples into the attitude. Up comes from the rotation vector, or from gravity carried on by the gyroscope
 * (a complementary filter: Mahony et al. 2008). The heading integrates the gyroscope about gravity and is drawn slowly to the rotation
 * vector's, because steel bends the compass indoors. Forward is the device's top edge while it lies in the hand, its
 * back while it stands.
 */
export class AttitudeFilter implements Attitude {
  up: Vector | undefined;
  private gravityMs = Number.NEGATIVE_INFINITY;
  private rotationMs = Number.NEGATIVE_INFINITY;
  private gyroscopeMs = Number.NEGATIVE_INFINITY;
  private compass: number | undefined;
  private turned = 0;
  private offset: number | undefined;
  private averagedSeconds = FIRST_COMPASS_SECONDS;

  get absolute(): boolean {
    return this.offset !== undefined || this.compass !== undefined;
  }

  get heading(): number | undefined {
    if (this.gyroscopeMs === Number.NEGATIVE_INFINITY) return this.compass;
    return wrapAngle(this.turned + (this.offset ?? 0));
  }

  add({ kind, atMs, xyz }: InertialSample): void {
    if (kind === 'rotation_vector') this.rotate(atMs, xyz);
    else if (kind === 'gyroscope') this.turn(atMs, xyz);
    else this.weigh(atMs, xyz);
  }

  private rotate(atMs: number, [x, y, z]: Vector): void {
    const squared = x * x + y * y + z * z;
    if (squared > 1.05) return;
    const shrink = 1 / Math.sqrt(Math.max(1, squared));
    const [a, b, c, w] = [x * shrink, y * shrink, z * shrink, Math.sqrt(Math.max(0, 1 - squared))];
    const seconds = Math.min(0.5, Math.max(0, (atMs - this.rotationMs) / 1000));
    this.rotationMs = atMs;
    this.up = [2 * (a * c - w * b), 2 * (b * c + w * a), 1 - 2 * (a * a + b * b)];
    // The forward axis (0, 1, −1)/√2 in east and north.
    const east = (2 * (a * b - w * c) - 2 * (a * c + w * b)) * Math.SQRT1_2;
    const north = (1 - 2 * (a * a + c * c) - 2 * (b * c - w * a)) * Math.SQRT1_2;
    if (Math.hypot(east, north) < LEVEL_ENOUGH) return;
    this.compass = Math.atan2(north, east);
    const off = wrapAngle(this.compass - this.turned);
    this.averagedSeconds = Math.min(COMPASS_SECONDS, this.averagedSeconds + seconds);
    const share = Math.min(1, seconds / this.averagedSeconds);
    this.offset = this.offset === undefined ? off : this.offset + share * wrapAngle(off - this.offset);
  }

  private turn(atMs: number, rate: Vector): void {
    const elapsed = atMs - this.gyroscopeMs;
    this.gyroscopeMs = atMs;
    if (elapsed > LONGEST_GYRO_GAP_MS) {
      // Nobody knows how far the device turned meanwhile.
      if (this.offset !== undefined) this.averagedSeconds = FIRST_COMPASS_SECONDS;
      return;
    }
    const { up } = this;
    if (!up || !(elapsed > 0)) return;
    const seconds = elapsed / 1000;
    this.turned += seconds * (rate[0] * up[0] + rate[1] * up[1] + rate[2] * up[2]);
    if (atMs - this.rotationMs < STALE_MS) return;
    // What is fixed in the world turns backwards in the device: u̇ = −ω × u.
    this.up = unit([
      up[0] - seconds * (rate[1] * up[2] - rate[2] * up[1]),
      up[1] - seconds * (rate[2] * up[0] - rate[0] * up[2]),
      up[2] - seconds * (rate[0] * up[1] - rate[1] * up[0]),
    ]);
  }

  private weigh(atMs: number, force: Vector): void {
    const elapsed = (atMs - this.gravityMs) / 1000;
    this.gravityMs = atMs;
    if (atMs - this.rotationMs < STALE_MS) return;
    const { up } = this;
    if (!up) {
      this.up = unit(force);
      return;
    }
    const slow = atMs - this.gyroscopeMs < STALE_MS ? GRAVITY_WITH_GYROSCOPE_SECONDS : GRAVITY_SECONDS;
    const share = 1 - Math.exp(-Math.min(1, Math.max(0, elapsed)) / slow);
    const towards = unit(force) ?? up;
    this.up =
      unit([
        up[0] + share * (towards[0] - up[0]),
        up[1] + share * (towards[1] - up[1]),
        up[2] + share * (towards[2] - up[2]),
      ]) ?? up;
  }
}

/** An angle brought to −π … π. */
export function wrapAngle(angle: number): number {
  return angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
}

function unit([x, y, z]: Vector): Vector | undefined {
  const length = Math.hypot(x, y, z);
  return length > 1e-6 ? [x / length, y / length, z / length] : undefined;
}
