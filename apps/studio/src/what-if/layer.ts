import type { Layer, LayerScene } from '../layers/layer';
import { useWhatIf } from './store';

const LEAST_S = 5;
const [SMALLEST, LARGEST] = [5, 18]; // CSS pixels

/** Whose visitors walk more or less: a disc at each window, as large as the change, red for more and green for less. */
export const whatIfLayer: Layer = {
  id: 'what-if',
  name: { zh: '推演：谁走得更多', en: 'What-if: who walks more' },
  kind: 'live',
  on: true,
  paint(context, scene) {
    const { result } = useWhatIf.getState();
    if (!result) return;
    const places = new Map(scene.document.venue.windows.map(({ number, at }) => [number, at]));
    for (const { window, walk } of result.change.windows) {
      const at = places.get(window);
      const more = walk.after.count && walk.before.count ? walk.after.mean - walk.before.mean : 0;
      if (at?.level !== scene.level || Math.abs(more) < LEAST_S) continue;
      disc(context, scene, at, more);
    }
  },
};

function disc(
  context: CanvasRenderingContext2D,
  { toScreen, colours }: LayerScene,
  at: { readonly x: number; readonly y: number },
  seconds: number,
): void {
  const { left, top } = toScreen(at);
  context.beginPath();
  context.arc(left, top, Math.min(LARGEST, SMALLEST + Math.sqrt(Math.abs(seconds))), 0, 2 * Math.PI);
  context.globalAlpha = 0.85;
  context.fillStyle = seconds > 0 ? colours.error : colours.ok;
  context.fill();
  context.globalAlpha = 1;
  context.fillStyle = colours.surface;
  context.font = '700 11px system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(seconds > 0 ? '+' : '−', left, top);
}
