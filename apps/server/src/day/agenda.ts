/** What is to be done at which simulated second, the earliest first. */
export interface Agenda {
  /** The second of what is being done. */
  readonly now: number;
  add(at: number, run: () => Promise<unknown>): void;
  /** Takes the next; what is due at one second keeps its order. */
  next(): { readonly at: number; readonly run: () => Promise<unknown> } | undefined;
}

interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => Promise<unknown>;
}

/** A binary heap by time and order of entry. */
export function createAgenda(): Agenda {
  const heap: Entry[] = [];
  let count = 0;
  let now = 0;
  const before = (a: number, b: number) => heap[a]!.at - heap[b]!.at || heap[a]!.order - heap[b]!.order;
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  };
  return {
    get now() {
      return now;
    },
    add(at, run) {
      heap.push({ at: Math.max(at, now), order: count++, run });
      for (let i = heap.length - 1; i > 0; ) {
        const parent = (i - 1) >> 1;
        if (before(i, parent) >= 0) break;
        swap(i, parent);
        i = parent;
      }
    },
    next() {
      const first = heap[0];
      if (first === undefined) return undefined;
      const last = heap.pop()!;
      if (heap.length > 0) {
        heap[0] = last;
        for (let i = 0; ; ) {
          const [left, right] = [2 * i + 1, 2 * i + 2];
          let least = i;
          if (left < heap.length && before(left, least) < 0) least = left;
          if (right < heap.length && before(right, least) < 0) least = right;
          if (least === i) break;
          swap(i, least);
          i = least;
        }
      }
      now = first.at;
      return first;
    },
  };
}
