import { type Point, venueFrame } from '@daoyin/geometry';
import type { BeaconRegister } from './types';

/** A feature as it stands in a file, open to any change. */
export interface TinyFeature {
  id: string;
  type: 'Feature';
  feature_type: string;
  geometry: { type: string; coordinates: unknown } | null;
  properties: Record<string, unknown>;
}

export type TinyFeatures = Record<string, TinyFeature[]>;

const ORIGIN = [113.39, 22.52] as const;
const FRAME = venueFrame(ORIGIN);
const TYPES =
  'address amenity anchor building detail fixture footprint geofence kiosk level occupant opening';
const MORE_TYPES = 'relationship section unit venue';

/** The UUID of a feature of the tiny archive by its name, such as `unit hall-1F`. */
export function idOf(name: string): string {
  let hash = 0x811c9dc5; // FNV-1a
  const words = [0, 1, 2, 3].map((salt) => {
    for (const character of `${salt}${name}`)
      hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
    return hash.toString(16).padStart(8, '0');
  });
  const hex = words.join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}

/**
 * A valid archive of two storeys of 20 × 12 m: a hall with an entrance, a room, a lift and stairs on each, windows 1 and 2 on
 * 1F and 3 on 2F. `change` may break it before it is written.
 */
export function tinyArchive(change: (features: TinyFeatures) => void = () => undefined): Map<string, string> {
  const features: TinyFeatures = Object.fromEntries(
    `${TYPES} ${MORE_TYPES}`.split(' ').map((type) => [type, []]),
  );
  addVenue(features);
  for (const [ordinal, level] of ['1F', '2F'].entries()) addStorey(features, level, ordinal);
  addWindow(features, '1F', 1, 3.5);
  addWindow(features, '1F', 2, 5.5);
  addWindow(features, '2F', 3, 3.5);
  addConnector(features, 'elevator', 'lift');
  addConnector(features, 'stairs', 'stairs');
  change(features);
  const files = Object.entries(features).map(([type, list]) => {
    return [`${type}.geojson`, JSON.stringify({ type: 'FeatureCollection', features: list })] as const;
  });
  const manifest = { version: '1.0.0', created: '2026-01-01T00:00:00Z', language: 'zh-Hans' };
  return new Map([...files, ['manifest.json', JSON.stringify(manifest)]]);
}

/** The feature of a name, to change it: `featureOf(features, 'opening room-1F')`. */
export function featureOf(features: TinyFeatures, name: string): TinyFeature {
  const found = features[name.split(' ')[0]!]?.find(({ id }) => id === idOf(name));
  if (!found) throw new Error(`The tiny archive has no ${name}.`);
  return found;
}

/** A closed GeoJSON ring of a rectangle in metres. */
export function rectangle(x0: number, y0: number, x1: number, y1: number): (readonly number[])[] {
  const corners = [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
    [x0, y0],
  ] as const;
  return corners.map(([x, y]) => lngLat(x, y));
}

export function lngLat(x: number, y: number): readonly number[] {
  return FRAME.venueToLngLat({ x, y } satisfies Point);
}

/** Four beacons that hang well in the tiny archive. */
export function tinyRegister(): BeaconRegister {
  const places = [
    [5, 4, '1F'],
    [15, 4, '1F'],
    [5, 4, '2F'],
    [15, 4, '2F'],
  ] as const;
  const beacons = places.map(([x, y, level], i) => ({
    id: `B${i + 1}`,
    uuid: 'fda50693-a4e2-4fb1-afcf-c6eb07647825',
    major: 1,
    minor: i + 1,
    at: { x, y, level },
    height: 3,
    measuredPowerDbm: -59,
    status: 'active' as const,
  }));
  return { venue: 'tiny', beacons };
}

function add(
  features: TinyFeatures,
  name: string,
  geometry: TinyFeature['geometry'],
  properties: Record<string, unknown>,
): void {
  const type = name.split(' ')[0]!;
  features[type]!.push({ id: idOf(name), type: 'Feature', feature_type: type, geometry, properties });
}

const polygon = (...sides: [number, number, number, number]) => ({
  type: 'Polygon',
  coordinates: [rectangle(...sides)],
});
const line = (x0: number, y0: number, x1: number, y1: number) => ({
  type: 'LineString',
  coordinates: [lngLat(x0, y0), lngLat(x1, y1)],
});
const point = (x: number, y: number) => ({ type: 'Point', coordinates: lngLat(x, y) });
const labels = (zh: string, en: string) => ({ 'zh-Hans': zh, en });

function addVenue(features: TinyFeatures): void {
  const address = { address: '1 Test Road', locality: 'Zhongshan', province: 'CN-GD', country: 'CN' };
  add(features, 'address here', null, address);
  add(features, 'venue hall', polygon(0, 0, 20, 12), {
    category: 'governmentfacility',
    name: labels('小厅', 'Tiny hall'),
    display_point: point(0, 0),
    address_id: idOf('address here'),
  });
  add(features, 'building hall', null, {
    category: 'unspecified',
    name: labels('小厅', 'Tiny hall'),
    address_id: idOf('address here'),
  });
  add(features, 'footprint hall', polygon(0, 0, 20, 12), {
    category: 'ground',
    building_ids: [idOf('building hall')],
  });
}

function addStorey(features: TinyFeatures, level: string, ordinal: number): void {
  const level_id = idOf(`level ${level}`);
  add(features, `level ${level}`, polygon(0, 0, 20, 12), {
    category: 'unspecified',
    outdoor: false,
    ordinal,
    name: labels(`${ordinal + 1}楼`, `Floor ${ordinal + 1}`),
    short_name: labels(level, level),
    building_ids: [idOf('building hall')],
  });
  const unit = (name: string, category: string, ...sides: [number, number, number, number]) =>
    add(features, `unit ${name}-${level}`, polygon(...sides), { category, level_id, name: null });
  unit('hall', 'walkway', 0, 0, 20, 8);
  unit('room', 'room', 0, 8, 8, 12);
  unit('lift', 'elevator', 10, 8, 12, 10);
  unit('stairs', 'stairs', 14, 8, 16, 12);
  const opening = (name: string, ...ends: [number, number, number, number]) =>
    add(features, `opening ${name}-${level}`, line(...ends), {
      category: 'pedestrian',
      level_id,
      name: null,
    });
  opening('room', 3.5, 8, 4.5, 8);
  opening('lift', 10.5, 8, 11.5, 8);
  opening('stairs', 14, 8, 16, 8);
  if (ordinal === 0) opening('entrance', 9, 0, 11, 0);
  add(features, `amenity information-${level}`, point(15, 3), {
    category: 'information',
    name: labels('咨询', 'Information'),
    unit_ids: [idOf(`unit hall-${level}`)],
  });
  const section = { category: 'seating', level_id, name: labels('等候区', 'Waiting') };
  add(features, `section waiting-${level}`, polygon(12, 2, 18, 5), section);
  add(features, `detail line-${level}`, line(1, 1, 19, 1), { level_id });
}

function addWindow(features: TinyFeatures, level: string, number: number, x: number): void {
  const name = labels(`${number}号窗口`, `Window ${number}`);
  const anchor_id = idOf(`anchor ${number}`);
  add(features, `anchor ${number}`, point(x, 5), { unit_id: idOf(`unit hall-${level}`) });
  const desk = { category: 'desk', name, anchor_id, level_id: idOf(`level ${level}`) };
  add(features, `fixture desk-${number}`, polygon(x - 0.5, 5.5, x + 0.5, 6), desk);
  add(features, `occupant ${number}`, null, {
    name,
    category: 'governmentoffice',
    anchor_id,
    hours: 'Mo-Fr 09:00-12:00,14:00-17:00; PH off',
  });
}

function addConnector(features: TinyFeatures, category: string, unit: string): void {
  const end = (level: string) => ({ id: idOf(`unit ${unit}-${level}`), feature_type: 'unit' });
  add(features, `relationship ${unit}`, null, {
    category,
    direction: 'undirected',
    origin: end('1F'),
    intermediary: [],
    destination: end('2F'),
  });
}
