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
}

/** A window without a colour of its own takes that of the smallest section around it, else of its unit, else a neutral one. */
export function areaStyle(venue: Venue, palette: Palette, given: AreaColours = {}): AreaStyle {
  const sections = new Map<FeatureId, Rgb>();
  venue.sections.forEach((section, i) => {
    const fallback = palette.areas[i % palette.areas.length]!;
    sections.set(section.id, parseColour(given.sections?.get(section.id), fallback));
  });
  const bySize = [...venue.sections].sort((a, b) => areaOf(a) - areaOf(b));
  const unitColour = (unit: Unit): Rgb | undefined => {
    const css = given.units?.get(unit.id);
    return css ? parseColour(css, palette.neutralArea) : undefined;
  };
  const windows = new Map<string, Rgb>();
  for (const window of venue.windows) {
    const section = bySize.find(
      (s) => s.level === window.at.level && multiPolygonContains(s.area, window.at),
    );
    const around = section ? sections.get(section.id)! : palette.neutralArea;
    windows.set(window.number, parseColour(given.windows?.get(window.number), around));
  }
  return {
    windowColour: (window) => windows.get(window.number) ?? palette.neutralArea,
    sectionColour: (section) => sections.get(section.id) ?? palette.neutralArea,
    unitColour,
  };
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
