import { imageToVenue, type ScreenPoint } from '@daoyin/geometry';
import type { Layer, LayerScene } from '../layers/layer';
import { type Underlay, useTracing } from './store';

const MARK = 6; // CSS pixels

/** The picture that is traced, see-through over the plan, with its tie points and known lengths. */
export const tracingLayer: Layer = {
  id: 'tracing',
  name: { zh: '描图底图', en: 'Picture to trace' },
  kind: 'live',
  on: true,
  paint(context, scene) {
    const { underlays, opacity } = useTracing.getState();
    const underlay = underlays[scene.level];
    if (!underlay) return;
    context.save();
    context.globalAlpha = opacity;
    paintPicture(context, scene, underlay);
    context.restore();
    paintTies(context, scene, underlay);
  },
};

function paintPicture(context: CanvasRenderingContext2D, scene: LayerScene, underlay: Underlay): void {
  const { placement, image } = underlay;
  const at = (column: number, row: number) => scene.toScreen(imageToVenue(placement, { column, row }));
  const [origin, right, down] = [at(0, 0), at(1, 0), at(0, 1)];
  context.transform(
    right.left - origin.left,
    right.top - origin.top,
    down.left - origin.left,
    down.top - origin.top,
    origin.left,
    origin.top,
  );
  context.drawImage(image.bitmap, 0, 0);
}

function paintTies(context: CanvasRenderingContext2D, scene: LayerScene, underlay: Underlay): void {
  const { pending, measured } = useTracing.getState();
  const { placement, ties, lengths } = underlay;
  const { colours, toScreen } = scene;
  context.lineWidth = 2;
  context.strokeStyle = colours.goal;
  context.font = '700 12px system-ui, sans-serif';
  context.fillStyle = colours.goal;
  for (const length of measured ? [...lengths, measured] : lengths) {
    const [a, b] = [length.from, length.to].map((end) => toScreen(imageToVenue(placement, end)));
    stroke(context, a!, b!);
    ring(context, a!);
    const text = 'metres' in length ? `${length.metres} m` : '?';
    context.fillText(text, (a!.left + b!.left) / 2 + MARK, (a!.top + b!.top) / 2 - MARK);
  }
  for (const [i, { image, venue }] of ties.entries()) {
    const [shown, wanted] = [toScreen(imageToVenue(placement, image)), toScreen(venue)];
    cross(context, wanted.left, wanted.top);
    stroke(context, shown, wanted);
    context.fillText(String(i + 1), wanted.left + MARK + 2, wanted.top - MARK);
  }
  if (pending) ring(context, toScreen(imageToVenue(placement, pending)));
}

function stroke(context: CanvasRenderingContext2D, from: ScreenPoint, to: ScreenPoint): void {
  context.beginPath();
  context.moveTo(from.left, from.top);
  context.lineTo(to.left, to.top);
  context.stroke();
}

function ring(context: CanvasRenderingContext2D, { left, top }: ScreenPoint): void {
  context.beginPath();
  context.arc(left, top, MARK, 0, 2 * Math.PI);
  context.stroke();
}

function cross(context: CanvasRenderingContext2D, left: number, top: number): void {
  context.beginPath();
  context.moveTo(left - MARK, top);
  context.lineTo(left + MARK, top);
  context.moveTo(left, top - MARK);
  context.lineTo(left, top + MARK);
  context.stroke();
}
