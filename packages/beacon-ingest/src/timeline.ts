/** What becomes of an input by its time. `atMs` of what is taken never decreases between restarts. */
export type Admission<T> =
  | { readonly kind: 'take'; readonly item: T; readonly atMs: number }
  | { readonly kind: 'drop'; readonly item: T; readonly reason: 'late' | 'time-spike'; readonly byMs: number }
  /** The clock was set back, or another recording begins: what was known belongs to another time. */
  | { readonly kind: 'restart'; readonly byMs: number };

/** Keeps the inputs of one receiver in time order, whatever its clock does. */
export interface Timeline<T> {
  admit(item: T, atMs: number): readonly Admission<T>[];
}

export interface TimelineSettings {
  /** Up to this late an input is taken with the latest time: sources that share a clock but not a queue. */
  readonly jitterMs: number;
  /** A jump ahead of more than this waits for a second input that says the same. */
  readonly jumpMs: number;
  /** The clock was set back where so many inputs in a row are late, and rise over so long a time of their own. */
  readonly restartCount: number;
  readonly restartSpanMs: number;
}

const DEFAULT_TIMELINE: TimelineSettings = {
  jitterMs: 250,
  jumpMs: 30_000,
  restartCount: 10,
  restartSpanMs: 3000,
};

/** How far apart two inputs may be and still agree on a new time. */
const AGREEMENT_MS = 5000;

export function createTimeline<T>(settings: TimelineSettings = DEFAULT_TIMELINE): Timeline<T> {
  let latestMs = Number.NEGATIVE_INFINITY;
  let held: { item: T; atMs: number } | undefined;
  let backward: { count: number; firstMs: number; lastMs: number } | undefined;

  function take(item: T, atMs: number): Admission<T> {
    latestMs = Math.max(latestMs, atMs);
    backward = undefined;
    return { kind: 'take', item, atMs: latestMs };
  }

  function late(item: T, atMs: number): Admission<T>[] {
    const risen = backward !== undefined && atMs >= backward.lastMs;
    backward = risen
      ? { count: backward!.count + 1, firstMs: backward!.firstMs, lastMs: atMs }
      : { count: 1, firstMs: atMs, lastMs: atMs };
    const byMs = latestMs - atMs;
    if (backward.count < settings.restartCount || atMs - backward.firstMs < settings.restartSpanMs) {
      return [{ kind: 'drop', item, reason: 'late', byMs }];
    }
    latestMs = atMs;
    held = undefined;
    return [{ kind: 'restart', byMs }, take(item, atMs)];
  }

  function ahead(item: T, atMs: number): Admission<T>[] {
    const before = held;
    held = { item, atMs };
    if (!before) return [];
    if (Math.abs(atMs - before.atMs) > AGREEMENT_MS) return [spike(before, latestMs)];
    held = undefined;
    const pair = before.atMs <= atMs ? [before, { item, atMs }] : [{ item, atMs }, before];
    return pair.map((each) => take(each.item, each.atMs));
  }

  return {
    admit(item, atMs) {
      if (atMs < latestMs - settings.jitterMs) return late(item, atMs);
      if (latestMs !== Number.NEGATIVE_INFINITY && atMs > latestMs + settings.jumpMs)
        return ahead(item, atMs);
      if (!held) return [take(item, atMs)];
      const dropped = spike(held, latestMs);
      held = undefined;
      return [dropped, take(item, atMs)];
    },
  };
}

function spike<T>(held: { item: T; atMs: number }, latestMs: number): Admission<T> {
  return { kind: 'drop', item: held.item, reason: 'time-spike', byMs: held.atMs - latestMs };
}
