import { multiPolygonContains, type Point, venueFrame } from '@daoyin/geometry';
import type { Storey } from './assemble';
import type { ConnectorPlan, Element, KioskElement, WindowElement } from './elements';
import { name } from './elements';
import { HOURS } from './hours';
import { idOf } from './ids';
import { type Feature, feature, geometries, labels, largest } from './imdf';
import { labelPoint } from './label-point';
import { areaOf, at, rect, unite } from './shapes';

/** South-west of the building, near 22 Boai 6th Road; the origin of the venue frame. */
const ORIGIN = [113.392, 22.517] as const;
const frame = venueFrame(ORIGIN);
const { point, line, area } = geometries(frame);
const SITE = rect(-6, -14, 114, 64);
const CREATED = '2017-12-31T00:00:00+08:00';

const VENUE_KEY = 'zhongshan';
const ADDRESS_ID = idOf(`address/${VENUE_KEY}`);
const BUILDING_ID = idOf(`building/${VENUE_KEY}`);
const TITLE = name('中山市行政服务中心', 'Zhongshan Administrative Service Centre');

export const levelId = (level: string): string => idOf(`level/${level}`);
export const occupantId = (number: number): string => idOf(`occupant/window-${number}`);
/** The id of an element, for what refers to it from outside the archive. */
export const elementId = (type: string, level: string, key: string): string =>
  idOf(`${type}/${level}/${key}`);

/** The archive's files by name, in the order in which they are read. */
export function archive(
  storeys: readonly Storey[],
  connectors: readonly ConnectorPlan[],
): ReadonlyMap<string, readonly Feature[]> {
  const files = new Map<string, Feature[]>();
  const add = (features: readonly Feature[]) => {
    for (const item of features)
      files.set(item.feature_type, [...(files.get(item.feature_type) ?? []), item]);
  };
  add(site(storeys));
  for (const storey of storeys) {
    add([levelFeature(storey)]);
    add(storey.units.map((unit) => unitFeature(storey, unit)));
    add(
      storey.elements.filter(({ kind }) => kind !== 'unit').flatMap((element) => features(storey, element)),
    );
  }
  add(storeys.flatMap(geofences));
  add(connectors.map(relationship));
  return new Map([...files].map(([type, list]) => [`${type}.geojson`, list]));
}

export const manifest = {
  version: '1.0.0',
  created: CREATED,
  generated_by:
    'daoyin floorplans/make 1.0.0; illustrative plan, figures from the 2018 Zhongshan yearbook (the year 2017)',
  language: 'zh-Hans',
  extensions: null,
};

function site(storeys: readonly Storey[]): Feature[] {
  const ground = unite(storeys.map(({ outline }) => areaOf(outline)));
  return [
    feature('address', VENUE_KEY, null, {
      address: '东区博爱六路22号',
      unit: null,
      locality: '中山市',
      province: 'CN-GD',
      country: 'CN',
      postal_code: '528403',
      postal_code_ext: null,
      postal_code_vanity: null,
    }),
    feature('venue', VENUE_KEY, area(areaOf(SITE)), {
      category: 'governmentfacility',
      restriction: null,
      name: labels(TITLE),
      alt_name: labels(name('导引示例大厅（示意平面）', 'Daoyin sample hall (illustrative plan)')),
      hours: HOURS,
      phone: null,
      website: null,
      display_point: point(at(0, 0)),
      address_id: ADDRESS_ID,
    }),
    feature('building', VENUE_KEY, null, {
      name: labels(TITLE),
      alt_name: null,
      category: 'unspecified',
      restriction: null,
      display_point: point(at(54, 14)),
      address_id: ADDRESS_ID,
    }),
    feature('footprint', VENUE_KEY, area(areaOf(storeys[0]!.outline)), {
      category: 'ground',
      name: null,
      building_ids: [BUILDING_ID],
    }),
    feature('footprint', `${VENUE_KEY}-aerial`, area(ground), {
      category: 'aerial',
      name: null,
      building_ids: [BUILDING_ID],
    }),
  ];
}

function levelFeature({ level, ordinal, name: title, outline, hall }: Storey): Feature {
  return feature('level', level, area(areaOf(outline)), {
    category: 'unspecified',
    restriction: null,
    outdoor: false,
    ordinal,
    name: labels(title),
    short_name: { 'zh-Hans': level, en: level },
    display_point: point(labelPoint(hall.area[0]!)),
    address_id: ADDRESS_ID,
    building_ids: [BUILDING_ID],
  });
}

function unitFeature({ level }: Storey, unit: Storey['units'][number]): Feature {
  return feature('unit', `${level}/${unit.key}`, area(unit.area), {
    category: unit.category,
    restriction: unit.restriction ?? null,
    accessibility: unit.accessibility?.length ? unit.accessibility : null,
    name: labels(unit.name),
    alt_name: null,
    level_id: levelId(level),
    display_point: point(labelPoint(largest(unit.area))),
  });
}

function unitIdAt(storey: Storey, at: Point): string {
  const unit = storey.units.find(({ area }) => multiPolygonContains(area, at));
  if (!unit) throw new Error(`${storey.level}: no unit at (${at.x}, ${at.y}).`);
  return idOf(`unit/${storey.level}/${unit.key}`);
}

function anchor(storey: Storey, key: string, stand: Point): Feature {
  return feature('anchor', `${storey.level}/${key}`, point(stand), {
    address_id: null,
    unit_id: unitIdAt(storey, stand),
  });
}

function features(storey: Storey, element: Element): Feature[] {
  const { level } = storey;
  const on = { alt_name: null, level_id: levelId(level) };
  switch (element.kind) {
    case 'unit':
      return [];
    case 'opening':
      return [
        feature('opening', `${level}/${element.key}`, line(element.line), {
          category: element.category,
          accessibility: element.accessibility?.length ? element.accessibility : null,
          access_control: element.accessControl ?? null,
          door: element.door ?? null,
          name: labels(element.name),
          display_point: null,
          ...on,
        }),
      ];
    case 'fixture':
      return [fixture(level, element.key, element.category, element.ring, labels(element.name), null)];
    case 'kiosk':
      return kioskFeatures(storey, element);
    case 'section':
      return [
        feature('section', `${level}/${element.key}`, area(areaOf(element.ring)), {
          category: element.category,
          restriction: null,
          accessibility: element.accessibility ?? null,
          name: labels(element.name),
          display_point: null,
          address_id: null,
          correlation_id: null,
          parents: null,
          ...on,
        }),
      ];
    case 'amenity':
      return [
        feature('amenity', `${level}/${element.key}`, point(element.point), {
          category: element.category,
          accessibility: element.accessibility?.length ? element.accessibility : null,
          name: labels(element.name),
          alt_name: null,
          hours: element.hours ?? null,
          phone: null,
          website: null,
          unit_ids: [unitIdAt(storey, element.point)],
          address_id: null,
          correlation_id: null,
        }),
      ];
    case 'window':
      return windowFeatures(storey, element);
    case 'occupant':
      return [
        anchor(storey, element.key, element.stand),
        occupant(element.key, element.name, element.category, `${level}/${element.key}`, element.hours),
      ];
    case 'detail':
      return [feature('detail', `${level}/${element.key}`, line(element.line), { level_id: levelId(level) })];
  }
}

function fixture(
  level: string,
  key: string,
  category: string,
  ring: WindowElement['desk'],
  label: unknown,
  anchorId: string | null,
): Feature {
  return feature('fixture', `${level}/${key}`, area(areaOf(ring)), {
    category,
    name: label,
    alt_name: null,
    anchor_id: anchorId,
    level_id: levelId(level),
    display_point: null,
  });
}

function kioskFeatures(storey: Storey, { key, ring, name: label, stand }: KioskElement): Feature[] {
  const place = anchor(storey, key, stand);
  return [
    place,
    feature('kiosk', `${storey.level}/${key}`, area(areaOf(ring)), {
      name: labels(label),
      alt_name: null,
      anchor_id: place.id,
      level_id: levelId(storey.level),
      display_point: null,
    }),
  ];
}

const windowName = (number: number) => name(`${number}号窗口`, `Window ${number}`);

function windowFeatures(storey: Storey, { number, desk, stand }: WindowElement): Feature[] {
  const key = `window-${number}`;
  const place = anchor(storey, key, stand);
  return [
    place,
    fixture(storey.level, key, 'desk', desk, labels(windowName(number)), place.id),
    occupant(key, windowName(number), 'publicservices.government', `${storey.level}/${key}`, HOURS),
  ];
}

function occupant(
  key: string,
  title: ReturnType<typeof name>,
  category: string,
  anchorKey: string,
  hours: string,
): Feature {
  return feature('occupant', key, null, {
    name: labels(title),
    category,
    anchor_id: idOf(`anchor/${anchorKey}`),
    hours,
    phone: null,
    website: null,
    validity: null,
    correlation_id: null,
  });
}

/** Where being there means something by itself: the area that is open at night, the tax hall, the trading centre. */
const FENCED: Readonly<Record<string, readonly string[]>> = {
  '1F': ['self-service-24h'],
  '2F': ['tax-hall'],
  '3F': ['trading'],
};

function geofences({ level, elements }: Storey): Feature[] {
  return elements
    .filter((element) => element.kind === 'section')
    .filter(({ key }) => FENCED[level]?.includes(key))
    .map(({ key, name: label, ring }) =>
      feature('geofence', `${level}/${key}`, area(areaOf(ring)), {
        category: 'geofence',
        restriction: null,
        name: labels(label),
        alt_name: null,
        correlation_id: null,
        display_point: null,
        building_ids: [BUILDING_ID],
        level_ids: [levelId(level)],
        parents: null,
      }),
    );
}

function relationship({ key, kind, direction, units }: ConnectorPlan): Feature {
  const way = direction === 'down' ? [...units].reverse() : units;
  const references = way.map(([level, unit]) => ({
    id: idOf(`unit/${level}/${unit}`),
    feature_type: 'unit',
  }));
  return feature('relationship', key, null, {
    category: kind,
    direction: direction === 'both' ? 'undirected' : 'directed',
    origin: references[0],
    intermediary: references.length > 2 ? references.slice(1, -1) : null,
    destination: references.at(-1),
    hours: null,
  });
}
