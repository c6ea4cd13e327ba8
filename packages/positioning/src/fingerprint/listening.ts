import type { Heard } from './evidence';

const RECENT_MS = 5000;
/** Readings of the same beacon tell new things again after so long: a walker is elsewhere then. */
const FORGET_SECONDS = 5;

interface Told {
  count: number;
  atMs: number;
}

/** The readings of one receiver, gathered by beacon: since the last tick, and of the last seconds. */
export class Listening {
  private pending = new Map<number, { sum: number; count: number }>();
  private readonly told = new Map<number, Told>();
  private readings: { readonly beacon: number; readonly atMs: number; readonly rssiDbm: number }[] = [];

  hear(beacon: number, atMs: number, rssiDbm: number): void {
    const tally = this.pending.get(beacon) ?? { sum: 0, count: 0 };
    tally.sum += rssiDbm;
    tally.count++;
    this.pending.set(beacon, tally);
    this.readings.push({ beacon, atMs, rssiDbm });
  }

  /** What was heard since the last time, in the order of first hearing. */
  take(atMs: number): readonly Heard[] {
    const heard = [...this.pending].map(([beacon, { sum, count }]): Heard => {
      const told = this.told.get(beacon) ?? { count: 0, atMs };
      const before = told.count * Math.exp(-(atMs - told.atMs) / 1000 / FORGET_SECONDS);
      this.told.set(beacon, { count: before + count, atMs });
      return { beacon, meanDbm: sum / count, count, before };
    });
    this.pending.clear();
    this.readings = this.readings.filter((reading) => reading.atMs > atMs - RECENT_MS);
    return heard;
  }

  /** What was heard in the last seconds, as if nothing had been told before. */
  recent(atMs: number): readonly Heard[] {
    const sums = new Map<number, { sum: number; count: number }>();
    for (const { beacon, atMs: heardMs, rssiDbm } of this.readings) {
      if (heardMs <= atMs - RECENT_MS) continue;
      const tally = sums.get(beacon) ?? { sum: 0, count: 0 };
      tally.sum += rssiDbm;
      tally.count++;
      sums.set(beacon, tally);
    }
    return [...sums].map(([beacon, { sum, count }]) => ({ beacon, meanDbm: sum / count, count, before: 0 }));
  }
}
