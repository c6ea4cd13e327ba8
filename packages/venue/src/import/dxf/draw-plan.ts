import { type LngLat, type MultiPolygon, type Polygon, venueFrame } from '@daoyin/geometry';
import {
  type ArchiveDraft,
  archiveDraft,
  featureCollection,
  toAreaGeometry,
  toLineGeometry,
  toPointGeometry,
} from '../../archive/draft';
import type { ArchiveFiles, FeatureId } from '../../types';
import type { DoorKind } from './door-sides';
import type { PlanDoor } from './doors';
import type { PlanRoom } from './plan-rooms';
import type { StoreyName } from './room-names';
import type { PlanWindow } from './service-windows';

/** A storey as it goes into the archive, in metres around its middle. */
export interface DrawnPlan {
  readonly name: string;
  readonly origin: LngLat;
  readonly storey: StoreyName;
  readonly outline: MultiPolygon;
  readonly rooms: readonly PlanRoom[];
  readonly walls: MultiPolygon;
  readonly counters: readonly Polygon[];
  readonly furniture: readonly Polygon[];
  readonly doors: readonly { readonly door: PlanDoor; readonly kind: DoorKind }[];
  readonly windows: readonly PlanWindow[];
}

/** The files of an IMDF archive with one storey. */
export function drawPlan(plan: DrawnPlan): ArchiveFiles {
  const draft = archiveDraft();
  const frame = venueFrame(plan.origin);
  const level_id = addSite(draft, plan);
  const onLevel = { alt_name: null, level_id, display_point: null };
  const unitIds = new Map<PlanRoom, FeatureId>();
  for (const [i, room] of plan.rooms.entries()) {
    const { area, category, name } = room;
    const properties = { category, restriction: null, accessibility: null, name, ...onLevel };
    unitIds.set(room, draft.add('unit', `${i}`, toAreaGeometry(area, frame), properties));
  }
  for (const [i, { door, kind }] of plan.doors.entries()) {
    draft.add('opening', `${i}`, toLineGeometry(door.line, frame), {
      category: kind === 'entrance' ? 'pedestrian.principal' : 'pedestrian',
      accessibility: null,
      access_control: null,
      door: { type: door.type, automatic: false, material: null },
      name: null,
      ...onLevel,
    });
  }
  const addFixture = (category: string, area: Polygon, i: number, anchor_id: FeatureId | null = null) => {
    const properties = { category, name: null, anchor_id, ...onLevel };
    draft.add('fixture', `${category} ${i}`, toAreaGeometry([area], frame), properties);
  };
  for (const [i, wall] of plan.walls.entries()) addFixture('wall', wall, i);
  for (const [i, area] of plan.furniture.entries()) addFixture('furniture', area, i);
  const anchorOf = new Map<Polygon, FeatureId>();
  for (const [i, { at, room, counter, name }] of plan.windows.entries()) {
    const place = { address_id: null, unit_id: unitIds.get(room) };
    const anchor_id = draft.add('anchor', `${i}`, toPointGeometry(at, frame), place);
    if (!anchorOf.has(counter)) anchorOf.set(counter, anchor_id);
    draft.add('occupant', `${i}`, null, {
      name,
      category: 'unspecified',
      anchor_id,
      hours: null,
      validity: null,
    });
  }
  for (const [i, counter] of plan.counters.entries()) addFixture('desk', counter, i, anchorOf.get(counter));
  const files = draft.files({ version: '1.0.0', language: languageOf(plan), generated_by: 'daoyin import' });
  return new Map([...EMPTY, ...files]);
}

/** Files that an archive has whatever is in them. */
const EMPTY = ['opening', 'fixture', 'relationship', 'amenity', 'anchor', 'occupant'].map(
  (type) => [`${type}.geojson`, featureCollection([])] as const,
);

/** Address, venue, building, footprint and level; gives the level's id. */
function addSite(draft: ArchiveDraft, { name, origin, storey, outline }: DrawnPlan): FeatureId {
  const frame = venueFrame(origin);
  const labels = { und: name };
  const area = toAreaGeometry(outline, frame);
  const display_point = toPointGeometry({ x: 0, y: 0 }, frame);
  const address = { address: name, unit: null, locality: name, province: null, country: 'ZZ' };
  const address_id = draft.add('address', name, null, address);
  const shared = { name: labels, alt_name: null, restriction: null, display_point, address_id };
  draft.add('venue', name, area, { category: 'governmentfacility', ...shared });
  const building = draft.add('building', name, null, { category: 'unspecified', ...shared });
  draft.add('footprint', name, area, { category: 'ground', name: null, building_ids: [building] });
  const short = { und: storey.shortName };
  return draft.add('level', storey.shortName, area, {
    category: 'unspecified',
    restriction: null,
    outdoor: false,
    ordinal: storey.ordinal,
    name: short,
    short_name: short,
    display_point: null,
    address_id: null,
    building_ids: [building],
  });
}

/** Of most rooms that have a name. */
function languageOf({ rooms }: DrawnPlan): string {
  const chinese = rooms.filter(({ name }) => name?.['zh-Hans']).length;
  const english = rooms.filter(({ name }) => name?.en && !name['zh-Hans']).length;
  return chinese >= english ? 'zh-Hans' : 'en';
}
