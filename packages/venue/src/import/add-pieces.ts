import type { Point } from '@daoyin/geometry';
import { bufferLine } from '../archive/boolean';
import { type ArchiveDraft, toAreaGeometry, toLineGeometry, toPointGeometry } from '../archive/draft';
import type { FeatureId, Issue } from '../types';
import { windowNumberOf } from '../window-number';
import { type IndoorPlan, type Piece, type PlanUnit, unitAt } from './indoor-plan';
import { amenityCategory } from './osm-categories';
import type { Tags } from './osm-element';
import { labelsOf } from './osm-names';
import { doorLine } from './plan-units';

const WALL_THICKNESS = 0.1; // m of a wall that is only a line

/** What is known while the pieces of a plan go into the archive. */
export interface ImportContext {
  readonly plan: IndoorPlan;
  readonly units: readonly PlanUnit[];
  readonly draft: ArchiveDraft;
  readonly levelIds: ReadonlyMap<number, FeatureId>;
  readonly unitIds: ReadonlyMap<PlanUnit, FeatureId>;
  readonly issues: Issue[];
}

/** Adds a unit; gives its id. */
export function addUnit(
  draft: ArchiveDraft,
  plan: IndoorPlan,
  unit: PlanUnit,
  levelIds: ReadonlyMap<number, FeatureId>,
): FeatureId {
  const { tags } = unit.piece.element;
  const closed = tags.access === 'no' || tags.access === 'private';
  return draft.add('unit', unit.name, toAreaGeometry(unit.area, plan.frame), {
    category: unit.category,
    restriction: closed ? 'employeesonly' : null,
    accessibility: tags.wheelchair === 'yes' ? ['wheelchair'] : null,
    name: labelsOf(tags),
    alt_name: null,
    level_id: levelIds.get(unit.level),
    display_point: null,
  });
}

/** Adds what a piece is beside its units: doors, walls, services, and the connector of a shaft. */
export function addPiece(context: ImportContext, piece: Piece): void {
  for (const level of piece.levels.filter((candidate) => context.plan.levels.includes(candidate))) {
    if (piece.role.part === 'door') addDoor(context, piece, level);
    if (piece.role.part === 'wall') addWall(context, piece, level);
    if (piece.role.part === 'amenity') addService(context, piece, level);
  }
  if (piece.role.part === 'connector') addConnector(context, piece);
}

function addDoor({ plan, units, draft, levelIds, issues }: ImportContext, piece: Piece, level: number): void {
  const { id, tags } = piece.element;
  const line = doorLine(piece, level, units);
  if (!line) {
    const message = `${id}: the door is more than 2 m from any room of level ${level}; it is left out.`;
    issues.push({ severity: 'warning', kind: 'door-without-room', featureId: id, message });
    return;
  }
  const type = tags.door === 'no' ? 'open' : ['sliding', 'revolving'].find((word) => word === tags.door);
  const automatic = tags.automatic_door ?? tags['door:automatic'];
  const closed = tags.access === 'no' || tags.access === 'private' || tags.locked === 'yes';
  draft.add('opening', `${id}@${level}`, toLineGeometry(line, plan.frame), {
    category: openingCategory(tags),
    accessibility: tags.wheelchair === 'yes' ? ['wheelchair'] : null,
    access_control: closed ? ['keyaccess'] : null,
    door: {
      type: type ?? 'swinging',
      automatic: automatic !== undefined && automatic !== 'no',
      material: null,
    },
    name: labelsOf(tags),
    alt_name: null,
    level_id: levelIds.get(level),
    display_point: null,
  });
}

function openingCategory(tags: Tags): string {
  if (tags.entrance === 'emergency' || tags.exit === 'emergency') return 'emergencyexit';
  if (tags.entrance === 'service') return 'service';
  return tags.entrance === 'main' ? 'pedestrian.principal' : 'pedestrian';
}

function addWall({ plan, draft, levelIds }: ImportContext, piece: Piece, level: number): void {
  const area = piece.area.length > 0 ? piece.area : bufferLine(piece.line, WALL_THICKNESS / 2);
  if (area.length === 0) return;
  draft.add('fixture', `${piece.element.id}@${level}`, toAreaGeometry(area, plan.frame), {
    category: 'wall',
    name: null,
    alt_name: null,
    anchor_id: null,
    level_id: levelIds.get(level),
    display_point: null,
  });
}

/** A numbered window or a named shop is an occupant at an anchor; what IMDF has a word for is an amenity. */
function addService(
  { plan, units, draft, unitIds, issues }: ImportContext,
  piece: Piece,
  level: number,
): void {
  const { id, tags } = piece.element;
  const at: Point = piece.line[0]!;
  const unit = unitAt(units, level, at, 5);
  if (!unit) {
    const message = `${id}: it is more than 5 m from any room of level ${level}; it is left out.`;
    issues.push({ severity: 'warning', kind: 'amenity-without-room', featureId: id, message });
    return;
  }
  const name = labelsOf(tags);
  const category = amenityCategory(tags);
  const geometry = toPointGeometry(at, plan.frame);
  const key = `${id}@${level}`;
  if (name && (category === 'unspecified' || windowNumberOf(name) !== undefined)) {
    const anchor_id = draft.add('anchor', key, geometry, { address_id: null, unit_id: unitIds.get(unit) });
    const hours = tags.opening_hours ?? null;
    draft.add('occupant', key, null, { name, category: 'unspecified', anchor_id, hours, validity: null });
    return;
  }
  draft.add('amenity', key, geometry, {
    category,
    accessibility: tags.wheelchair === 'yes' ? ['wheelchair'] : null,
    name: name ?? (category === 'unspecified' ? { und: tags.amenity ?? tags.shop ?? category } : null),
    alt_name: null,
    hours: tags.opening_hours ?? null,
    unit_ids: [unitIds.get(unit)],
    address_id: null,
  });
}

function addConnector({ units, draft, unitIds }: ImportContext, piece: Piece): void {
  if (piece.role.part !== 'connector') return;
  const chain = units.filter((unit) => unit.piece === piece).sort((a, b) => a.level - b.level);
  if (chain.length < 2) return;
  const direction = directionOf(piece.element.tags);
  const ends = chain.map((unit) => ({ id: unitIds.get(unit), feature_type: 'unit' }));
  if (direction === 'down') ends.reverse();
  draft.add('relationship', piece.element.id, null, {
    category: piece.role.connector,
    direction: direction ? 'directed' : 'undirected',
    origin: ends[0],
    intermediary: ends.slice(1, -1),
    destination: ends.at(-1),
    hours: piece.element.tags.opening_hours ?? null,
  });
}

/** Where an escalator carries: `conveying` is along the way, `incline` says whether the way rises (OpenStreetMap wiki). */
function directionOf({ conveying, incline }: Tags): 'up' | 'down' | undefined {
  if (conveying !== 'forward' && conveying !== 'backward') return undefined;
  if (incline !== 'up' && incline !== 'down') return undefined;
  return (conveying === 'forward') === (incline === 'up') ? 'up' : 'down';
}
