import type { Storey } from './assemble';
import { name } from './elements';
import { HOURS } from './hours';
import { type Feature, feature, labels } from './imdf';
import { labelPoint } from './label-point';
import { areaOf, at, rect, unite } from './shapes';
import { ADDRESS_ID, area, BUILDING_ID, point, VENUE_KEY, VENUE_NAME } from './venue-ids';

const SITE = rect(-6, -14, 114, 64);
const ALSO = name('导引示例大厅（示意平面）', 'Daoyin sample hall (illustrative plan)');

/** Address, venue, building and its footprints. */
export function siteFeatures(storeys: readonly Storey[]): Feature[] {
  const above = unite(storeys.map(({ outline }) => areaOf(outline)));
  const footprint = (key: string, category: string, shape: Parameters<typeof area>[0]) =>
    feature('footprint', key, area(shape), { category, name: null, building_ids: [BUILDING_ID] });
  return [
    address(),
    feature('venue', VENUE_KEY, area(areaOf(SITE)), {
      category: 'governmentfacility',
      restriction: null,
      name: labels(VENUE_NAME),
      alt_name: labels(ALSO),
      hours: HOURS,
      phone: null,
      website: null,
      display_point: point(at(0, 0)),
      address_id: ADDRESS_ID,
    }),
    feature('building', VENUE_KEY, null, {
      name: labels(VENUE_NAME),
      alt_name: null,
      category: 'unspecified',
      restriction: null,
      display_point: point(at(54, 14)),
      address_id: ADDRESS_ID,
    }),
    footprint(VENUE_KEY, 'ground', areaOf(storeys[0]!.outline)),
    footprint(`${VENUE_KEY}-aerial`, 'aerial', above),
  ];
}

function address(): Feature {
  return feature('address', VENUE_KEY, null, {
    address: '东区博爱六路22号',
    unit: null,
    locality: '中山市',
    province: 'CN-GD',
    country: 'CN',
    postal_code: '528403',
    postal_code_ext: null,
    postal_code_vanity: null,
  });
}

export function levelFeature({ level, ordinal, name: title, outline, hall }: Storey): Feature {
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
