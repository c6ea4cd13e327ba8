import type { Point, VenuePoint } from '@daoyin/geometry';
import type { Route } from '@daoyin/routing';

/**
 * One run of a route on one level as a strip: the vertex shader pushes each vertex sideways, so that the width can follow the zoom.
 * `push` is in units of half the width, `along` in metres of the whole route, `side` −1 or 1, `cap` beyond 0 outside the ends.
 */
export interface RibbonArrays {
  readonly level: string;
  readonly positions: Float32Array;
  readonly push: Float32Array;
  readonly shape: Float32Array; // along, side, cap for each vertex
  readonly indices: Uint16Array;
}

/** A ride or climb between two storeys. */
export interface Climb {
  readonly from: VenuePoint;
  readonly to: VenuePoint;
  /** Metres of the route before it. */
  readonly along: number;
}

export interface RouteDrawing {
  readonly ribbons: readonly RibbonArrays[];
  readonly climbs: readonly Climb[];
  readonly length: number;
}

const FILLET = 0.7; // metres
const LIFT = 0.06;

/** The strips and climbs of a route. Runs follow the legs, so that a climb never lies on a floor. */
export function drawRoute(route: Route): RouteDrawing {
  const ribbons: RibbonArrays[] = [];
  const climbs: Climb[] = [];
  let along = 0;
  for (const leg of route.legs) {
    if (leg.kind === 'connector') climbs.push({ from: leg.from, to: leg.to, along });
    else {
      const ribbon = ribbonOf(leg.level, leg.path, along);
      if (ribbon) ribbons.push(ribbon);
    }
    along += leg.length;
  }
  return { ribbons, climbs, length: along };
}

/** The strip of one polyline with rounded corners and ends; none for a line without length. */
export function ribbonOf(level: string, path: readonly Point[], start = 0): RibbonArrays | undefined {
  const line = rounded(withoutRepeats(path), FILLET);
  if (line.length < 2) return undefined;
  const positions: number[] = [];
  const push: number[] = [];
  const shape: number[] = [];
  const add = (at: Point, nudge: Point, along: number, cap: number, forward: Point) => {
    for (const side of [-1, 1]) {
      positions.push(at.x, LIFT, -at.y);
      const [px, py] = [side * nudge.x + cap * forward.x, side * nudge.y + cap * forward.y];
      push.push(px, -py);
      shape.push(along, side, cap);
    }
  };
  let along = start;
  line.forEach((at, i) => {
    const forward = directionAt(line, i);
    const nudge = miter(line, i);
    if (i > 0) along += Math.hypot(at.x - line[i - 1]!.x, at.y - line[i - 1]!.y);
    if (i === 0) add(at, nudge, along, -1, forward);
    add(at, nudge, along, 0, forward);
    if (i === line.length - 1) add(at, nudge, along, 1, forward);
  });
  const indices: number[] = [];
  for (let i = 0; i + 3 < positions.length / 3; i += 2) indices.push(i, i + 2, i + 1, i + 1, i + 2, i + 3);
  return {
    level,
    positions: new Float32Array(positions),
    push: new Float32Array(push),
    shape: new Float32Array(shape),
    indices: new Uint16Array(indices),
  };
}

function withoutRepeats(path: readonly Point[]): Point[] {
  return path.filter((p, i) => i === 0 || Math.hypot(p.x - path[i - 1]!.x, p.y - path[i - 1]!.y) > 0.02);
}

/** Each corner replaced by a quadratic curve that begins and ends at most `radius` from it. */
export function rounded(path: readonly Point[], radius: number): Point[] {
  const out: Point[] = [];
  path.forEach((p, i) => {
    const [a, b] = [path[i - 1], path[i + 1]];
    if (!a || !b) {
      out.push(p);
      return;
    }
    const [la, lb] = [Math.hypot(a.x - p.x, a.y - p.y), Math.hypot(b.x - p.x, b.y - p.y)];
    const reach = Math.min(radius, la / 2, lb / 2);
    const [s, t] = [toward(p, a, reach / la), toward(p, b, reach / lb)];
    for (let k = 0; k <= 6; k++) {
      const u = k / 6;
      out.push(toward(toward(s, p, u), toward(p, t, u), u));
    }
  });
  return withoutRepeats(out);
}

function toward(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

function directionAt(line: readonly Point[], i: number): Point {
  const a = line[Math.max(0, i - 1)]!;
  const b = line[Math.min(line.length - 1, i + 1)]!;
  return unit(a, b);
}

/** The left normal, longer at a bend so that the strip keeps its width; at most twice. */
function miter(line: readonly Point[], i: number): Point {
  const before = i > 0 ? unit(line[i - 1]!, line[i]!) : unit(line[0]!, line[1]!);
  const after = i < line.length - 1 ? unit(line[i]!, line[i + 1]!) : before;
  const sum = { x: before.x + after.x, y: before.y + after.y };
  const length = Math.hypot(sum.x, sum.y);
  if (length < 1e-6) return { x: -before.y, y: before.x };
  const scale = Math.min(2, 2 / (length * length));
  return { x: -sum.y * scale, y: sum.x * scale };
}

function unit(a: Point, b: Point): Point {
  const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
  return { x: (b.x - a.x) / length, y: (b.y - a.y) / length };
}
