/** What waits to be sent, oldest first. While the network is away the oldest is given up, and counted. */
export interface Outbox<T> {
  add(item: T): void;
  /** Up to `most` of the oldest; they stay until `sent` says that they have arrived. */
  next(most: number): readonly T[];
  sent(count: number): void;
  readonly waiting: number;
  readonly lost: number;
}

export function createOutbox<T>(capacity: number): Outbox<T> {
  let items: T[] = [];
  let first = 0;
  let lost = 0;
  /** Items given up while they were on their way: they must not be taken away twice. */
  let givenUpInFlight = 0;
  let inFlight = 0;
  const forget = (count: number) => {
    first += count;
    if (first < items.length / 2) return;
    items = items.slice(first);
    first = 0;
  };
  return {
    add(item) {
      items.push(item);
      if (items.length - first <= capacity) return;
      forget(1);
      lost++;
      if (givenUpInFlight < inFlight) givenUpInFlight++;
    },
    next(most) {
      const batch = items.slice(first, first + most);
      inFlight = batch.length;
      givenUpInFlight = 0;
      return batch;
    },
    sent(count) {
      forget(Math.max(0, count - givenUpInFlight));
      lost -= Math.min(count, givenUpInFlight);
      inFlight = 0;
      givenUpInFlight = 0;
    },
    get waiting() {
      return items.length - first;
    },
    get lost() {
      return lost;
    },
  };
}
