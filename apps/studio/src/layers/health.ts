import type { Point, ScreenPoint } from '@daoyin/geometry';
import type { Colours } from '../canvas/colours';
import { type HealthKind, healthOf, suspicionOf, useHealth } from '../health/health';
import { beaconsOn } from './beacons';
import type { Layer } from './layer';

const RING = 9; // CSS pixels

/**
 * How the beacons are: a ring in the colour of the worst that holds, dashed for what was never heard, an exclamation mark for what is
 * silent or dead; from a moved one an arrow leads to where walks say that it hangs, with a circle as wide as that is unsure.
 */
export const healthLayer: Layer = {
  id: 'health',
  name: { zh: '信标健康', en: 'Beacon health' },
  kind: 'live',
  on: false,
  paint(context, { document, level, colours, toScreen, view }) {
    const health = useHealth.getState();
    for (const beacon of beaconsOn(document.register.beacons, level)) {
      const [kind] = healthOf(beacon, health);
      if (kind === undefined) continue;
      const place = suspicionOf(beacon, health.verdicts)?.place;
      const at = toScreen(beacon.at);
      if (place?.level === level) arrow(context, at, toScreen(place), place.sd * view.scale, colours);
      ring(context, at, kind, colours);
    }
    context.setLineDash([]);
  },
  pick(at, reach, { document, level }) {
    const health = useHealth.getState();
    const near = (place: Point) => Math.hypot(place.x - at.x, place.y - at.y);
    for (const beacon of beaconsOn(document.register.beacons, level)) {
      const place = suspicionOf(beacon, health.verdicts)?.place;
      if (place?.level === level && near(place) <= reach)
        return { ref: { collection: 'beacons', key: beacon.id }, distance: near(place) };
    }
    return undefined;
  },
};

function ring(
  context: CanvasRenderingContext2D,
  { left, top }: ScreenPoint,
  kind: HealthKind,
  colours: Colours,
): void {
  context.lineWidth = 2.5;
  context.setLineDash(kind === 'never' ? [3, 3] : []);
  context.strokeStyle = colourOf(kind, colours);
  context.beginPath();
  context.arc(left, top, RING, 0, 2 * Math.PI);
  context.stroke();
  if (kind !== 'silent' && kind !== 'dead') return;
  context.fillStyle = colours.error;
  context.fillRect(left - 1.5, top - 22, 3, 7);
  context.fillRect(left - 1.5, top - 13.5, 3, 3);
}

function colourOf(kind: HealthKind, { ok, error, ink, warn }: Colours): string {
  if (kind === 'heard') return ok;
  if (kind === 'never') return ink;
  return kind === 'silent' || kind === 'dead' || kind === 'moved' ? error : warn;
}

function arrow(
  context: CanvasRenderingContext2D,
  from: ScreenPoint,
  to: ScreenPoint,
  unsure: number,
  colours: Colours,
): void {
  const [right, down] = [to.left - from.left, to.top - from.top];
  const angle = Math.atan2(down, right);
  context.strokeStyle = colours.error;
  context.fillStyle = colours.error;
  context.lineWidth = 2;
  context.setLineDash([5, 3]);
  context.beginPath();
  context.moveTo(from.left, from.top);
  context.lineTo(to.left, to.top);
  context.stroke();
  context.setLineDash([]);
  context.beginPath();
  context.arc(to.left, to.top, Math.max(4, unsure), 0, 2 * Math.PI);
  context.stroke();
  context.beginPath();
  for (const turn of [0, 2.6, -2.6]) {
    const length = turn === 0 ? 0 : 10;
    context.lineTo(to.left + length * Math.cos(angle + turn), to.top + length * Math.sin(angle + turn));
  }
  context.fill();
}
