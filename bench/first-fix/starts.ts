import { truthAt } from '@daoyin/traces';
import type { Walk, WalkSet } from '../positioning/walks';

/** A phone that is switched on somewhere on a walk: its first seconds, of which nothing before is known. */
export interface Start extends Walk {
  readonly startMs: number;
  readonly level: string;
}

const APART_MS = 30_000;
const LASTS_MS = 10_000;

/** Walks cut into starts every half minute, as many on one level as on another: those that come first. */
export function startsOf({ walks }: WalkSet): readonly Start[] {
  const byLevel = new Map<string, Start[]>();
  for (const start of walks.flatMap(cut))
    byLevel.set(start.level, [...(byLevel.get(start.level) ?? []), start]);
  const least = Math.min(...[...byLevel.values()].map(({ length }) => length));
  return [...byLevel.values()].flatMap((starts) => starts.slice(0, least));
}

function cut(walk: Walk): readonly Start[] {
  const starts: Start[] = [];
  const endMs = walk.truth.at(-1)?.atMs ?? 0;
  for (let startMs = 0; startMs + LASTS_MS <= endMs; startMs += APART_MS) {
    const level = truthAt(walk.truth, startMs)?.level;
    if (level !== undefined) starts.push({ ...walk, ...within(walk, startMs), startMs, level });
  }
  return starts;
}

function within({ name, inputs, truth }: Walk, startMs: number): Pick<Walk, 'name' | 'inputs' | 'truth'> {
  const isOf = (atMs: number): boolean => atMs >= startMs && atMs <= startMs + LASTS_MS;
  return {
    name: `${name} ${startMs / 1000} s`,
    inputs: inputs.filter((input) => isOf(input.kind === 'advert' ? input.advert.atMs : input.atMs)),
    truth: truth.filter(({ atMs }) => isOf(atMs)),
  };
}
