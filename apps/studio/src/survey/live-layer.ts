import type { VenuePoint } from '@daoyin/geometry';
import type { LayerScene } from '../layers/layer';
import type { LiveState } from './messages';

/** The walk so far, the next stop with the way there, and where the estimator puts the surveyor. */
export function paintLive(context: CanvasRenderingContext2D, scene: LayerScene, live: LiveState): void {
  const { level, toScreen, colours, view } = scene;
  const here = (path: readonly VenuePoint[]) => path.filter((point) => point.level === level);
  for (const way of live.ways) paintLine(context, scene, here(way), colours.ok);
  if (live.next) paintWalk(context, scene, here(live.next.path));
  context.font = '700 12px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const [i, stand] of live.stands.entries()) {
    if (stand.level !== level) continue;
    const { left, top } = toScreen(stand);
    disc(context, left, top, 9, colours.ok);
    context.fillStyle = '#ffffff';
    context.fillText(String(i + 1), left, top + 0.5);
  }
  const { position } = live;
  if (position?.level !== level) return;
  const { left, top } = toScreen(position);
  context.globalAlpha = 0.2;
  disc(context, left, top, (position.accuracy95 ?? 0) * view.scale, colours.select);
  context.globalAlpha = 1;
  disc(context, left, top, 6, colours.select);
}

function disc(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  radius: number,
  colour: string,
): void {
  context.beginPath();
  context.arc(left, top, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
}

function paintLine(
  context: CanvasRenderingContext2D,
  { toScreen }: LayerScene,
  path: readonly VenuePoint[],
  colour: string,
): void {
  context.beginPath();
  for (const [i, point] of path.entries()) {
    const { left, top } = toScreen(point);
    if (i === 0) context.moveTo(left, top);
    else context.lineTo(left, top);
  }
  context.lineWidth = 3;
  context.strokeStyle = colour;
  context.stroke();
}

/** A way that is proposed, from its start to where it ends. */
export function paintWalk(
  context: CanvasRenderingContext2D,
  { toScreen, colours }: LayerScene,
  path: readonly VenuePoint[],
): void {
  if (path.length < 2) return;
  context.beginPath();
  for (const [i, point] of path.entries()) {
    const { left, top } = toScreen(point);
    if (i === 0) context.moveTo(left, top);
    else context.lineTo(left, top);
  }
  context.lineWidth = 5;
  context.lineJoin = 'round';
  context.strokeStyle = colours.surface;
  context.stroke();
  context.lineWidth = 3;
  context.strokeStyle = colours.select;
  context.stroke();
  for (const [point, colour] of [
    [path[0]!, colours.ok],
    [path.at(-1)!, colours.goal],
  ] as const) {
    const { left, top } = toScreen(point);
    context.beginPath();
    context.arc(left, top, 7, 0, 2 * Math.PI);
    context.fillStyle = colour;
    context.fill();
  }
}
