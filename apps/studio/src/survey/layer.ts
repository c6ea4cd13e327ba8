import type { Layer, LayerScene } from '../layers/layer';
import { paintLive, paintWalk } from './live-layer';
import type { CoveragePicture } from './messages';
import { useSurvey } from './store';

const OPACITY = 0.5;
const pictures = new WeakMap<CoveragePicture, OffscreenCanvas>();

/** Where a survey has been, the walk that is proposed next, and what was measured beside what was predicted. */
export const surveyLayer: Layer = {
  id: 'survey',
  name: { zh: '校准走测', en: 'Survey' },
  kind: 'live',
  on: true,
  paint(context, scene) {
    const { pictures: covered, next, measured, live } = useSurvey.getState();
    const level = scene.document.venue.levels.findIndex(({ shortName }) => shortName === scene.level);
    const picture = covered[level];
    if (picture && !measured) paintCoverage(context, scene, picture);
    for (const place of measured ?? []) if (place.level === scene.level) paintMeasured(context, scene, place);
    if (live) return paintLive(context, scene, live);
    if (next)
      paintWalk(
        context,
        scene,
        next.path.filter((point) => point.level === scene.level),
      );
  },
};

function paintCoverage(context: CanvasRenderingContext2D, scene: LayerScene, picture: CoveragePicture): void {
  const { minX, minY, metres, columns, rows } = picture;
  const corner = scene.toScreen({ x: minX, y: minY + rows * metres });
  const other = scene.toScreen({ x: minX + columns * metres, y: minY });
  context.globalAlpha = OPACITY;
  context.imageSmoothingEnabled = false;
  const canvas = canvasOf(picture);
  context.drawImage(canvas, corner.left, corner.top, other.left - corner.left, other.top - corner.top);
  context.globalAlpha = 1;
}

/** Teal where it is known, clear where it is not: one pixel a square, north up. */
function canvasOf(picture: CoveragePicture): OffscreenCanvas {
  const known = pictures.get(picture);
  if (known) return known;
  const { columns, rows, places, unknown } = picture;
  const canvas = new OffscreenCanvas(columns, rows);
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(columns, rows);
  for (const [square, place] of places.entries()) {
    const at = 4 * ((rows - 1 - Math.floor(place / columns)) * columns + (place % columns));
    image.data.set([20, 130, 120, Math.round(255 * (1 - unknown[square]!))], at);
  }
  context.putImageData(image, 0, 0);
  pictures.set(picture, canvas);
  return canvas;
}

/** Two halves: predicted on the left, reached on the right, each as wide as its radius against 3 m. */
function paintMeasured(
  context: CanvasRenderingContext2D,
  { toScreen, colours, view }: LayerScene,
  {
    x,
    y,
    predicted,
    reached,
  }: { readonly x: number; readonly y: number; predicted: number; reached: number },
): void {
  const { left, top } = toScreen({ x, y });
  const radiusOf = (metres: number) => Math.min(3, metres) * view.scale * 0.9;
  for (const [radius, from, colour] of [
    [radiusOf(predicted), Math.PI / 2, colours.select],
    [radiusOf(reached), -Math.PI / 2, colours.error],
  ] as const) {
    context.beginPath();
    context.arc(left, top, radius, from, from + Math.PI);
    context.closePath();
    context.globalAlpha = 0.6;
    context.fillStyle = colour;
    context.fill();
  }
  context.globalAlpha = 1;
}
