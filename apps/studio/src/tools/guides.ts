import type { Point, ScreenPoint } from '@daoyin/geometry';

/** The lines that show along what a dragged thing was snapped. */
export function paintGuides(
  context: CanvasRenderingContext2D,
  toScreen: (point: Point) => ScreenPoint,
  guides: readonly (readonly [Point, Point])[],
): void {
  dashed(context);
  for (const [p, q] of guides) {
    const [a, b] = [toScreen(p), toScreen(q)];
    context.beginPath();
    context.moveTo(a.left, a.top);
    context.lineTo(b.left, b.top);
    context.stroke();
  }
  context.setLineDash([]);
}

export function dashed(context: CanvasRenderingContext2D): void {
  context.strokeStyle = '#cf2231';
  context.lineWidth = 1;
  context.setLineDash([5, 4]);
}
