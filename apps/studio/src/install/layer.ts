import type { ScreenPoint } from '@daoyin/geometry';
import type { Layer } from '../layers/layer';
import { useStudio } from '../store/studio';
import { useRound } from './store';

/** The round as a line in walking order while its panel is open: what is done in green, the next one ringed. */
export const installLayer: Layer = {
  id: 'install',
  name: { zh: '安装路线', en: 'Installation round' },
  kind: 'live',
  on: true,
  paint(context, { document, level, colours, toScreen }) {
    if (useStudio.getState().panel !== 'install') return;
    const { order, at, done } = useRound.getState();
    const places = new Map(document.register.beacons.map((beacon) => [beacon.id, beacon.at]));
    let before: ScreenPoint | undefined;
    context.lineWidth = 2;
    context.lineCap = 'round';
    for (const [i, id] of order.entries()) {
      const place = places.get(id);
      const here = place?.level === level ? toScreen(place) : undefined;
      if (here && before) {
        context.strokeStyle = done.has(id) ? colours.ok : colours.select;
        context.globalAlpha = 0.55;
        context.beginPath();
        context.moveTo(before.left, before.top);
        context.lineTo(here.left, here.top);
        context.stroke();
        context.globalAlpha = 1;
      }
      if (here && (i === at || done.has(id)))
        ring(context, here, i === at ? colours.goal : colours.ok, i === at);
      before = here;
    }
  },
};

function ring(
  context: CanvasRenderingContext2D,
  { left, top }: ScreenPoint,
  colour: string,
  isNext: boolean,
): void {
  context.strokeStyle = colour;
  context.lineWidth = isNext ? 4 : 2.5;
  context.beginPath();
  context.arc(left, top, isNext ? 16 : 9, 0, 2 * Math.PI);
  context.stroke();
  context.lineWidth = 2;
}
