import type { Identity } from './identity';

/** One advert of a device, by whatever name it is known: of a register's beacon, or its identity. */
export interface Heard {
  readonly key: string;
  readonly id: string | undefined;
  readonly identity: Identity | undefined;
  readonly atMs: number;
  readonly rssiDbm: number;
  /** What it should be at 1 m. */
  readonly powerDbm: number;
}

/** The strongest about, and whether it is at arm's length and nobody else is. */
export interface Nearest extends Heard {
  readonly isNear: boolean;
  /** dB over the next. */
  readonly lead: number;
}

const WINDOW_MS = 4000;
const LEAST_ADVERTS = 4;
/** At 0.5 m free space is 6 dB over the power at 1 m; fading and the hand around the tablet take some. */
const NEAR_DB = -3;
const LEAD_DB = 6;

/** Remembers the last seconds of adverts, and says which device one stands under. */
export function createNearness() {
  const byKey = new Map<string, Heard[]>();
  return {
    hear(heard: Heard): void {
      const before = byKey.get(heard.key) ?? [];
      byKey.set(heard.key, [...before.filter(({ atMs }) => atMs > heard.atMs - WINDOW_MS), heard]);
    },
    nearest(nowMs: number): Nearest | undefined {
      const levels = [...byKey.values()].flatMap((all) => {
        const fresh = all.filter(({ atMs }) => atMs > nowMs - WINDOW_MS);
        return fresh.length < LEAST_ADVERTS ? [] : [{ ...fresh.at(-1)!, rssiDbm: upper(fresh) }];
      });
      const [first, second] = levels.sort((a, b) => over(b) - over(a));
      if (!first) return undefined;
      const lead = second ? over(first) - over(second) : Number.POSITIVE_INFINITY;
      return { ...first, lead, isNear: over(first) >= NEAR_DB && lead >= LEAD_DB };
    },
  };
}

const over = ({ rssiDbm, powerDbm }: Heard): number => rssiDbm - powerDbm;

/** The upper quartile: fading takes away far more than it adds. */
function upper(heard: readonly Heard[]): number {
  const sorted = heard.map(({ rssiDbm }) => rssiDbm).sort((a, b) => a - b);
  return sorted[Math.floor(0.75 * (sorted.length - 1))]!;
}
