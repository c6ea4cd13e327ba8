import { distanceToBoundary, distanceToSegment, multiPolygonContains, type Point } from '@daoyin/geometry';
import { isZone } from '@daoyin/ui';
import type { Fixture, Unit } from '@daoyin/venue';
import type { Colours } from '../canvas/colours';
import { extentOf, grown, type Located, meets } from '../canvas/extent';
import type { Layer, LayerScene, Picked, PickScene } from './layer';
import { onLevel } from './on-level';
import { areaPath, linePath } from './paths';

/** Floors, zones, rooms, what stands in them, doors. */
export const planLayer: Layer = {
  id: 'plan',
  name: { zh: '平面图', en: 'Plan' },
  kind: 'still',
  on: true,
  paint,
  pick,
};

function paint(context: CanvasRenderingContext2D, scene: LayerScene): void {
  const { document, level, colours, view, bounds } = scene;
  const { venue } = document;
  const pixel = 1 / view.scale;
  const seen = grown(bounds, 4 * pixel);
  const visible = <T extends Located & { readonly level: string }>(features: readonly T[]) =>
    onLevel(features, level).filter((feature) => meets(extentOf(feature), seen));
  const fill = (path: Path2D, colour: string) => {
    context.fillStyle = colour;
    context.fill(path, 'evenodd');
  };
  const stroke = (path: Path2D, colour: string, width: number) => {
    context.strokeStyle = colour;
    context.lineWidth = width * pixel;
    context.stroke(path);
  };
  for (const { shortName, outline } of venue.levels) {
    if (shortName !== level) continue;
    fill(areaPath(outline), colours.floor);
    stroke(areaPath(outline), colours.wall, 3);
  }
  const units = visible(venue.units).toSorted((a, b) => Number(isOpenFloor(b)) - Number(isOpenFloor(a)));
  for (const section of visible(venue.sections).filter(isZone)) {
    context.globalAlpha = 0.1;
    fill(areaPath(section.area), colours.select);
    context.globalAlpha = 1;
  }
  for (const unit of units) {
    const path = areaPath(unit.area);
    const colour = unitColour(unit, colours);
    if (colour) fill(path, colour);
    stroke(path, isOpenFloor(unit) ? colours.line : colours.wall, isOpenFloor(unit) ? 0.75 : 1.5);
  }
  for (const { line } of visible(venue.details)) stroke(linePath(line), colours.line, 1);
  for (const fixture of visible(venue.fixtures)) {
    const path = areaPath(fixture.area);
    fill(path, fixtureColour(fixture, colours));
    stroke(path, colours.counterLine, 0.75);
  }
  for (const { area } of visible(venue.kiosks)) {
    fill(areaPath(area), colours.counter);
    stroke(areaPath(area), colours.counterLine, 1.25);
  }
  for (const { line } of visible(venue.openings)) {
    stroke(linePath(line), colours.floor, 5);
    stroke(linePath(line), colours.ok, 2);
  }
}

const isOpenFloor = ({ category, restriction }: Unit): boolean =>
  restriction === undefined && ['walkway', 'lobby', 'foyer', 'unspecified', 'waitingroom'].includes(category);

function unitColour({ category, restriction }: Unit, colours: Colours): string | undefined {
  if (restriction !== undefined || category === 'nonpublic') return colours.closed;
  if (category.startsWith('opentobelow')) return colours.empty;
  if (['elevator', 'stairs', 'escalator', 'ramp', 'steps', 'movingwalkway'].includes(category))
    return colours.connector;
  if (category.startsWith('restroom')) return colours.toilet;
  return ['walkway', 'lobby', 'foyer', 'unspecified'].includes(category) ? undefined : colours.room;
}

function fixtureColour({ category }: Fixture, colours: Colours): string {
  if (category === 'wall') return colours.wall;
  return category === 'vegetation' ? colours.plant : colours.counter;
}

/** Doors and amenities first, as they are small, then what stands there, then the smallest room. */
function pick(at: Point, reach: number, { document, level }: PickScene): Picked | undefined {
  const { venue } = document;
  const near = <T extends Located & { readonly level: string }>(features: readonly T[]) =>
    onLevel(features, level).filter((feature) => meets(grown(extentOf(feature), reach), pointBounds(at)));
  const nearest = nearestOf([
    ...near(venue.openings).map((f) => picked('openings', f.id, distanceToLine(f.line, at))),
    ...near(venue.amenities).map((f) =>
      picked('amenities', f.id, Math.hypot(f.point.x - at.x, f.point.y - at.y)),
    ),
  ]);
  if (nearest && nearest.distance <= reach) return nearest;
  for (const collection of ['kiosks', 'fixtures'] as const) {
    const found = nearestOf(
      near(venue[collection] as readonly Fixture[]).map((f) =>
        picked(collection, f.id, distanceTo(f.area, at)),
      ),
    );
    if (found && found.distance <= reach / 2) return found;
  }
  const rooms = near(venue.units).filter(({ area }) => multiPolygonContains(area, at));
  const room = rooms.reduce<Unit | undefined>(
    (a, b) => (a === undefined || extentArea(b) < extentArea(a) ? b : a),
    undefined,
  );
  return room && picked('units', room.id, 0);
}

const picked = (collection: Picked['ref']['collection'], key: string, distance: number): Picked => ({
  ref: { collection, key },
  distance,
});

const nearestOf = (all: readonly Picked[]): Picked | undefined =>
  all.reduce<Picked | undefined>((a, b) => (a === undefined || b.distance < a.distance ? b : a), undefined);

function distanceTo(area: Unit['area'], at: Point): number {
  return multiPolygonContains(area, at)
    ? 0
    : Math.min(...area.map((polygon) => distanceToBoundary(polygon, at)));
}

function distanceToLine(line: readonly Point[], at: Point): number {
  return Math.min(...line.slice(1).map((b, i) => distanceToSegment(at, line[i]!, b)));
}

const pointBounds = ({ x, y }: Point) => ({ minX: x, maxX: x, minY: y, maxY: y });

function extentArea(unit: Unit): number {
  const { minX, minY, maxX, maxY } = extentOf(unit);
  return (maxX - minX) * (maxY - minY);
}
