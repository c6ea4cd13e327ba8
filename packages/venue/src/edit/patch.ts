import { type CollectionName, type Entity, entitiesOf, keyOf, withEntities } from './collections';
import { type Change, diffDocuments } from './diff';
import type { HallDocument } from './document';

/** One change with its values, as it is sent and kept: a whole entity put, fields set and unset, or an entity removed. */
export type PatchStep = { readonly collection: CollectionName; readonly key: string } & (
  | { readonly put: Entity }
  | { readonly set: Entity; readonly unset: readonly string[] }
  | { readonly remove: true }
);

/** What leads from one document to another. Plain JSON. */
export type Patch = readonly PatchStep[];

/** The patch from one document to another; empty where they say the same. */
export function patchBetween(before: HallDocument, after: HallDocument): Patch {
  return diffDocuments(before, after).map(stepOf);
}

function stepOf({ collection, key, kind, after, fields }: Change): PatchStep {
  if (kind === 'removed') return { collection, key, remove: true };
  if (kind === 'added') return { collection, key, put: after! };
  const [set, unset]: [Record<string, unknown>, string[]] = [{}, []];
  for (const field of fields) {
    if (after![field] === undefined) unset.push(field);
    else set[field] = after![field];
  }
  return { collection, key, set, unset };
}

/**
 * The document after a patch. Entities keep their places, new ones come last. Fields of an entity that is not there, and the
 * removal of one, change nothing.
 */
export function applyPatch<D extends HallDocument>(document: D, patch: Patch): D {
  return withEntities(document, patchedLists(document, patch));
}

/** The collections that a patch touches, as they are after it. */
export function patchedLists(
  document: HallDocument,
  patch: Patch,
): ReadonlyMap<CollectionName, readonly Entity[]> {
  const lists = new Map<CollectionName, readonly Entity[]>();
  for (const collection of new Set(patch.map((step) => step.collection))) {
    const steps = patch.filter((step) => step.collection === collection);
    lists.set(collection, patched(collection, entitiesOf(document, collection), steps));
  }
  return lists;
}

function patched(
  collection: CollectionName,
  entities: readonly Entity[],
  steps: readonly PatchStep[],
): readonly Entity[] {
  const byKey = new Map(entities.map((entity) => [keyOf(collection, entity), entity]));
  for (const step of steps) {
    if ('put' in step) byKey.set(step.key, step.put);
    else if ('remove' in step) byKey.delete(step.key);
    else {
      const entity = byKey.get(step.key);
      if (entity) byKey.set(step.key, withFields(entity, step.set, step.unset));
    }
  }
  return [...byKey.values()];
}

function withFields(entity: Entity, set: Entity, unset: readonly string[]): Entity {
  const kept = Object.entries(entity).filter(([name]) => !unset.includes(name));
  return { ...Object.fromEntries(kept), ...set };
}
