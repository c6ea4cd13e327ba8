import { type Change, diffDocuments } from '@daoyin/venue';
import type { Located } from '../canvas/extent';
import { type StudioDocument, useStudio } from '../store/studio';
import { useSync } from '../store/sync';
import type { Layer, LayerScene } from './layer';

let known:
  | { readonly from: StudioDocument; readonly to: StudioDocument; readonly changes: readonly Change[] }
  | undefined;

/** What the draft changes of what is live, in colours, while it is reviewed: added green, removed red, changed blue with where it was. */
export const changesLayer: Layer = {
  id: 'changes',
  name: { zh: '改动', en: 'Changes' },
  kind: 'live',
  on: true,
  paint(context, scene) {
    const { live } = useSync.getState();
    if (!live || useStudio.getState().panel !== 'changes') return;
    const { document, colours } = scene;
    if (known?.from !== live.document || known.to !== document)
      known = { from: live.document, to: document, changes: diffDocuments(live.document, document) };
    for (const { kind, before, after } of known.changes) {
      if (kind === 'added') outline(context, scene, after, colours.ok, []);
      else if (kind === 'removed') outline(context, scene, before, colours.error, [6, 4]);
      else {
        outline(context, scene, before, colours.select, [4, 4]);
        outline(context, scene, after, colours.select, []);
      }
    }
  },
};

function outline(
  context: CanvasRenderingContext2D,
  scene: LayerScene,
  entity: object | undefined,
  colour: string,
  dashes: readonly number[],
): void {
  const { area, line, point, at, level } = entity as Located & { readonly at?: { readonly level?: string } };
  if ((at?.level ?? level) !== scene.level) return;
  const path = new Path2D();
  const trace = (points: readonly { readonly x: number; readonly y: number }[], isClosed: boolean) => {
    for (const [i, corner] of points.entries()) {
      const { left, top } = scene.toScreen(corner);
      if (i === 0) path.moveTo(left, top);
      else path.lineTo(left, top);
    }
    if (isClosed) path.closePath();
  };
  if (area) for (const { outer } of area) trace(outer, true);
  else if (line) trace(line, false);
  else {
    const { left, top } = scene.toScreen((point ?? at)!);
    path.moveTo(left + 10, top);
    path.arc(left, top, 10, 0, 2 * Math.PI);
  }
  context.strokeStyle = colour;
  context.lineWidth = 3;
  context.setLineDash([...dashes]);
  context.stroke(path);
  context.setLineDash([]);
}
