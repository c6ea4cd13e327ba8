/** A binary heap of numbered items by rising key; an item may be pushed again with a lower key, the older entry is then stale. */
export interface Heap {
  readonly clear: () => void;
  readonly push: (item: number, key: number) => void;
  /** Removes the least entry and gives its item, −1 when empty. `lastKey()` is its key. */
  readonly pop: () => number;
  readonly lastKey: () => number;
  /** The key of the entry that comes next, infinite when empty. */
  readonly leastKey: () => number;
}

export function createHeap(): Heap {
  let items = new Int32Array(1024);
  let keys = new Float64Array(1024);
  let size = 0;
  let lastKey = 0;

  const grow = (): void => {
    const [moreItems, moreKeys] = [new Int32Array(2 * size), new Float64Array(2 * size)];
    moreItems.set(items);
    moreKeys.set(keys);
    items = moreItems;
    keys = moreKeys;
  };
  const push = (item: number, key: number): void => {
    if (size === items.length) grow();
    let i = size++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      if (keys[parent]! <= key) break;
      items[i] = items[parent]!;
      keys[i] = keys[parent]!;
      i = parent;
    }
    items[i] = item;
    keys[i] = key;
  };
  const pop = (): number => {
    if (size === 0) return -1;
    const top = items[0]!;
    lastKey = keys[0]!;
    const item = items[--size]!;
    const key = keys[size]!;
    let i = 0;
    for (;;) {
      let child = 2 * i + 1;
      if (child >= size) break;
      if (child + 1 < size && keys[child + 1]! < keys[child]!) child++;
      if (keys[child]! >= key) break;
      items[i] = items[child]!;
      keys[i] = keys[child]!;
      i = child;
    }
    items[i] = item;
    keys[i] = key;
    return top;
  };
  return {
    clear: () => {
      size = 0;
    },
    push,
    pop,
    lastKey: () => lastKey,
    leastKey: () => (size === 0 ? Infinity : keys[0]!),
  };
}
