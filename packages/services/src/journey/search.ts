import type { Problem, Spot } from './problem';
import type { Turn } from './timeline';

/** One place in an order, with what happens there: seconds since the journey's start. */
export interface Visit extends Turn {
  readonly place: number;
  readonly walk: number;
  readonly arrives: number;
  readonly done: number;
}

/** An order with all its times. */
export interface Tour {
  readonly visits: readonly Visit[];
  readonly duration: number;
  readonly walking: number;
}

/** Whether a place may be the one at a position (from 0) of the order. */
export type Allows = (position: number, place: number) => boolean;

interface Label {
  readonly place: number;
  readonly done: number;
  readonly walked: number;
  readonly before: Label | undefined;
}

/**
 * The order and the places that are done first, and of those the one with the least walking; undefined where none can be
 * done. Exact: dynamic programming over the sets of stops done and the last place (Bellman 1962, Held and Karp 1962), which
 * holds with waits that depend on the time because nobody gains by coming later (`Timeline.turn`). Of each set and place all
 * labels are kept that are sooner or walked less than the others.
 */
export function bestTour(problem: Problem, allows: Allows = () => true): Tour | undefined {
  const { stops, places } = problem;
  let layer = new Map<number, Label[]>([[0, [{ place: -1, done: 0, walked: 0, before: undefined }]]]);
  for (let position = 0; position < stops; position++) {
    const next = new Map<number, Label[][]>();
    for (const [done, labels] of layer) {
      for (let place = 0; place < places.length; place++) {
        const { stop } = places[place]!;
        const isFree = (done & (1 << stop)) === 0 && (problem.before[stop]! & ~done) === 0;
        if (isFree && allows(position, place)) extend(problem, labels, place, next, done | (1 << stop));
      }
    }
    layer = new Map([...next].map(([done, byPlace]) => [done, byPlace.flat()]));
  }
  return bestOf(problem, layer.get(2 ** stops - 1) ?? []);
}

function extend(
  { places, fromStart, between }: Problem,
  labels: readonly Label[],
  place: number,
  next: Map<number, Label[][]>,
  done: number,
): void {
  const { expected, service } = places[place]!;
  for (const before of labels) {
    const walk = before.place < 0 ? fromStart[place]! : between[before.place]![place]!;
    if (walk === Infinity) continue;
    const turn = expected.turn(before.done + walk);
    if (turn === undefined) continue;
    let byPlace = next.get(done);
    if (byPlace === undefined) {
      byPlace = [];
      next.set(done, byPlace);
    }
    byPlace[place] ??= [];
    keep(byPlace[place]!, { place, done: turn.called + service, walked: before.walked + walk, before });
  }
}

/** Adds a label unless another is no later and walked no more; takes out those that it beats. */
function keep(labels: Label[], label: Label): void {
  for (const other of labels) if (other.done <= label.done && other.walked <= label.walked) return;
  let kept = 0;
  for (const other of labels) {
    if (label.done > other.done || label.walked > other.walked) labels[kept++] = other;
  }
  labels.length = kept;
  labels.push(label);
}

function bestOf(problem: Problem, labels: readonly Label[]): Tour | undefined {
  let best: Label | undefined;
  let [soonest, least] = [Infinity, Infinity];
  for (const label of labels) {
    const last = label.place < 0 ? 0 : problem.toEnd[label.place]!;
    const [done, walked] = [label.done + last, label.walked + last];
    if (done < soonest || (done === soonest && walked < least))
      [best, soonest, least] = [label, done, walked];
  }
  if (best === undefined) return undefined;
  const order: number[] = [];
  for (let label: Label | undefined = best; label !== undefined && label.place >= 0; label = label.before) {
    order.unshift(label.place);
  }
  return tourOf(problem, order, ({ expected }) => expected);
}

/** An order of places with its times, by the timelines asked for; undefined where it cannot be done. */
export function tourOf(
  { places, fromStart, between, toEnd }: Problem,
  order: readonly number[],
  timeline: (spot: Spot) => Spot['expected'],
): Tour | undefined {
  const visits: Visit[] = [];
  let [t, walking] = [0, 0];
  for (const [i, place] of order.entries()) {
    const walk = i === 0 ? fromStart[place]! : between[order[i - 1]!]![place]!;
    const turn = timeline(places[place]!).turn(t + walk);
    if (turn === undefined || walk === Infinity) return undefined;
    const done = turn.called + places[place]!.service;
    visits.push({ place, walk, arrives: t + walk, ...turn, done });
    walking += walk;
    t = done;
  }
  const last = order.length === 0 ? 0 : toEnd[order.at(-1)!]!;
  return last === Infinity ? undefined : { visits, duration: t + last, walking: walking + last };
}
