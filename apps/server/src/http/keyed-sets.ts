/** Sets by key that vanish when they are empty. An undefined key holds nothing. */
export interface KeyedSets<T> {
  add(key: string | undefined, entry: T): void;
  delete(key: string | undefined, entry: T): void;
  get(key: string): ReadonlySet<T>;
  all(): IterableIterator<T>;
}

export function keyedSets<T>(): KeyedSets<T> {
  const sets = new Map<string, Set<T>>();
  const none: ReadonlySet<T> = new Set();
  return {
    add(key, entry) {
      if (key === undefined) return;
      const set = sets.get(key);
      if (set) set.add(entry);
      else sets.set(key, new Set([entry]));
    },
    delete(key, entry) {
      if (key === undefined) return;
      const set = sets.get(key);
      set?.delete(entry);
      if (set?.size === 0) sets.delete(key);
    },
    get: (key) => sets.get(key) ?? none,
    *all() {
      for (const set of sets.values()) yield* set;
    },
  };
}
