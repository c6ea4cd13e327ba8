import type { MultiPolygon } from '@daoyin/geometry';
import { closeGaps } from '../archive/boolean';
import { type ArchiveDraft, toAreaGeometry, toPointGeometry } from '../archive/draft';
import type { FeatureId, Labels } from '../types';
import type { IndoorPlan, PlanUnit } from './indoor-plan';

const WALL_GAP = 0.5; // m; rooms this near belong to one building

/** Adds address, venue, building, footprint and levels; gives the ids of the levels. */
export function addBuilding(
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
  return addLevels(draft, plan, units, building);
}

function addLevels(
  draft: ArchiveDraft,
  plan: IndoorPlan,
  units: readonly PlanUnit[],
  building: FeatureId,
): ReadonlyMap<number, FeatureId> {
  const ordinals = ordinalsOf(plan.levels);
  const added = plan.levels.map((level) => {
    const area = outlineOf(level, plan, units);
    const short = { und: shortNameOf(level, plan) };
    const id = draft.add('level', String(level), area.length > 0 ? toAreaGeometry(area, plan.frame) : null, {
      category: 'unspecified',
      restriction: null,
      outdoor: false,
      ordinal: ordinals.get(level),
      name: short,
      short_name: short,
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
