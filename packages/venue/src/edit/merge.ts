import { type CollectionName, collectionsOf, type Entity, entitiesOf, withEntities } from './collections';
import { byKey } from './diff';
import type { Action, HallDocument } from './document';
import { applyPatch } from './patch';
import { isSame } from './same';

/**
 * What two editors made of one thing in two ways. `field` is absent where the whole entity is in question: one removed it
 * and the other changed it, or both added it differently. An absent value means that it is not there on that side.
 */
export interface Conflict {
  readonly collection: CollectionName;
  readonly key: string;
  readonly field?: string;
  readonly base?: unknown;
  readonly mine?: unknown;
  readonly theirs?: unknown;
}

export interface Merged<D> {
  /** All that both did; in a conflict what they did. */
  readonly document: D;
  readonly conflicts: readonly Conflict[];
}

/**
 * The three-way merge of two documents that come from one, by entity and by field. Without conflicts it does not matter
 * which is mine.
 */
export function mergeDocuments<D extends HallDocument>(base: D, mine: D, theirs: D): Merged<D> {
  if (mine === theirs || base === mine) return { document: theirs, conflicts: [] };
  if (base === theirs) return { document: mine, conflicts: [] };
  const names = new Set([base, mine, theirs].flatMap(collectionsOf));
  const conflicts: Conflict[] = [];
  const lists = new Map<CollectionName, readonly Entity[]>();
  for (const name of names) {
    const sides = [base, mine, theirs].map((document) => entitiesOf(document, name)) as [List, List, List];
    const merged = mergeLists(name, ...sides, conflicts);
    if (merged !== sides[2]) lists.set(name, merged);
  }
  return { document: withEntities(theirs, lists), conflicts };
}

type List = readonly Entity[];

function mergeLists(
  collection: CollectionName,
  base: List,
  mine: List,
  theirs: List,
  conflicts: Conflict[],
): List {
  if (mine === theirs || base === mine) return theirs;
  if (base === theirs) return mine;
  const [b, m, t] = [byKey(collection, base), byKey(collection, mine), byKey(collection, theirs)];
  const old: Entity[] = [];
  const added: [string, Entity][] = [];
  for (const key of new Set([...b.keys(), ...m.keys(), ...t.keys()])) {
    const merged = mergeEntity({ collection, key }, b.get(key), m.get(key), t.get(key), conflicts);
    if (merged === undefined) continue;
    if (b.has(key)) old.push(merged);
    else added.push([key, merged]);
  }
  added.sort(([a], [c]) => (a < c ? -1 : 1)); // whoever added first: one order on both sides
  const list = [...old, ...added.map(([, entity]) => entity)];
  return list.length === theirs.length && list.every((entity, i) => entity === theirs[i]) ? theirs : list;
}

function mergeEntity(
  where: Pick<Conflict, 'collection' | 'key'>,
  base: Entity | undefined,
  mine: Entity | undefined,
  theirs: Entity | undefined,
  conflicts: Conflict[],
): Entity | undefined {
  if (mine === theirs || isSame(mine, base)) return theirs;
  if (isSame(theirs, base)) return mine;
  if (!base || !mine || !theirs) {
    if (isSame(mine, theirs)) return theirs;
    if (mine && theirs && !base) return mergeFields(where, {}, mine, theirs, conflicts);
    conflicts.push({ ...where, ...given({ base, mine, theirs }) });
    return theirs;
  }
  return mergeFields(where, base, mine, theirs, conflicts);
}

function mergeFields(
  where: Pick<Conflict, 'collection' | 'key'>,
  base: Entity,
  mine: Entity,
  theirs: Entity,
  conflicts: Conflict[],
): Entity {
  const merged: Record<string, unknown> = {};
  for (const field of new Set([...Object.keys(base), ...Object.keys(theirs), ...Object.keys(mine)])) {
    const [b, m, t] = [base[field], mine[field], theirs[field]];
    const takesMine = isSame(t, b);
    const value = takesMine ? m : t;
    if (!takesMine && !isSame(m, b) && !isSame(m, t))
      conflicts.push({ ...where, field, ...given({ base: b, mine: m, theirs: t }) });
    if (value !== undefined) merged[field] = value;
  }
  return merged;
}

const given = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;

/** Takes one side's value of a conflict. */
export function resolveConflict(conflict: Conflict, side: 'mine' | 'theirs'): Action {
  const { collection, key, field } = conflict;
  const value = conflict[side];
  return (document) => {
    const here = byKey(collection, entitiesOf(document, collection)).get(key);
    if (field === undefined) {
      if (isSame(here, value)) return document;
      const step = value === undefined ? { remove: true as const } : { put: value as Entity };
      return applyPatch(document, [{ collection, key, ...step }]);
    }
    if (!here || isSame(here[field], value)) return document;
    const [set, unset] = value === undefined ? [{}, [field]] : [{ [field]: value }, []];
    return applyPatch(document, [{ collection, key, set, unset }]);
  };
}
