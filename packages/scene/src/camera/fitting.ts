import { type Lens, type Point3, panned, projector, type View } from './view';

/** The view, with the given up and tilt, in which all points fill the part of the picture inside the margins (CSS pixels). */
export function fitting(
  points: readonly Point3[],
  lens: Lens,
  up: number,
  tilt: number,
  margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number },
): View {
  const n = Math.max(1, points.length);
  const mean = (pick: (p: Point3) => number) => points.reduce((sum, p) => sum + pick(p), 0) / n;
  let view: View = {
    x: mean((p) => p.x),
    y: mean((p) => p.y),
    elevation: mean((p) => p.elevation),
    distance: 400,
    up,
    tilt,
  };
  const width = Math.max(40, lens.width - margins.left - margins.right);
  const height = Math.max(40, lens.height - margins.top - margins.bottom);
  const middle = { left: margins.left + width / 2, top: margins.top + height / 2 };
  for (let i = 0; i < 10; i++) {
    const box = screenBox(points, view, lens);
    if (!box) break;
    const scale = Math.max((box.right - box.left) / width, (box.bottom - box.top) / height);
    view = panned(view, lens, { left: (box.left + box.right) / 2, top: (box.top + box.bottom) / 2 }, middle);
    view = { ...view, distance: Math.max(1, view.distance * scale) };
  }
  return view;
}

function screenBox(points: readonly Point3[], view: View, lens: Lens) {
  const project = projector(view, lens);
  const seen = points.flatMap((p) => project(p) ?? []);
  if (seen.length === 0) return undefined;
  return {
    left: Math.min(...seen.map((p) => p.left)),
    right: Math.max(...seen.map((p) => p.left)),
    top: Math.min(...seen.map((p) => p.top)),
    bottom: Math.max(...seen.map((p) => p.top)),
  };
}
