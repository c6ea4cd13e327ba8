import { queueOrder } from '../queue';
import type { DayVisitor, ServedDay, Shift } from './served-day';

/** Seconds on foot from where numbers are taken to a window; undefined where no way leads for this visitor. */
export type WalkSeconds = (visitor: DayVisitor, window: string) => number | undefined;

/** What became of one number. Seconds; `wait` from taking the number until it was called. */
export interface Replayed {
  readonly number: string;
  readonly window?: string;
  readonly walk?: number;
  readonly wait?: number;
  /** From taking the number until the service began. */
  readonly untilServed?: number;
  /** No window that takes it can be reached. */
  readonly unreachable?: true;
}

/** From the end of a service to the next call, and until a free window notices who came. */
const CLERK_MS = 10_000;

interface Happening {
  readonly atMs: number;
  readonly order: number;
  readonly run: () => void;
}

/**
 * Plays a past day again by the hall's own rules of the queue, with other ways to walk or other windows: the same people come at the same
 * time for the same, and need as long. A window waits for whom it has called, so that long ways make the others wait.
 */
export function replayDay(day: ServedDay, walkSeconds: WalkSeconds): readonly Replayed[] {
  const hall = new Hall(day, walkSeconds);
  for (const shift of day.shifts) hall.at(shift.fromMs, () => hall.begin(shift.window));
  for (const visitor of day.visitors) hall.at(visitor.takenAtMs, () => hall.arrive(visitor));
  hall.run();
  return day.visitors.map((visitor) => hall.outcome(visitor));
}

class Hall {
  private readonly happenings: Happening[] = [];
  private readonly shifts = new Map<string, Shift[]>();
  private readonly waiting = new Map<string, Set<DayVisitor>>();
  private readonly idle = new Set<string>();
  private readonly busy = new Set<string>();
  private readonly outcomes = new Map<DayVisitor, Replayed>();
  private nowMs = 0;
  private count = 0;

  constructor(
    private readonly day: ServedDay,
    private readonly walkSeconds: WalkSeconds,
  ) {
    for (const shift of day.shifts)
      this.shifts.set(shift.window, [...(this.shifts.get(shift.window) ?? []), shift]);
  }

  /** Files what is to be done, by time and order of filing. */
  at(atMs: number, run: () => void): void {
    const happening = { atMs, order: this.count++, run };
    let [low, high] = [0, this.happenings.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.happenings[middle]!.atMs > atMs) low = middle + 1;
      else high = middle;
    }
    this.happenings.splice(low, 0, happening);
  }

  run(): void {
    for (let next = this.happenings.pop(); next; next = this.happenings.pop()) {
      this.nowMs = next.atMs;
      next.run();
    }
  }

  outcome(visitor: DayVisitor): Replayed {
    return this.outcomes.get(visitor) ?? { number: visitor.number };
  }

  arrive(visitor: DayVisitor): void {
    const reachable = visitor.windows.filter((window) => this.walkSeconds(visitor, window) !== undefined);
    if (visitor.windows.length > 0 && reachable.length === 0) {
      this.outcomes.set(visitor, { number: visitor.number, unreachable: true });
      return;
    }
    for (const window of reachable) {
      const queue = this.waiting.get(window) ?? new Set();
      this.waiting.set(window, queue.add(visitor));
    }
    if (visitor.leavesAtMs !== undefined) this.at(visitor.leavesAtMs, () => this.leaveQueue(visitor));
    // who has been free longest looks for somebody first: the set keeps the order in which they became free
    const awake = [...this.idle].find(
      (window) => reachable.includes(window) && this.mayCall(window, visitor),
    );
    if (awake === undefined) return;
    this.idle.delete(awake);
    this.busy.add(awake);
    this.at(this.nowMs + CLERK_MS, () => this.free(awake));
  }

  /** A shift begins; who works over from the one before goes on. */
  begin(window: string): void {
    if (!this.busy.has(window)) this.free(window);
  }

  /** A window has time: it calls the next whom it may, or waits for somebody to come. */
  free(window: string): void {
    this.idle.delete(window);
    this.busy.delete(window);
    const mine = [...(this.waiting.get(window) ?? [])]
      .filter((visitor) => this.mayCall(window, visitor))
      .map((visitor) => ({ ...visitor, queuedAtMs: visitor.takenAtMs, visitor }));
    const [first] = queueOrder(mine, this.nowMs);
    if (first) this.call(window, first.visitor);
    else this.idle.add(window);
  }

  private call(window: string, visitor: DayVisitor): void {
    this.leaveQueue(visitor);
    this.busy.add(window);
    const walk = this.walkSeconds(visitor, window)!;
    const { takenAtMs, number, comes, holdsMs } = visitor;
    const thereMs = comes ? Math.max(this.nowMs + this.day.fromSeatMs, takenAtMs + 1000 * walk) : this.nowMs;
    const wait = (this.nowMs - takenAtMs) / 1000;
    const untilServed = (thereMs - takenAtMs) / 1000;
    this.outcomes.set(visitor, { number, window, walk, wait, ...(comes && { untilServed }) });
    this.at(thereMs + holdsMs + CLERK_MS, () => this.free(window));
  }

  private leaveQueue(visitor: DayVisitor): void {
    for (const window of visitor.windows) this.waiting.get(window)?.delete(visitor);
  }

  /** In its shift; after it only whom nobody else will call any more. */
  private mayCall(window: string, { windows }: DayVisitor): boolean {
    return this.isOnShift(window) || windows.every((other) => !this.comesBack(other));
  }

  private isOnShift(window: string): boolean {
    return (this.shifts.get(window) ?? []).some(
      ({ fromMs, toMs }) => this.nowMs >= fromMs && this.nowMs < toMs,
    );
  }

  private comesBack(window: string): boolean {
    return (this.shifts.get(window) ?? []).some(({ toMs }) => this.nowMs < toMs);
  }
}
