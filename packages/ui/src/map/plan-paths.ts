import type { MultiPolygon, Polyline, Ring } from '@daoyin/geometry';
import type { Venue } from '@daoyin/venue';
import { type AreaPaint, isZone } from './areas';

/** One path of a plan in metres, x east, y south (SVG's way), with the class that colours it. */
export interface PlanPath {
  readonly id: string;
  readonly className: string;
  readonly d: string;
  /** CSS colour, where it has its area's. */
  readonly colour?: string | undefined;
}

/** All paths of a level in the order of drawing: floor, zones, rooms, what stands in them, doors. */
export function planPaths(venue: Venue, level: string, paint: AreaPaint): readonly PlanPath[] {
  const on = <T extends { readonly level: string }>(features: readonly T[]) =>
    features.filter((feature) => feature.level === level);
  const floors = venue.levels
    .filter((storey) => storey.shortName === level)
    .map(({ id, outline }) => ({ id, className: 'plan-floor', d: areaPath(outline) }));
  const sections = on(venue.sections)
    .filter(isZone)
    .map(({ id, area }) => ({
      id,
      className: 'plan-zone',
      d: areaPath(area),
      colour: paint.sections.get(id),
    }));
  const units = on(venue.units).map((unit) => ({
    id: unit.id,
    className: `plan-unit ${unitClass(unit.category, unit.restriction)}`,
    d: areaPath(unit.area),
  }));
  const fixtures = on(venue.fixtures).map(({ id, category, area }) => ({
    id,
    className: `plan-fixture plan-fixture-${category.replace(/\W/g, '-')}`,
    d: areaPath(area),
  }));
  const kiosks = on(venue.kiosks).map(({ id, area }) => ({ id, className: 'plan-kiosk', d: areaPath(area) }));
  const doors = on(venue.openings).map(({ id, line }) => ({ id, className: 'plan-door', d: linePath(line) }));
  const open = units.filter(({ className }) => className.includes('plan-unit-open'));
  const rooms = units.filter(({ className }) => !className.includes('plan-unit-open'));
  return [...floors, ...open, ...sections, ...rooms, ...fixtures, ...kiosks, ...doors];
}

function unitClass(category: string, restriction: string | undefined): string {
  if (restriction !== undefined || category === 'nonpublic') return 'plan-unit-closed';
  if (['walkway', 'lobby', 'foyer', 'unspecified', 'opentobelow.floor'].includes(category))
    return 'plan-unit-open';
  if (category.startsWith('opentobelow')) return 'plan-unit-void';
  if (['elevator', 'stairs', 'escalator', 'ramp', 'steps', 'movingwalkway'].includes(category))
    return 'plan-unit-connector';
  if (category.startsWith('restroom')) return 'plan-unit-toilet';
  return 'plan-unit-room';
}

function areaPath(areas: MultiPolygon): string {
  return areas.flatMap(({ outer, holes }) => [outer, ...holes].map(ringPath)).join('');
}

const ringPath = (ring: Ring): string => `${linePath(ring)}Z`;

function linePath(line: Polyline): string {
  return line.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${x.toFixed(2)} ${(-y).toFixed(2)}`).join('');
}
