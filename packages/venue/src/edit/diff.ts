import { type CollectionName, collectionsOf, type Entity, entitiesOf, keyOf } from './collections';
import type { HallDocument } from './document';
import { isSame } from './same';

/** What became of one entity between two documents. */
export interface Change {
  readonly collection: CollectionName;
  readonly key: string;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly before?: Entity;
  readonly after?: Entity;
  /** The fields that differ, where it is in both. */
  readonly fields: readonly string[];
}

/** What differs from one document to another, collection by collection. Lists that are the same object cost nothing. */
export function diffDocuments(before: HallDocument, after: HallDocument): readonly Change[] {
  if (before === after) return [];
  const names = new Set([...collectionsOf(before), ...collectionsOf(after)]);
  return [...names].flatMap((name) => diffEntities(name, entitiesOf(before, name), entitiesOf(after, name)));
}

function diffEntities(
  collection: CollectionName,
  before: readonly Entity[],
  after: readonly Entity[],
): readonly Change[] {
  if (before === after) return [];
  const old = byKey(collection, before);
  const fresh = byKey(collection, after);
  const changes: Change[] = [];
  for (const [key, entity] of old) {
    const now = fresh.get(key);
    if (now === entity) continue;
    if (now === undefined) changes.push({ collection, key, kind: 'removed', before: entity, fields: [] });
    else {
      const fields = differingFields(entity, now);
      if (fields.length > 0)
        changes.push({ collection, key, kind: 'changed', before: entity, after: now, fields });
    }
  }
  for (const [key, entity] of fresh) {
    if (!old.has(key)) changes.push({ collection, key, kind: 'added', after: entity, fields: [] });
  }
  return changes;
}

/** The entities of a collection by what they are known by; of two with one key the first. */
export function byKey(collection: CollectionName, entities: readonly Entity[]): ReadonlyMap<string, Entity> {
  const map = new Map<string, Entity>();
  for (const entity of entities) {
    const key = keyOf(collection, entity);
    if (!map.has(key)) map.set(key, entity);
  }
  return map;
}

/** The names of the fields that two forms of an entity do not share. */
function differingFields(a: Entity, b: Entity): readonly string[] {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].filter((name) => !isSame(a[name], b[name]));
}
