import { problemOf, refuse } from './problem';
import { reasonsOf } from './reasons';
import { bestTour, tourOf } from './search';
import { later } from './timeline';
import type { Journey, JourneyResult, JourneyStep, WalkingTime } from './types';

/**
 * The order of a journey's stops, and for each stop the place, that is done first: exact for up to eight stops, and beyond for
 * as many as their order leaves few enough choices. `walkingTime` in seconds. Without stops the plan is the way to `to`.
 */
export function planJourney(journey: Journey, walkingTime: WalkingTime): JourneyResult {
  const read = problemOf(journey, walkingTime);
  if (!read.ok) return read;
  const { problem } = read;
  const tour = journey.stops.length === 0 ? wayOnly(journey, walkingTime) : bestTour(problem);
  if (tour === undefined) {
    const [zh, en] = [
      '这些事在近期的办公时间内办不完。',
      'The opening hours of the coming days do not allow all of it.',
    ];
    return refuse('never-open', [], zh, en);
  }
  const reasons = reasonsOf(journey, problem, tour);
  const order = tour.visits.map(({ place }) => place);
  const long = tourOf(problem, order, (spot) => spot.long);
  return {
    ok: true,
    steps: tour.visits.map((visit, i): JourneyStep => {
      const { stop, key, service, long: longQueue, hasQueue } = problem.places[visit.place]!;
      const median = Math.round(visit.called - visit.joins);
      const p90 = Math.max(median, Math.round(longQueue.waitAt(visit.joins) ?? 0));
      const wait = { median, p90 };
      return {
        stop: journey.stops[stop]!.id,
        place: key,
        walk: visit.walk,
        idle: visit.joins - visit.arrives,
        ...(hasQueue && { wait }),
        service,
        arrivesAt: later(journey.at, visit.arrives),
        joinsAt: later(journey.at, visit.joins),
        calledAt: later(journey.at, visit.called),
        doneAt: later(journey.at, visit.done),
        why: reasons[i]!,
      };
    }),
    walking: tour.walking,
    duration: tour.duration,
    ...(long && { longDuration: long.duration }),
    doneAt: later(journey.at, tour.duration),
  };
}

function wayOnly({ from, to }: Journey, walkingTime: WalkingTime) {
  const walk = to === undefined || to === from ? 0 : walkingTime(from, to);
  return walk === undefined ? undefined : { visits: [], duration: walk, walking: walk };
}
