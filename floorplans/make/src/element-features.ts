import { multiPolygonContains, type Point, type Ring } from '@daoyin/geometry';
import type { Storey } from './assemble';
import {
  type AmenityElement,
  type Element,
  type KioskElement,
  type Name,
  name,
  type OccupantElement,
  type OpeningElement,
  type SectionElement,
  type UnitElement,
  type WindowElement,
} from './elements';
import { HOURS } from './hours';
import { type Feature, feature, labels, largest } from './imdf';
import { labelPoint } from './label-point';
import { areaOf } from './shapes';
import { area, BUILDING_ID, elementId, levelId, line, point } from './venue-ids';

/** The IMDF features of one element of a storey; a window is a fixture, an anchor and an occupant. */
export function elementFeatures(storey: Storey, element: Element): Feature[] {
  const { level } = storey;
  switch (element.kind) {
    case 'unit':
      return [unitFeature(level, element)];
    case 'opening':
      return [openingFeature(level, element)];
    case 'fixture':
      return [fixtureFeature(level, element.key, element.category, element.ring, element.name)];
    case 'kiosk':
      return kioskFeatures(storey, element);
    case 'section':
      return [sectionFeature(level, element), ...(element.fenced ? [geofence(level, element)] : [])];
    case 'amenity':
      return [amenityFeature(storey, element)];
    case 'window':
      return windowFeatures(storey, element);
    case 'occupant':
      return occupantFeatures(storey, element);
    case 'detail':
      return [feature('detail', `${level}/${element.key}`, line(element.line), { level_id: levelId(level) })];
  }
}

const listOrNull = (list: readonly string[] | undefined) => (list?.length ? list : null);

function unitFeature(level: string, unit: UnitElement): Feature {
  return feature('unit', `${level}/${unit.key}`, area(unit.area), {
    category: unit.category,
    restriction: unit.restriction ?? null,
    accessibility: listOrNull(unit.accessibility),
    name: labels(unit.name),
    alt_name: null,
    level_id: levelId(level),
    display_point: point(labelPoint(largest(unit.area))),
  });
}

function openingFeature(level: string, opening: OpeningElement): Feature {
  return feature('opening', `${level}/${opening.key}`, line(opening.line), {
    category: opening.category,
    accessibility: listOrNull(opening.accessibility),
    access_control: opening.accessControl ?? null,
    door: opening.door ?? null,
    name: labels(opening.name),
    display_point: null,
    alt_name: null,
    level_id: levelId(level),
  });
}

function fixtureFeature(
  level: string,
  key: string,
  category: string,
  ring: Ring,
  label: Name | undefined,
  anchorId?: string,
) {
  return feature('fixture', `${level}/${key}`, area(areaOf(ring)), {
    category,
    name: labels(label),
    alt_name: null,
    anchor_id: anchorId ?? null,
    level_id: levelId(level),
    display_point: null,
  });
}

function sectionFeature(level: string, section: SectionElement): Feature {
  return feature('section', `${level}/${section.key}`, area(areaOf(section.ring)), {
    category: section.category,
    restriction: null,
    accessibility: null,
    name: labels(section.name),
    display_point: null,
    address_id: null,
    correlation_id: null,
    parents: null,
    alt_name: null,
    level_id: levelId(level),
  });
}

function geofence(level: string, { key, ring, name: label }: SectionElement): Feature {
  return feature('geofence', `${level}/${key}`, area(areaOf(ring)), {
    category: 'geofence',
    restriction: null,
    name: labels(label),
    alt_name: null,
    correlation_id: null,
    display_point: null,
    building_ids: [BUILDING_ID],
    level_ids: [levelId(level)],
    parents: null,
  });
}

function amenityFeature(storey: Storey, amenity: AmenityElement): Feature {
  return feature('amenity', `${storey.level}/${amenity.key}`, point(amenity.point), {
    category: amenity.category,
    accessibility: listOrNull(amenity.accessibility),
    name: labels(amenity.name),
    alt_name: null,
    hours: null,
    phone: null,
    website: null,
    unit_ids: [unitIdAt(storey, amenity.point)],
    address_id: null,
    correlation_id: null,
  });
}

function unitIdAt({ units, level }: Storey, at: Point): string {
  const unit = units.find(({ area }) => multiPolygonContains(area, at));
  if (!unit) throw new Error(`${level}: no unit at (${at.x}, ${at.y}).`);
  return elementId('unit', level, unit.key);
}

function anchorFeature(storey: Storey, key: string, stand: Point): Feature {
  return feature('anchor', `${storey.level}/${key}`, point(stand), {
    address_id: null,
    unit_id: unitIdAt(storey, stand),
  });
}

function kioskFeatures(storey: Storey, { key, ring, name: label, stand }: KioskElement): Feature[] {
  const anchor = anchorFeature(storey, key, stand);
  const kiosk = feature('kiosk', `${storey.level}/${key}`, area(areaOf(ring)), {
    name: labels(label),
    alt_name: null,
    anchor_id: anchor.id,
    level_id: levelId(storey.level),
    display_point: null,
  });
  return [anchor, kiosk];
}

function windowFeatures(storey: Storey, { number, desk, stand }: WindowElement): Feature[] {
  const key = `window-${number}`;
  const title = name(`${number}号窗口`, `Window ${number}`);
  const anchor = anchorFeature(storey, key, stand);
  return [
    anchor,
    fixtureFeature(storey.level, key, 'desk', desk, title, anchor.id),
    occupantFeature(key, title, 'publicservices.government', anchor.id, HOURS),
  ];
}

function occupantFeatures(
  storey: Storey,
  { key, name: title, category, stand, hours }: OccupantElement,
): Feature[] {
  const anchor = anchorFeature(storey, key, stand);
  return [anchor, occupantFeature(key, title, category, anchor.id, hours)];
}

function occupantFeature(
  key: string,
  title: Name,
  category: string,
  anchorId: string,
  hours: string,
): Feature {
  return feature('occupant', key, null, {
    name: labels(title),
    category,
    anchor_id: anchorId,
    hours,
    phone: null,
    website: null,
    validity: null,
    correlation_id: null,
  });
}
