import { centroid, multiPolygonContains, type Point, polygonArea } from '@daoyin/geometry';
import type { FeatureId, Section, ServiceWindow, Unit, Venue } from '@daoyin/venue';
import { parseColour, type Rgb } from '../colour';
import type { Palette } from '../palette';
import type { AreaColours } from '../types';

/** The colour of every area of a venue: what the app gave, and the palette for the rest. */
export interface AreaStyle {
  readonly windowColour: (window: ServiceWindow) => Rgb;
  readonly sectionColour: (section: Section) => Rgb;
  /** Only where the app gave one. */
  readonly unitColour: (unit: Unit) => Rgb | undefined;
  /** Of a unit that holds windows' desks: the colour of its windows. */
  readonly counterColour: (unit: Unit) => Rgb | undefined;
  /** Whether a service section's name already stands at the counter. */
  readonly isInSection: (unit: Unit) => boolean;
}

/** Whether a section is a place to wait: drawn without a colour of its own. */
export function isWaiting(section: Section): boolean {
  return section.category.startsWith('seating') || section.category.startsWith('waiting');
}

/**
 * A window without a colour of its own takes that of the smallest service section around it, else that of the counter or island
 * (the unit around its desk), else a neutral one. Counters and sections go through the palette in the order of their windows.
 */
export function areaStyle(venue: Venue, palette: Palette, given: AreaColours = {}): AreaStyle {
  const taken = { count: 0 };
  const next = () => palette.areas[taken.count++ % palette.areas.length]!;
  const sections = new Map<FeatureId, Rgb>();
  for (const section of venue.sections) {
    const css = given.sections?.get(section.id);
    sections.set(section.id, css || isWaiting(section) ? parseColour(css, palette.neutralArea) : next());
  }
  const serving = venue.sections
    .filter((section) => !isWaiting(section))
    .sort((a, b) => areaOf(a) - areaOf(b));
  const counters = countersOf(venue);
  const units = new Map<FeatureId, Rgb>();
  const windows = new Map<string, Rgb>();
  const sectioned = new Set<FeatureId>();
  for (const window of venue.windows) {
    const section = serving.find(
      (s) => s.level === window.at.level && multiPolygonContains(s.area, window.at),
    );
    const counter = counters.get(window.number);
    if (counter && section) sectioned.add(counter.id);
    if (counter && !units.has(counter.id)) {
      const css = given.windows?.get(window.number) ?? given.units?.get(counter.id);
      units.set(
        counter.id,
        css ? parseColour(css, palette.neutralArea) : section ? sections.get(section.id)! : next(),
      );
    }
    const around = section
      ? sections.get(section.id)!
      : counter
        ? units.get(counter.id)!
        : palette.neutralArea;
    windows.set(window.number, parseColour(given.windows?.get(window.number), around));
  }
  return {
    windowColour: (window) => windows.get(window.number) ?? palette.neutralArea,
    sectionColour: (section) => sections.get(section.id) ?? palette.neutralArea,
    unitColour: (unit) => {
      const css = given.units?.get(unit.id);
      return css ? parseColour(css, palette.neutralArea) : undefined;
    },
    counterColour: (unit) => units.get(unit.id),
    isInSection: (unit) => sectioned.has(unit.id),
  };
}

/** The unit around each window's desk, by window number: a counter or an island with its staff. */
function countersOf(venue: Venue): ReadonlyMap<string, Unit> {
  const fixtures = new Map(venue.fixtures.map((fixture) => [fixture.id, fixture]));
  const staffed = venue.units.filter(({ category, restriction }) => restriction || category === 'nonpublic');
  const found = new Map<string, Unit>();
  for (const window of venue.windows) {
    const ring = fixtures.get(window.fixtureId ?? '')?.area[0]?.outer;
    if (!ring) continue;
    const desk = centroid(ring);
    const unit = staffed.find(
      ({ level, area }) => level === window.at.level && multiPolygonContains(area, desk),
    );
    if (unit) found.set(window.number, unit);
  }
  return found;
}

/** Area in m² of a feature. */
export function areaOf({ area }: { readonly area: Section['area'] }): number {
  return area.reduce((sum, polygon) => sum + polygonArea(polygon), 0);
}

/** Where a feature's name is written: its display point, else the centre of its largest part if that lies inside. */
export function middleOf(area: Section['area'], displayPoint?: Point): Point {
  if (displayPoint) return displayPoint;
  const [largest] = [...area].sort((a, b) => polygonArea(b) - polygonArea(a));
  if (!largest) throw new RangeError('Expected an area with a polygon, got none.');
  const centre = centroid(largest.outer);
  return multiPolygonContains(area, centre) ? centre : widestPoint(area, centre);
}

/** On the horizontal through the centre, the middle of the longest stretch inside; for areas bent around their centre. */
function widestPoint(area: Section['area'], centre: Point): Point {
  const crossings: number[] = [];
  for (const { outer, holes } of area) {
    for (const ring of [outer, ...holes]) {
      ring.forEach((b, i) => {
        const a = ring.at(i - 1)!;
        if (a.y > centre.y !== b.y > centre.y) {
          crossings.push(a.x + ((centre.y - a.y) / (b.y - a.y)) * (b.x - a.x));
        }
      });
    }
  }
  crossings.sort((p, q) => p - q);
  let best = { width: 0, x: centre.x };
  for (let i = 1; i < crossings.length; i += 2) {
    const width = crossings[i]! - crossings[i - 1]!;
    if (width > best.width) best = { width, x: (crossings[i]! + crossings[i - 1]!) / 2 };
  }
  return { x: best.x, y: centre.y };
}
