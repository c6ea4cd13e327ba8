import { decodeReading, startChain } from '@daoyin/beacon-ingest';
import type { Position } from '@daoyin/positioning';
import type { RecordedWalk } from '@daoyin/protocol';
import type { BeaconRegister } from '@daoyin/venue';

type Truth = RecordedWalk['truth'][number];

/** One moment of a replay; `error` in metres, where a truth is known. */
export interface Moment {
  readonly atMs: number;
  readonly position: Position | undefined;
  readonly truth: Truth | undefined;
  readonly error: number | undefined;
}

/** The chain over a recorded walk, causally, one moment every `everyMs`. */
export function replayWalk(
  walk: RecordedWalk,
  register: BeaconRegister,
  estimator: string,
  everyMs = 250,
): Moment[] {
  const chain = startChain({ register, estimator, seed: 1, ...(walk.venue ? { venue: walk.venue } : {}) });
  const inputs = walk.lines.flatMap((line) => {
    const decoded = decodeReading(line as Record<string, unknown>);
    return decoded.ok ? [decoded.input] : [];
  });
  const timeOf = (input: (typeof inputs)[number]) =>
    input.kind === 'advert' ? input.advert.atMs : input.atMs;
  const [first, last] = [inputs[0], inputs.at(-1)];
  if (first === undefined || last === undefined) return [];
  const moments: Moment[] = [];
  let next = 0;
  for (let atMs = timeOf(first); atMs <= timeOf(last); atMs += everyMs) {
    while (next < inputs.length && timeOf(inputs[next]!) <= atMs) chain.push(inputs[next++]!);
    const position = chain.positionAt(atMs);
    const truth = truthAt(walk.truth, atMs);
    const error = position && truth && Math.hypot(position.x - truth.x, position.y - truth.y);
    moments.push({ atMs, position, truth, error });
  }
  return moments;
}

/** The truth between two measurements at most two seconds apart. */
function truthAt(truth: readonly Truth[], atMs: number): Truth | undefined {
  const after = truth.findIndex((one) => one.atMs >= atMs);
  const [a, b] = [truth[after - 1], truth[after]];
  if (b === undefined) return undefined;
  if (a === undefined || b.atMs === atMs) return b.atMs === atMs ? b : undefined;
  if (b.atMs - a.atMs > 2000) return undefined;
  const t = (atMs - a.atMs) / (b.atMs - a.atMs);
  return { atMs, x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y), level: a.level };
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}
