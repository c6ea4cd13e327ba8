import type { Problem } from './problem';
import { bestTour, type Tour } from './search';
import { later } from './timeline';
import type { Journey, JourneyReason } from './types';

/** Seconds that a choice must save to be worth a reason. */
const WORTH = 30;

/** What an order costs in all besides the services, in seconds. */
interface Costs {
  readonly walk: number;
  readonly idle: number;
  readonly queue: number;
}

/**
 * Why each stop comes where it does: the plan is compared with the best one that begins alike and then does another stop, or
 * goes to another place of the same stop. Of what these cost more, the larger part is the reason.
 */
export function reasonsOf(journey: Journey, problem: Problem, tour: Tour): JourneyReason[] {
  const order = tour.visits.map(({ place }) => place);
  return order.map((chosen, position) => {
    const { stop } = problem.places[chosen]!;
    const beginsAlike = (k: number, place: number) => k >= position || place === order[k];
    const otherStop = bestTour(
      problem,
      (k, place) => beginsAlike(k, place) && (k !== position || problem.places[place]!.stop !== stop),
    );
    const otherPlace = bestTour(
      problem,
      (k, place) =>
        beginsAlike(k, place) &&
        (k !== position || (problem.places[place]!.stop === stop && place !== chosen)),
    );
    const needed = neededBy(journey, problem, order, position);
    if (needed.length > 0 && !pays(tour, otherPlace)) return { kind: 'needed', before: needed };
    return reasonAt(journey, problem, { tour, position, otherStop, otherPlace });
  });
}

const pays = (tour: Tour, other: Tour | undefined): boolean =>
  other !== undefined && other.duration - tour.duration > WORTH;

/** The stops that wait for this one, where nothing else could be done now. */
function neededBy(
  journey: Journey,
  { places, before, stops }: Problem,
  order: readonly number[],
  position: number,
): string[] {
  const { stop } = places[order[position]!]!;
  const done = order.slice(0, position).reduce((bits, place) => bits | (1 << places[place]!.stop), 0);
  const others = Array.from({ length: stops }, (_, i) => i).filter(
    (i) => i !== stop && (done & (1 << i)) === 0,
  );
  if (others.some((i) => (before[i]! & ~done) === 0)) return [];
  return others.filter((i) => (before[i]! & (1 << stop)) !== 0).map((i) => journey.stops[i]!.id);
}

interface Choice {
  readonly tour: Tour;
  readonly position: number;
  readonly otherStop: Tour | undefined;
  readonly otherPlace: Tour | undefined;
}

function reasonAt(journey: Journey, problem: Problem, choice: Choice): JourneyReason {
  const { tour, position, otherStop, otherPlace } = choice;
  const visit = tour.visits[position]!;
  const { expected } = problem.places[visit.place]!;
  const mine = costsOf(tour);
  const others = [otherStop, otherPlace].filter((other) => other !== undefined && pays(tour, other));
  const dearest = others.sort((a, b) => b!.duration - a!.duration)[0];
  if (dearest === undefined) return lesserReason(tour, [otherStop, otherPlace]);
  const theirs = costsOf(dearest);
  const [walk, idle, queue] = [theirs.walk - mine.walk, theirs.idle - mine.idle, theirs.queue - mine.queue];
  const saves = Math.round(dearest.duration - tour.duration);
  if (queue >= walk && queue >= idle) return queueReason(journey, problem, visit, saves);
  if (walk >= idle) return { kind: 'walk', saves };
  const shuts = expected.shutsAfter(visit.joins);
  const again = dearest.visits.find(
    ({ place }) => problem.places[place]!.stop === problem.places[visit.place]!.stop,
  );
  const waitsForIt = again !== undefined && again.joins >= shuts;
  return waitsForIt && shuts < Infinity
    ? { kind: 'closes', saves, at: later(journey.at, shuts) }
    : { kind: 'opens', saves };
}

/** Where nothing is done sooner: less walking, or nothing. */
function lesserReason(tour: Tour, others: readonly (Tour | undefined)[]): JourneyReason {
  const walked = Math.max(
    0,
    ...others.map((other) => (other === undefined ? 0 : other.walking - tour.walking)),
  );
  return walked > WORTH ? { kind: 'walk', saves: Math.round(walked) } : { kind: 'equal' };
}

function costsOf({ visits, walking }: Tour): Costs {
  const sum = (of: (visit: Tour['visits'][number]) => number) =>
    visits.reduce((total, visit) => total + of(visit), 0);
  return {
    walk: walking,
    idle: sum(({ arrives, joins }) => joins - arrives),
    queue: sum(({ joins, called }) => called - joins),
  };
}

/** The queue is told with the time until which it stays as short, and as no longer than at the stop's other places. */
function queueReason(
  journey: Journey,
  { places }: Problem,
  { place, joins, called }: Tour['visits'][number],
  saves: number,
): JourneyReason {
  const { stop, expected } = places[place]!;
  const wait = called - joins;
  const siblings = places.filter((other) => other.stop === stop);
  const worseAt = (t: number) => {
    const mine = expected.waitAt(t) ?? Infinity;
    return mine > wait || siblings.some((other) => (other.expected.waitAt(t) ?? Infinity) < mine);
  };
  const shortest = !worseAt(joins);
  if (!shortest) return { kind: 'queue', saves, shortest };
  const until = siblings
    .flatMap((other) => other.expected.changes)
    .filter((t) => t > joins && worseAt(t))
    .reduce((first, t) => Math.min(first, t), Infinity);
  return { kind: 'queue', saves, shortest, ...(until < Infinity && { until: later(journey.at, until) }) };
}
