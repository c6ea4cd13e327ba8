/** What was heard of one beacon lately: its mean level over the window, or the smoothed level where the chain gives one. */
export interface RecentLevel {
  readonly beacon: number;
  readonly rssiDbm: number;
  /** Readings in the window. */
  readonly count: number;
  /** Mean time of what the level stands for. */
  readonly atMs: number;
}

interface Heard {
  readonly atMs: number;
  readonly rssiDbm: number;
  readonly smoothedDbm: number | undefined;
}

const READINGS_KEPT = 64;

/** The readings of the last few seconds by beacon. Memory is bounded by the register and `READINGS_KEPT`. */
export class RecentLevels {
  private readonly byBeacon = new Map<number, Heard[]>();

  constructor(private readonly windowMs: number) {}

  hear(beacon: number, atMs: number, rssiDbm: number, smoothedDbm?: number): void {
    const heard = this.byBeacon.get(beacon) ?? [];
    heard.push({ atMs, rssiDbm, smoothedDbm });
    if (heard.length > READINGS_KEPT) heard.shift();
    this.byBeacon.set(beacon, heard);
  }

  /** Beacons heard within the window before `atMs`, the strongest first. */
  at(atMs: number): RecentLevel[] {
    const levels: RecentLevel[] = [];
    for (const [beacon, heard] of this.byBeacon) {
      while (heard.length > 0 && heard[0]!.atMs <= atMs - this.windowMs) heard.shift();
      if (heard.length === 0) this.byBeacon.delete(beacon);
      else levels.push(levelOf(beacon, heard));
    }
    return levels.sort((a, b) => b.rssiDbm - a.rssiDbm || a.beacon - b.beacon);
  }

  clear(): void {
    this.byBeacon.clear();
  }
}

function levelOf(beacon: number, heard: readonly Heard[]): RecentLevel {
  const last = heard.at(-1)!;
  const count = heard.length;
  if (last.smoothedDbm !== undefined) return { beacon, rssiDbm: last.smoothedDbm, count, atMs: last.atMs };
  let [sumDbm, sumMs] = [0, 0];
  for (const reading of heard) {
    sumDbm += reading.rssiDbm;
    sumMs += reading.atMs;
  }
  return { beacon, rssiDbm: sumDbm / count, count, atMs: sumMs / count };
}
