import { centroid, distance, multiPolygonContains, type Point } from '@daoyin/geometry';
import { labelText, type Unit, type Venue } from '@daoyin/venue';
import { behindWhite } from '../colour';
import type { Palette } from '../palette';
import type { SceneLanguage } from '../types';
import { type LabelSpec, label, MIN_SCALE, PRIORITY } from './label';
import { type PictogramName, pictogramOf } from './pictograms';
import { spot } from './specs';

/** The doors to the street; one label where several doors side by side have one name. */
export function entranceLabels(venue: Venue, language: SceneLanguage, palette: Palette): LabelSpec[] {
  const labels = venue.openings
    .filter(({ category, name }) => /principal|emergencyexit/.test(category) || labelText(name, language))
    .filter(({ level, line }) => line.length > 1 && onOutline(venue, level, middle(line)))
    .map(({ id, level, line, category, name }) => {
      const emergency = category.includes('emergency');
      const at = { ...middle(line), level, height: 2 };
      return label(
        'entrance',
        id,
        at,
        emergency ? '' : labelText(name, language),
        behindWhite(palette.facility),
        {
          icon: emergency ? 'exit' : 'entrance',
          priority: PRIORITY.entrance - (emergency ? 80 : 0),
          minScale: emergency ? 7 : MIN_SCALE.entrance,
          target: { kind: 'feature', id },
        },
      );
    });
  return labels.filter(
    (a, i) =>
      !labels
        .slice(0, i)
        .some((b) => a.text === b.text && a.at.level === b.at.level && distance(a.at, b.at) < 12),
  );
}

const IMPORTANT = new Set<PictogramName>([
  'information',
  'ticket',
  'restroom',
  'male',
  'female',
  'wheelchair',
]);

const MINOR = new Set<PictogramName>(['wifi', 'cup', 'water', 'terminal', 'phone', 'power']);

export function facilityLabels(venue: Venue, palette: Palette): LabelSpec[] {
  const amenities = venue.amenities.flatMap(({ id, level, category, point }) => {
    const icon = pictogramOf(category);
    if (!icon || icon === 'seat' || icon === 'entrance' || /^(elevator|escalator|stairs)/.test(category))
      return [];
    const important = IMPORTANT.has(icon) ? 30 : 0;
    return label('facility', id, { ...point, level, height: 1.5 }, '', behindWhite(palette.facility), {
      icon,
      priority: PRIORITY.facility + important,
      minScale: important > 0 ? 3 : MINOR.has(icon) ? 10 : MIN_SCALE.facility,
      target: { kind: 'feature', id },
    });
  });
  const near = (unit: Unit) =>
    amenities.some(
      ({ at, icon }) =>
        at.level === unit.level &&
        /restroom|male|wheelchair/.test(icon ?? '') &&
        multiPolygonContains(unit.area, at),
    );
  const restrooms = venue.units.filter((unit) => /^restroom/.test(unit.category) && !near(unit));
  return [
    ...amenities,
    ...restrooms.map((unit) =>
      label('facility', unit.id, spot(unit, 1.2), '', behindWhite(palette.facility), {
        icon: pictogramOf(unit.category)!,
        priority: PRIORITY.facility + 30,
        target: { kind: 'feature', id: unit.id },
      }),
    ),
    ...kioskLabels(venue, palette).filter((kiosk) => !amenities.some((amenity) => sameSign(amenity, kiosk))),
  ];
}

function sameSign(a: LabelSpec, b: LabelSpec): boolean {
  return a.icon === b.icon && a.at.level === b.at.level && distance(a.at, b.at) < 3;
}

function kioskLabels(venue: Venue, palette: Palette): LabelSpec[] {
  return venue.kiosks.flatMap(({ id, level, area, name }) => {
    if (area.length === 0) return [];
    const ticket = /取号|ticket|queue/i.test(Object.values(name).join(' '));
    const at = { ...centroid(area[0]!.outer), level, height: 1.7 };
    return label('facility', id, at, '', behindWhite(palette.facility), {
      icon: ticket ? 'ticket' : 'terminal',
      priority: PRIORITY.facility + (ticket ? 25 : -250),
      minScale: ticket ? 3 : 14,
      target: { kind: 'feature', id },
    });
  });
}

function middle(line: readonly Point[]): Point {
  const [a, b] = [line[0]!, line.at(-1)!];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Whether a point lies on the outline of its level: some of the ground about it is outside. */
function onOutline(venue: Venue, level: string, at: Point): boolean {
  const outline = venue.levels.find(({ shortName }) => shortName === level)?.outline ?? [];
  return [0, 1, 2, 3].some((k) => {
    const angle = (k * Math.PI) / 2;
    return !multiPolygonContains(outline, {
      x: at.x + 0.8 * Math.cos(angle),
      y: at.y + 0.8 * Math.sin(angle),
    });
  });
}
