import type { MultiPolygon, Point } from '@daoyin/geometry';
import { type Entity, entitiesOf } from '@daoyin/venue';
import type { Located } from '../canvas/extent';
import type { Ref } from '../store/studio';
import type { Layer, LayerScene } from './layer';

/** What is selected and what the pointer is over. */
export const selectionLayer: Layer = {
  id: 'selection',
  name: { zh: '选中', en: 'Selection' },
  kind: 'live',
  on: true,
  paint(context, scene) {
    const { selection, hovered, colours } = scene;
    if (hovered) outline(context, scene, hovered, colours.select, 2, true);
    for (const ref of selection) outline(context, scene, ref, colours.goal, 2.5, false);
  },
};

function outline(
  context: CanvasRenderingContext2D,
  scene: LayerScene,
  ref: Ref,
  colour: string,
  width: number,
  isFaint: boolean,
): void {
  const entity = entityOf(scene, ref);
  if (!entity || levelOf(entity) !== scene.level) return;
  const { area, line, point, at } = entity as Located;
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.globalAlpha = isFaint ? 0.6 : 1;
  const path = new Path2D();
  if (area) for (const ring of ringsOf(area)) trace(path, scene, ring, true);
  else if (line) trace(path, scene, line, false);
  else if (point ?? at) {
    const { left, top } = scene.toScreen((point ?? at)!);
    path.arc(left, top, 11, 0, 2 * Math.PI);
  }
  context.stroke(path);
  context.globalAlpha = 1;
}

const ringsOf = (area: MultiPolygon): readonly (readonly Point[])[] =>
  area.flatMap(({ outer, holes }) => [outer, ...holes]);

function trace(path: Path2D, scene: LayerScene, points: readonly Point[], isClosed: boolean): void {
  for (const [i, point] of points.entries()) {
    const { left, top } = scene.toScreen(point);
    if (i === 0) path.moveTo(left, top);
    else path.lineTo(left, top);
  }
  if (isClosed) path.closePath();
}

/** What a reference means in the document that is shown. */
export function entityOf(
  { document }: Pick<LayerScene, 'document'>,
  { collection, key }: Ref,
): Entity | undefined {
  return entitiesOf(document, collection).find(({ id }) => id === key);
}

export function levelOf(entity: Entity): string | undefined {
  const { level, at } = entity as { readonly level?: string; readonly at?: { readonly level?: string } };
  return at?.level ?? level;
}
