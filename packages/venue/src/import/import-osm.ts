import type { MultiPolygon, Point } from '@daoyin/geometry';
import { bufferLine, closeGaps } from '../archive/boolean';
import { primaryLanguage } from '../labels';
import type { ArchiveFiles, FeatureId, Issue, Labels } from '../types';
import { windowNumberOf } from '../window-number';
import {
  type ArchiveDraft,
  archiveDraft,
  toAreaGeometry,
  toLineGeometry,
  toPointGeometry,
} from './archive-draft';
import { type IndoorPlan, indoorPlan, type Piece, type PlanUnit, unitAt } from './indoor-plan';
import { amenityCategory } from './osm-categories';
import type { OsmElement, Tags } from './osm-element';
import { doorLine, planUnits } from './plan-units';

const WALL_GAP = 0.5; // m; rooms this near belong to one building
const WALL_THICKNESS = 0.1; // m of a wall that is only a line

export type ImportResult =
  | { readonly ok: true; readonly files: ArchiveFiles; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

interface ImportContext {
  readonly plan: IndoorPlan;
  readonly units: readonly PlanUnit[];
  readonly draft: ArchiveDraft;
  readonly levelIds: ReadonlyMap<number, FeatureId>;
  readonly unitIds: ReadonlyMap<PlanUnit, FeatureId>;
  readonly issues: Issue[];
}

/**
 * An IMDF archive from elements of OpenStreetMap in Simple Indoor Tagging. What is no part of a floor plan is left out;
 * what had to be assumed is said.
 */
export function importOsm(elements: readonly OsmElement[], name: string): ImportResult {
  const plan = indoorPlan(elements);
  if (!plan) {
    const message = `Nothing indoors among ${elements.length} elements: no indoor=room, area or corridor, no lift, no stairs with a level.`;
    return { ok: false, issues: [{ severity: 'error', kind: 'nothing-indoors', message }] };
  }
  const units = planUnits(plan);
  const draft = archiveDraft();
  const levelIds = addBuilding(draft, plan, units, name);
  const unitIds = new Map(units.map((unit) => [unit, addUnit(draft, plan, unit, levelIds)]));
  const context: ImportContext = { plan, units, draft, levelIds, unitIds, issues: [...plan.issues] };
  for (const piece of plan.pieces) addPiece(context, piece);
  const files = draft.files({
    version: '1.0.0',
    language: languageOf(elements),
    generated_by: 'daoyin import',
  });
  return { ok: true, files, issues: context.issues };
}

function addBuilding(
  draft: ArchiveDraft,
  plan: IndoorPlan,
  units: readonly PlanUnit[],
  name: string,
): ReadonlyMap<number, FeatureId> {
  const labels: Labels = { und: name };
  const all = closeGaps(
    units.flatMap(({ area }) => area),
    WALL_GAP,
  );
  const address = { address: name, unit: null, locality: name, province: null, country: 'ZZ' };
  const address_id = draft.add('address', name, null, address);
  const outline = toAreaGeometry(all, plan.frame);
  const display_point = toPointGeometry({ x: 0, y: 0 }, plan.frame);
  const category = 'unspecified';
  const shared = { name: labels, alt_name: null, restriction: null, display_point, address_id };
  draft.add('venue', name, outline, { category: 'communitycenter', ...shared });
  const building = draft.add('building', name, null, { category, ...shared });
  draft.add('footprint', name, outline, { category: 'ground', name: null, building_ids: [building] });
  const ordinals = ordinalsOf(plan.levels);
  const added = plan.levels.map((level) => {
    const area = outlineOf(level, plan, units);
    const short = shortNameOf(level, plan);
    const id = draft.add('level', String(level), area.length > 0 ? toAreaGeometry(area, plan.frame) : null, {
      category,
      restriction: null,
      outdoor: false,
      ordinal: ordinals.get(level),
      name: { und: short },
      short_name: { und: short },
      display_point: null,
      address_id: null,
      building_ids: [building],
    });
    return [level, id] as const;
  });
  return new Map(added);
}

/** Whole levels keep their number; where there are halves, storeys are counted from the one nearest to 0. */
function ordinalsOf(levels: readonly number[]): ReadonlyMap<number, number> {
  if (levels.every(Number.isInteger)) return new Map(levels.map((level) => [level, level]));
  const ground = levels.reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a));
  return new Map(levels.map((level, i) => [level, i - levels.indexOf(ground)]));
}

function outlineOf(level: number, plan: IndoorPlan, units: readonly PlanUnit[]): MultiPolygon {
  const drawn = plan.pieces.filter(({ role, levels }) => role.part === 'level' && levels.includes(level));
  const floors = units.filter((unit) => unit.level === level);
  return closeGaps(
    [...drawn, ...floors].flatMap(({ area }) => area),
    WALL_GAP,
  );
}

function shortNameOf(level: number, plan: IndoorPlan): string {
  const drawn = plan.pieces.find(({ role, levels }) => role.part === 'level' && levels[0] === level)?.element
    .tags;
  return drawn?.['level:ref'] ?? drawn?.short_name ?? drawn?.ref ?? String(level);
}

function addUnit(
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

function addPiece(context: ImportContext, piece: Piece): void {
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

/** `name` and `name:<language>` as LABELS; a name that is in no known language is `und`. */
function labelsOf(tags: Tags): Labels | null {
  const localised = Object.entries(tags).flatMap(([key, text]) => {
    const language = /^name:([a-z]{2,3}(?:-[A-Za-z0-9]+)*)$/.exec(key)?.[1];
    return language ? [[language, text] as const] : [];
  });
  const labels = Object.fromEntries(localised);
  const name = tags.name ?? tags.ref;
  if (name && !Object.values(labels).includes(name)) labels.und = name;
  return Object.keys(labels).length > 0 ? labels : null;
}

/** The language of most translated names that are the local name. */
function languageOf(elements: readonly OsmElement[]): string {
  const votes = new Map<string, number>();
  for (const { tags } of elements) {
    for (const [key, text] of Object.entries(tags)) {
      if (!key.startsWith('name:') || text !== tags.name) continue;
      const language = primaryLanguage(key.slice('name:'.length));
      votes.set(language, (votes.get(language) ?? 0) + 1);
    }
  }
  return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'und';
}
