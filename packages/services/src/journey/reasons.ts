import type { Problem } from './problem';
import { bestTour, type Tour, type Visit } from './search';
import { later } from './timeline';
import type { Journey, JourneyReason } from './types';

/** Seconds that rounding may make of nothing. */
const HAIR = 0.5;
/** Seconds that a choice must save to be worth a reason; of walking, where nothing is done sooner, these. */
const WORTH = 30;
const WORTH_WALKING = 5;

/**
 * Why each stop comes where it does: the plan is compared with the best one that begins alike and then does another stop, or
 * goes to another place of the same stop. What the dearer of these loses first, at this step, is the reason.
 */
export function reasonsOf(journey: Journey, problem: Problem, tour: Tour): JourneyReason[] {
  const order = tour.visits.map(({ place }) => place);
  const stopOf = (place: number) => problem.places[place]!.stop;
  return order.map((chosen, position) => {
    const insteadAt = (isOther: (place: number) => boolean) =>
      bestTour(problem, (k, place) => (k < position ? place === order[k] : k > position || isOther(place)));
    const otherStop = insteadAt((place) => stopOf(place) !== stopOf(chosen));
    const otherPlace = insteadAt((place) => stopOf(place) === stopOf(chosen) && place !== chosen);
    const gains = (other: Tour | undefined) => (other === undefined ? 0 : other.duration - tour.duration);
    const choice = { journey, problem, tour, position };
    if (gains(otherPlace) > WORTH && gains(otherPlace) >= gains(otherStop))
      return placeReason(choice, otherPlace!);
    if (gains(otherStop) > WORTH) return orderReason(choice, otherStop!);
    return orderedBy(choice, order) ?? lesserReason(tour, [otherStop, otherPlace]);
  });
}

interface Choice {
  readonly journey: Journey;
  readonly problem: Problem;
  readonly tour: Tour;
  readonly position: number;
}

const idleOf = ({ arrives, joins }: Visit): number => joins - arrives;
const queueOf = ({ joins, called }: Visit): number => called - joins;

/** Where nothing else could be done now: what waits for this stop, or else what this stop had to wait for. */
function orderedBy(
  { journey, problem, position }: Choice,
  order: readonly number[],
): JourneyReason | undefined {
  const { places, before, stops } = problem;
  const { stop } = places[order[position]!]!;
  const done = order.slice(0, position).reduce((bits, place) => bits | (1 << places[place]!.stop), 0);
  const left = Array.from({ length: stops }, (_, i) => i).filter(
    (i) => i !== stop && (done & (1 << i)) === 0,
  );
  if (left.some((i) => (before[i]! & ~done) === 0)) return undefined;
  const waiting = left.filter((i) => (before[i]! & (1 << stop)) !== 0).map((i) => journey.stops[i]!.id);
  if (waiting.length > 0) return { kind: 'needed', before: waiting };
  const { after = [] } = journey.stops[stop]!;
  return after.length > 0 ? { kind: 'follows', after } : undefined;
}

/** Why not another place of the same stop. */
function placeReason(choice: Choice, other: Tour): JourneyReason {
  const { tour, position } = choice;
  const [mine, theirs] = [tour.visits[position]!, other.visits[position]!];
  const saves = Math.round(other.duration - tour.duration);
  const queue = queueOf(theirs) - queueOf(mine);
  const idle = idleOf(theirs) - idleOf(mine);
  if (queue > WORTH && queue >= idle) return queueReason(choice, saves);
  if (idle > WORTH) return { kind: 'opens', saves };
  return wholeReason(choice, other);
}

/** Why not another stop now, and this one later. */
function orderReason(choice: Choice, other: Tour): JourneyReason {
  const { journey, problem, tour, position } = choice;
  const mine = tour.visits[position]!;
  const { stop, expected } = problem.places[mine.place]!;
  const saves = Math.round(other.duration - tour.duration);
  const again = other.visits.find(({ place }) => problem.places[place]!.stop === stop)!;
  const shuts = expected.shutsAfter(mine.joins);
  if (again.joins >= shuts && idleOf(again) > WORTH)
    return { kind: 'closes', saves, at: later(journey.at, shuts) };
  if (idleOf(other.visits[position]!) > WORTH) return { kind: 'opens', saves };
  if (queueOf(again) - queueOf(mine) > WORTH) return queueReason(choice, saves);
  return wholeReason(choice, other);
}

/** Where the loss comes later: another stop would have to wait for its doors, or there is more queuing or walking in all. */
function wholeReason({ journey, problem, tour }: Choice, other: Tour): JourneyReason {
  const stopOf = ({ place }: Visit) => problem.places[place]!.stop;
  const idleAt = (stop: number, visits: readonly Visit[]) =>
    idleOf(visits.find((visit) => stopOf(visit) === stop)!);
  const saves = Math.round(other.duration - tour.duration);
  const held = other.visits
    .map((visit) => ({ visit, more: idleOf(visit) - idleAt(stopOf(visit), tour.visits) }))
    .sort((a, b) => b.more - a.more)[0];
  const queues = (visits: readonly Visit[]) => visits.reduce((sum, visit) => sum + queueOf(visit), 0);
  const queue = queues(other.visits) - queues(tour.visits);
  const walk = other.walking - tour.walking;
  if (held !== undefined && held.more > Math.max(WORTH, queue, walk)) {
    const { visit } = held;
    return {
      kind: 'delays',
      saves,
      stop: journey.stops[stopOf(visit)]!.id,
      until: later(journey.at, visit.called),
    };
  }
  return queue > walk ? { kind: 'queue', saves, shortest: false } : { kind: 'walk', saves };
}

/** Where nothing is done sooner: less walking, or nothing. */
function lesserReason(tour: Tour, others: readonly (Tour | undefined)[]): JourneyReason {
  const walked = others.flatMap((other) => (other === undefined ? [] : [other.walking - tour.walking]));
  if (walked.length === 0) return { kind: 'only' };
  const saves = Math.round(Math.max(...walked));
  return saves > WORTH_WALKING ? { kind: 'walk', saves } : { kind: 'equal' };
}

/** The queue is told with the time until which it stays as short, and no longer than at the stop's other places. */
function queueReason({ journey, problem, tour, position }: Choice, saves: number): JourneyReason {
  const { place, joins, called } = tour.visits[position]!;
  const { stop, expected } = problem.places[place]!;
  const siblings = problem.places.filter((other) => other.stop === stop);
  const worseAt = (t: number) => {
    const mine = expected.waitAt(t) ?? Infinity;
    return (
      mine > called - joins + HAIR || siblings.some((other) => (other.expected.waitAt(t) ?? Infinity) < mine)
    );
  };
  const shortest = !worseAt(joins);
  if (!shortest) return { kind: 'queue', saves, shortest };
  const until = siblings
    .flatMap((other) => other.expected.changes)
    .filter((t) => t > joins && worseAt(t))
    .reduce((first, t) => Math.min(first, t), Infinity);
  return { kind: 'queue', saves, shortest, ...(until < Infinity && { until: later(journey.at, until) }) };
}
