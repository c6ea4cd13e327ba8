import type { Bounds, Point, ScreenPoint } from '@daoyin/geometry';

/** What the camera looks at and from where. `up` is the heading that is up on the screen, `tilt` 0 straight down; radians and metres. */
export interface View extends Point {
  readonly elevation: number;
  readonly distance: number;
  readonly up: number;
  readonly tilt: number;
}

/** The picture: size in CSS pixels, vertical angle of view, and the point where the target is drawn. */
export interface Lens {
  readonly width: number;
  readonly height: number;
  readonly fov: number;
  readonly centre: ScreenPoint;
}

export interface Limits {
  readonly bounds: Bounds;
  readonly minDistance: number;
  readonly maxDistance: number;
  readonly maxTilt: number;
}

/** A venue point with its elevation in metres. */
export interface Point3 extends Point {
  readonly elevation: number;
}

export const NORTH_UP = Math.PI / 2;

/** Pixels for each radian at the middle of the picture. */
export function focal({ height, fov }: Lens): number {
  return height / 2 / Math.tan(fov / 2);
}

/** CSS pixels for one metre at the target. */
export function pixelsPerMetre(view: View, lens: Lens): number {
  return focal(lens) / view.distance;
}

interface Axes {
  readonly right: Point3;
  readonly upward: Point3;
  readonly forward: Point3;
  readonly eye: Point3;
}

/** The camera's axes and place in the venue frame. */
export function axesOf({ x, y, elevation, distance, up, tilt }: View): Axes {
  const [cu, su, ct, st] = [Math.cos(up), Math.sin(up), Math.cos(tilt), Math.sin(tilt)];
  const forward = { x: cu * st, y: su * st, elevation: -ct };
  return {
    right: { x: su, y: -cu, elevation: 0 },
    upward: { x: cu * ct, y: su * ct, elevation: st },
    forward,
    eye: {
      x: x - forward.x * distance,
      y: y - forward.y * distance,
      elevation: elevation - forward.elevation * distance,
    },
  };
}

/** A function from points to pixels with their depth in metres; undefined behind the eye. */
export function projector(
  view: View,
  lens: Lens,
): (p: Point3) => (ScreenPoint & { readonly depth: number }) | undefined {
  const { right, upward, forward, eye } = axesOf(view);
  const f = focal(lens);
  return (p) => {
    const d = { x: p.x - eye.x, y: p.y - eye.y, elevation: p.elevation - eye.elevation };
    const depth = dot(d, forward);
    if (depth < 0.1) return undefined;
    return {
      left: lens.centre.left + (f * dot(d, right)) / depth,
      top: lens.centre.top - (f * dot(d, upward)) / depth,
      depth,
    };
  };
}

/** A function from pixels to the point of the horizontal plane at an elevation below them; undefined where the ray does not meet it in front. */
export function caster(
  view: View,
  lens: Lens,
): (pixel: ScreenPoint, elevation?: number) => Point | undefined {
  const { right, upward, forward, eye } = axesOf(view);
  const f = focal(lens);
  return (pixel, elevation = view.elevation) => {
    const u = (pixel.left - lens.centre.left) / f;
    const v = (lens.centre.top - pixel.top) / f;
    const fall = forward.elevation + right.elevation * u + upward.elevation * v;
    if (Math.abs(fall) < 1e-3) return undefined;
    const t = (elevation - eye.elevation) / fall;
    if (t <= 0 || t > 50 * view.distance) return undefined;
    return {
      x: eye.x + (forward.x + right.x * u + upward.x * v) * t,
      y: eye.y + (forward.y + right.y * u + upward.y * v) * t,
    };
  };
}

/** `caster` for one pixel. */
export function groundAt(
  view: View,
  lens: Lens,
  pixel: ScreenPoint,
  elevation = view.elevation,
): Point | undefined {
  return caster(view, lens)(pixel, elevation);
}

/** The view in which the ground that was below `from` is below `to`. */
export function panned(view: View, lens: Lens, from: ScreenPoint, to: ScreenPoint): View {
  const [a, b] = [groundAt(view, lens, from), groundAt(view, lens, to)];
  return a && b ? { ...view, x: view.x + a.x - b.x, y: view.y + a.y - b.y } : view;
}

/** Nearer by `factor`, with the ground below the pixel kept there. */
export function zoomedAt(view: View, lens: Lens, limits: Limits, factor: number, pixel: ScreenPoint): View {
  const distance = clamp(view.distance / factor, limits.minDistance, limits.maxDistance);
  return keeping(view, { ...view, distance }, lens, pixel);
}

/** Turned by `angle` (the map turns counter-clockwise for a positive one) about the ground below the pixel. */
export function rotatedAt(view: View, lens: Lens, angle: number, pixel: ScreenPoint): View {
  return keeping(view, { ...view, up: turned(view.up - angle) }, lens, pixel);
}

export function tiltedBy(view: View, limits: Limits, angle: number): View {
  return { ...view, tilt: clamp(view.tilt + angle, 0, limits.maxTilt) };
}

function keeping(before: View, after: View, lens: Lens, pixel: ScreenPoint): View {
  const [a, b] = [groundAt(before, lens, pixel), groundAt(after, lens, pixel)];
  if (!a || !b) return after;
  const [dx, dy] = [a.x - b.x, a.y - b.y];
  // Near the horizon a pixel is far away: there, zooming goes to the middle.
  return Math.hypot(dx, dy) > before.distance ? after : { ...after, x: after.x + dx, y: after.y + dy };
}

/** The view held inside its limits. */
export function limited(view: View, { bounds, minDistance, maxDistance, maxTilt }: Limits): View {
  return {
    ...view,
    x: clamp(view.x, bounds.minX, bounds.maxX),
    y: clamp(view.y, bounds.minY, bounds.maxY),
    distance: clamp(view.distance, minDistance, maxDistance),
    tilt: clamp(view.tilt, 0, maxTilt),
  };
}

/** Between two views: angles the short way round, distance by its logarithm. */
export function between(a: View, b: View, t: number): View {
  const mixed = (p: number, q: number) => p + (q - p) * t;
  return {
    x: mixed(a.x, b.x),
    y: mixed(a.y, b.y),
    elevation: mixed(a.elevation, b.elevation),
    distance: Math.exp(mixed(Math.log(a.distance), Math.log(b.distance))),
    up: turned(a.up + angleTo(a.up, b.up) * t),
    tilt: mixed(a.tilt, b.tilt),
  };
}

/** The turn from a to b, in (−π, π]. */
export function angleTo(a: number, b: number): number {
  return turned(b - a);
}

function turned(angle: number): number {
  const wrapped = ((((angle + Math.PI) % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI)) - Math.PI;
  return wrapped === -Math.PI ? Math.PI : wrapped;
}

function dot(a: Point3, b: Point3): number {
  return a.x * b.x + a.y * b.y + a.elevation * b.elevation;
}

function clamp(v: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, v));
}
