import type { Beacon } from '@daoyin/venue';
import type { Layer, LayerScene } from './layer';
import { onLevel } from './on-level';

const RADIUS = 6; // CSS pixels
const NAME_SCALE = 14; // pixels a metre from which beacons have names

type Placed = Beacon & { readonly at: NonNullable<Beacon['at']> };

const known = new WeakMap<readonly Beacon[], readonly (Placed & { readonly level: string })[]>();

/** The beacons of a level, retired ones too. */
export function beaconsOn(beacons: readonly Beacon[], level: string): readonly Placed[] {
  const before = known.get(beacons);
  const placed =
    before ??
    beacons.flatMap((beacon) => (beacon.at ? [{ ...beacon, at: beacon.at, level: beacon.at.level }] : []));
  if (!before) known.set(beacons, placed);
  return onLevel(placed, level);
}

/** The beacons, as dots; retired ones are hollow. */
export const beaconsLayer: Layer = {
  id: 'beacons',
  name: { zh: '信标', en: 'Beacons' },
  kind: 'live',
  on: true,
  paint(context, scene) {
    const { document, level, colours, bounds, view } = scene;
    const shown = beaconsOn(document.register.beacons, level).filter(
      ({ at }) => at.x >= bounds.minX && at.x <= bounds.maxX && at.y >= bounds.minY && at.y <= bounds.maxY,
    );
    const radius = Math.min(RADIUS, Math.max(2.5, view.scale * 0.45));
    const draw = (beacons: readonly Placed[]) => {
      const path = new Path2D();
      for (const { at } of beacons) {
        const { left, top } = scene.toScreen(at);
        path.moveTo(left + radius, top);
        path.arc(left, top, radius, 0, 2 * Math.PI);
      }
      return path;
    };
    context.lineWidth = 1.5;
    context.fillStyle = colours.beacon;
    context.strokeStyle = colours.surface;
    const active = draw(shown.filter(({ status }) => status === 'active'));
    context.fill(active);
    context.stroke(active);
    context.strokeStyle = colours.beacon;
    context.stroke(draw(shown.filter(({ status }) => status === 'retired')));
    if (view.scale >= NAME_SCALE) names(context, scene, shown);
  },
  pick(at, reach, { document, level }) {
    let [found, least]: [Placed | undefined, number] = [undefined, reach];
    for (const beacon of beaconsOn(document.register.beacons, level)) {
      const far = Math.hypot(beacon.at.x - at.x, beacon.at.y - at.y);
      if (far <= least) [found, least] = [beacon, far];
    }
    return found && { ref: { collection: 'beacons', key: found.id }, distance: least };
  },
};

function names(context: CanvasRenderingContext2D, scene: LayerScene, beacons: readonly Placed[]): void {
  context.font = '600 11px system-ui, sans-serif';
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineWidth = 3;
  context.strokeStyle = scene.colours.floor;
  context.fillStyle = scene.colours.beacon;
  for (const { id, at } of beacons) {
    const { left, top } = scene.toScreen(at);
    context.strokeText(id, left + RADIUS + 3, top);
    context.fillText(id, left + RADIUS + 3, top);
  }
}
