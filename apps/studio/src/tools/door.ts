import { nearestOnSegment, type Point, ringEdges } from '@daoyin/geometry';
import { drawDoor } from '@daoyin/venue';
import { onLevel } from '../layers/on-level';
import { useStudio } from '../store/studio';
import { far } from './drawing';
import { levelNow, make, newId } from './make';
import { useToolOptions } from './options';
import type { PlanPointer, Tool } from './tool';

export const doorTool: Tool = {
  id: 'door',
  name: { zh: '门', en: 'Door' },
  hint: { zh: '点房间的边，就在那里开门', en: 'Tap the edge of a room to make a door there' },
  key: 'd',
  glyph: 'door',
  cursor: 'crosshair',
  begin: (plan) => {
    let shown: readonly [Point, Point] | undefined;
    return {
      move: (pointer) => {
        shown = doorAt(pointer);
        plan.invalidate();
      },
      tap: (pointer) => {
        const line = doorAt(pointer);
        const id = newId();
        if (line) make(drawDoor({ id, level: levelNow(), line }), 'door.draw', id, 'openings');
      },
      paint: (context, toScreen) => {
        if (!shown) return;
        const [a, b] = shown.map(toScreen) as [ReturnType<typeof toScreen>, ReturnType<typeof toScreen>];
        context.strokeStyle = '#136c40';
        context.lineWidth = 5;
        context.beginPath();
        context.moveTo(a.left, a.top);
        context.lineTo(b.left, b.top);
        context.stroke();
      },
    };
  },
};

/** A door of the set width about the nearest place on the edge of a unit; undefined far from any. */
function doorAt({ at, reach }: PlanPointer): readonly [Point, Point] | undefined {
  const { history, level } = useStudio.getState();
  const { doorWidth } = useToolOptions.getState();
  let best:
    | { readonly point: Point; readonly edge: readonly [Point, Point]; readonly metres: number }
    | undefined;
  for (const { area } of onLevel(history.present.venue.units, level)) {
    for (const ring of area.flatMap(({ outer, holes }) => [outer, ...holes])) {
      for (const edge of ringEdges(ring)) {
        const { point } = nearestOnSegment(at, ...edge);
        const metres = far(point, at);
        if (metres <= 2 * reach && (!best || metres < best.metres)) best = { point, edge, metres };
      }
    }
  }
  if (!best) return undefined;
  const [a, b] = best.edge;
  const length = far(a, b);
  const half = Math.min(doorWidth, length) / 2;
  const middle = Math.min(length - half, Math.max(half, far(a, best.point)));
  const on = (metres: number): Point => ({
    x: a.x + ((b.x - a.x) * metres) / length,
    y: a.y + ((b.y - a.y) * metres) / length,
  });
  return [on(middle - half), on(middle + half)];
}
