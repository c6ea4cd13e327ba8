/** One raw sample as `locate` reads it: device frame, m/s² with gravity, rad/s, or the vector part of the quaternion to east-north-up. */
export type MotionLine =
  | { readonly atMs: number; readonly accelerometer: Triple }
  | { readonly atMs: number; readonly gyroscope: Triple }
  | { readonly atMs: number; readonly rotation_vector: Triple };

type Triple = readonly [x: number, y: number, z: number];

/** What we use of a `DeviceMotionEvent` (W3C Device Orientation and Motion): m/s², and degrees a second about x, y, z. */
export interface MotionEventLike {
  readonly accelerationIncludingGravity: Axes | null;
  readonly rotationRate: Angles | null;
}

interface Axes {
  readonly x: number | null;
  readonly y: number | null;
  readonly z: number | null;
}

interface Angles {
  readonly alpha: number | null;
  readonly beta: number | null;
  readonly gamma: number | null;
}

/** What we use of a `DeviceOrientationEvent`; the compass is Safari's, in degrees clockwise from north, −1 for unknown accuracy. */
export interface OrientationEventLike extends Angles {
  readonly absolute?: boolean;
  readonly webkitCompassHeading?: number;
  readonly webkitCompassAccuracy?: number;
}

/** Turns the browser's events into samples. Give it orientation events too: they tell which sign gravity has here. */
export interface MotionReader {
  motion(event: MotionEventLike, atMs: number): readonly MotionLine[];
  orientation(event: OrientationEventLike, atMs: number): readonly MotionLine[];
}

const RADIANS = Math.PI / 180;
/** Gravity and the pose agree or disagree by more than this before the sign is believed, in m/s². */
const SURE = 3;
/** A compass that is unsure by more degrees than this is left out. */
const COMPASS_SURE = 45;

export function createMotionReader(): MotionReader {
  let up: Triple | undefined;
  let sign: 1 | -1 = 1;
  return {
    motion({ accelerationIncludingGravity: force, rotationRate: rate }, atMs) {
      const lines: MotionLine[] = [];
      const g = force && triple(force.x, force.y, force.z);
      if (g) {
        // Safari's force has the other sign than the standard's: what is up by the pose tells which this is
        const along = up ? dot(g, up) : 0;
        if (Math.abs(along) > SURE) sign = along > 0 ? 1 : -1;
        lines.push({ atMs, accelerometer: scaled(g, sign) });
      }
      // engines give the rates about x, y and z as alpha, beta and gamma, whatever the angles of those names are
      const turning = rate && triple(rate.alpha, rate.beta, rate.gamma);
      if (turning) lines.push({ atMs, gyroscope: scaled(turning, RADIANS) });
      return lines;
    },
    orientation(event, atMs) {
      const pose = triple(event.alpha, event.beta, event.gamma);
      if (!pose) return [];
      const [, beta, gamma] = scaled(pose, RADIANS) as [number, number, number];
      up = [-Math.cos(beta) * Math.sin(gamma), Math.sin(beta), Math.cos(beta) * Math.cos(gamma)];
      const alpha = northward(event);
      return alpha === undefined
        ? []
        : [{ atMs, rotation_vector: rotationVector(alpha * RADIANS, beta, gamma) }];
    },
  };
}

/** Degrees counter-clockwise from north; undefined where the angle is from wherever the phone was switched on. */
function northward({
  alpha,
  absolute,
  webkitCompassHeading: heading,
  webkitCompassAccuracy: accuracy,
}: OrientationEventLike): number | undefined {
  if (heading !== undefined && Number.isFinite(heading)) {
    const unsure = accuracy !== undefined && (accuracy < 0 || accuracy > COMPASS_SURE);
    return unsure ? undefined : 360 - heading;
  }
  return absolute && alpha !== null ? alpha : undefined;
}

/**
 * The vector part of the quaternion device → east-north-up of intrinsic turns about z, x and y (W3C, appendix A.1), with a scalar
 * part that is not negative, as Android's rotation vector has it.
 */
export function rotationVector(alpha: number, beta: number, gamma: number): Triple {
  const [ca, sa] = [Math.cos(alpha / 2), Math.sin(alpha / 2)];
  const [cb, sb] = [Math.cos(beta / 2), Math.sin(beta / 2)];
  const [cg, sg] = [Math.cos(gamma / 2), Math.sin(gamma / 2)];
  const w = ca * cb * cg - sa * sb * sg;
  const vector: Triple = [
    ca * sb * cg - sa * cb * sg,
    ca * cb * sg + sa * sb * cg,
    ca * sb * sg + sa * cb * cg,
  ];
  return w < 0 ? scaled(vector, -1) : vector;
}

function triple(x: number | null, y: number | null, z: number | null): Triple | undefined {
  const all = [x, y, z];
  return all.every((value) => typeof value === 'number' && Number.isFinite(value))
    ? (all as unknown as Triple)
    : undefined;
}

const scaled = ([x, y, z]: Triple, by: number): Triple => [x * by, y * by, z * by];
const dot = (a: Triple, b: Triple): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export type MotionStart =
  | { readonly ok: true; readonly stop: () => void }
  /** `insecure`: the page came without TLS. */
  | { readonly ok: false; readonly kind: 'unsupported' | 'insecure' | 'denied' };

/** What we use of a window. */
export interface MotionWindow {
  readonly isSecureContext?: boolean;
  readonly DeviceMotionEvent?: object | undefined;
  readonly DeviceOrientationEvent?: object | undefined;
  addEventListener(type: string, listener: (event: Event) => void): void;
  removeEventListener(type: string, listener: (event: Event) => void): void;
}

/** Safari's own way to ask, which no other browser has. */
type Asking = { requestPermission?: () => Promise<string> } | undefined;

/** Whether the phone asks its owner before it tells of its motion: then `startMotion` must be called from a tap. */
export function motionNeedsTap({ DeviceMotionEvent: motion }: MotionWindow): boolean {
  return typeof (motion as Asking)?.requestPermission === 'function';
}

/** Listens to the phone's motion; on iOS call it from a tap. What it was told, each once, as lines for the positioning session. */
export async function startMotion(
  page: MotionWindow,
  onLines: (lines: readonly MotionLine[]) => void,
  nowMs: () => number,
): Promise<MotionStart> {
  const { DeviceMotionEvent: motion, DeviceOrientationEvent: orientation } = page;
  if (page.isSecureContext === false) return { ok: false, kind: 'insecure' };
  if (motion === undefined) return { ok: false, kind: 'unsupported' };
  // both are asked within the one tap: Safari shows one question for the two
  const answers = await Promise.all(
    [motion, orientation].map(async (kind: Asking) =>
      kind?.requestPermission === undefined ? 'granted' : kind.requestPermission().catch(() => 'denied'),
    ),
  );
  if (answers[0] !== 'granted') return { ok: false, kind: 'denied' };
  const reader = createMotionReader();
  const tell = (lines: readonly MotionLine[]) => {
    if (lines.length > 0) onLines(lines);
  };
  const moved = (event: Event) => tell(reader.motion(event as Event & MotionEventLike, nowMs()));
  const turned = (event: Event) => tell(reader.orientation(event as Event & OrientationEventLike, nowMs()));
  const listening = [
    ['devicemotion', moved],
    ['deviceorientation', turned],
    ['deviceorientationabsolute', turned],
  ] as const;
  for (const [type, listener] of listening) page.addEventListener(type, listener);
  return {
    ok: true,
    stop: () => {
      for (const [type, listener] of listening) page.removeEventListener(type, listener);
    },
  };
}
