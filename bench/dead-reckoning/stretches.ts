import { distance } from '@daoyin/geometry';
import type { Observation } from '@daoyin/positioning';
import type { TruthPoint } from '@daoyin/traces';
import type { Walk } from '../positioning/walks';
import { turnsIn } from './ways';

const EVERY_MS = 20_000;

/** A stretch of a walk, its times from 0. */
export interface Stretch {
  readonly truth: readonly TruthPoint[];
  readonly steps: readonly Observation[];
}

/** Stretches of so many metres with two turns on one level, begun every 20 s of a recorded walk; of what was heard only the steps. */
export function stretchesOf({ inputs, truth }: Walk, metres: number): readonly Stretch[] {
  const steps = inputs.flatMap((input) => (input.kind === 'step' ? [input] : []));
  const starts = truth.flatMap(({ atMs }, i) => (atMs % EVERY_MS === 0 ? [i] : []));
  return starts.flatMap((start) => {
    const end = endOf(truth, start, metres);
    if (end === undefined) return [];
    const piece = truth.slice(start, end + 1);
    if (turnsIn(piece, metres) < 2) return [];
    const [fromMs, toMs] = [piece[0]!.atMs, piece.at(-1)!.atMs];
    const within = steps.filter(({ atMs }) => atMs > fromMs && atMs <= toMs);
    const since = <T extends { readonly atMs: number }>(line: T): T => ({
      ...line,
      atMs: line.atMs - fromMs,
    });
    return [{ truth: piece.map(since), steps: within.map(since) }];
  });
}

/** Where the walker has gone so many metres on the level of the start, and 1 s further; absent where they do not. */
function endOf(truth: readonly TruthPoint[], start: number, metres: number): number | undefined {
  let walked = 0;
  for (let i = start + 1; i < truth.length - 2; i++) {
    if (truth[i]!.level !== truth[start]!.level) return undefined;
    walked += distance(truth[i - 1]!, truth[i]!);
    if (walked >= metres) return i + 2;
  }
  return undefined;
}
