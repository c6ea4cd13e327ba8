import type { Layer, LayerScene } from '../layers/layer';
import type { MapPicture } from './messages';
import { colourOf } from './scale';
import { useAccuracy } from './store';

const OPACITY = 0.62;
const pictures = new WeakMap<MapPicture, OffscreenCanvas>();

/** The predicted accuracy as colours over the floor, and the places that a search proposes. It shows while its panel does. */
export const accuracyLayer: Layer = {
  id: 'accuracy',
  name: { zh: '定位精度', en: 'Accuracy' },
  kind: 'live',
  on: true,
  paint(context, scene) {
    const { picture, search } = useAccuracy.getState();
    const level = scene.document.venue.levels.findIndex(({ shortName }) => shortName === scene.level);
    if (picture?.shown.level === level) paintMap(context, scene, picture);
    const proposed = search?.search.kind === 'rank' ? [] : (search?.chosen ?? []);
    for (const [i, { id, beacon }] of proposed.entries()) {
      const at = (beacon ?? scene.document.register.beacons.find((one) => one.id === id))?.at;
      if (at?.level === scene.level) paintProposal(context, scene, at, String(i + 1), beacon !== undefined);
    }
  },
};

function paintMap(context: CanvasRenderingContext2D, scene: LayerScene, picture: MapPicture): void {
  const { minX, minY, metres, columns, rows } = picture;
  const corner = scene.toScreen({ x: minX, y: minY + rows * metres });
  const other = scene.toScreen({ x: minX + columns * metres, y: minY });
  context.globalAlpha = OPACITY;
  context.imageSmoothingEnabled = false;
  context.drawImage(
    canvasOf(picture),
    corner.left,
    corner.top,
    other.left - corner.left,
    other.top - corner.top,
  );
}

/** One pixel a square, north up; made once for each map. */
function canvasOf(picture: MapPicture): OffscreenCanvas {
  const known = pictures.get(picture);
  if (known) return known;
  const { columns, rows, places, values, shown } = picture;
  const canvas = new OffscreenCanvas(columns, rows);
  const context = canvas.getContext('2d')!;
  const image = context.createImageData(columns, rows);
  for (const [square, place] of places.entries()) {
    const at = 4 * ((rows - 1 - Math.floor(place / columns)) * columns + (place % columns));
    image.data.set([...colourOf(shown.measure, values[square]!), 255], at);
  }
  context.putImageData(image, 0, 0);
  pictures.set(picture, canvas);
  return canvas;
}

const MARK = 11; // CSS pixels

/** A numbered mark: a ring for a beacon to hang, a cross over one that could go. */
function paintProposal(
  context: CanvasRenderingContext2D,
  scene: LayerScene,
  at: { readonly x: number; readonly y: number },
  text: string,
  isNew: boolean,
): void {
  const { left, top } = scene.toScreen(at);
  context.globalAlpha = 1;
  context.beginPath();
  context.arc(left, top, MARK, 0, 2 * Math.PI);
  context.fillStyle = isNew ? scene.colours.select : scene.colours.error;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = scene.colours.surface;
  context.stroke();
  context.fillStyle = scene.colours.surface;
  context.font = '700 12px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, left, top + 0.5);
}
