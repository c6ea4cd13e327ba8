import type { Point } from '@daoyin/geometry';

/** x' = a·x + c·y + e, y' = b·x + d·y + f. */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const IDENTITY: Affine = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
/** From the coordinates of an object whose extrusion points down: seen from above it is mirrored (DXF Reference, arbitrary axis). */
export const MIRRORED: Affine = { ...IDENTITY, a: -1 };

export function transformed({ a, b, c, d, e, f }: Affine, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** First `inner`, then `outer`. */
export function composed(outer: Affine, inner: Affine): Affine {
  const origin = transformed(outer, { x: inner.e, y: inner.f });
  return {
    a: outer.a * inner.a + outer.c * inner.b,
    b: outer.b * inner.a + outer.d * inner.b,
    c: outer.a * inner.c + outer.c * inner.d,
    d: outer.b * inner.c + outer.d * inner.d,
    e: origin.x,
    f: origin.y,
  };
}

export function moved(by: Point): Affine {
  return { ...IDENTITY, e: by.x, f: by.y };
}

/** Scaled, then turned counter-clockwise by `angle` radians. */
export function turned(angle: number, scaleX = 1, scaleY = 1): Affine {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return { a: cos * scaleX, b: sin * scaleX, c: -sin * scaleY, d: cos * scaleY, e: 0, f: 0 };
}
