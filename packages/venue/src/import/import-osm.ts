import { archiveDraft } from '../archive/draft';
import type { ArchiveFiles, Issue } from '../types';
import { addBuilding } from './add-building';
import { addPiece, addUnit, type ImportContext } from './add-pieces';
import { indoorPlan } from './indoor-plan';
import type { OsmElement } from './osm-element';
import { languageOf } from './osm-names';
import { planUnits } from './plan-units';

export type ImportResult =
  | { readonly ok: true; readonly files: ArchiveFiles; readonly issues: readonly Issue[] }
  | { readonly ok: false; readonly issues: readonly Issue[] };

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
