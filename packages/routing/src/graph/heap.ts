/** A binary heap of numbered items by rising key; an item may be pushed again with a lower key, the older entry is then stale. */
export interface Heap {
  items: Int32Array;
  keys: Float64Array;
  size: number;
  /** The key of the item that was popped last. */
  lastKey: number;
}

export function createHeap(): Heap {
  return { items: new Int32Array(1024), keys: new Float64Array(1024), size: 0, lastKey: 0 };
}

export function clearHeap(heap: Heap): void {
  heap.size = 0;
}

/** The key of the entry that comes next, infinite when empty. */
export function leastKey(heap: Heap): number {
  return heap.size === 0 ? Infinity : heap.keys[0]!;
}

export function push(heap: Heap, item: number, key: number): void {
  if (heap.size === heap.items.length) grow(heap);
  const { items, keys } = heap;
  let i = heap.size++;
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (keys[parent]! <= key) break;
    items[i] = items[parent]!;
    keys[i] = keys[parent]!;
    i = parent;
  }
  items[i] = item;
  keys[i] = key;
}

/** Removes the least entry and gives its item, −1 when empty. */
export function pop(heap: Heap): number {
  if (heap.size === 0) return -1;
  const { items, keys } = heap;
  const top = items[0]!;
  heap.lastKey = keys[0]!;
  const size = --heap.size;
  const item = items[size]!;
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
}

function grow(heap: Heap): void {
  const [items, keys] = [new Int32Array(2 * heap.size), new Float64Array(2 * heap.size)];
  items.set(heap.items);
  keys.set(heap.keys);
  Object.assign(heap, { items, keys });
}
