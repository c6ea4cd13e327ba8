import type { Random, VenuePoint } from '@daoyin/geometry';
import type { Venue } from '@daoyin/venue';
import { CHANNEL } from './channel';
import { type FindWay, follow, goalsOf, kindsOf, pick } from './errands';
import type { Motion } from './motion';
import { Recorder } from './recorder';
import { uniform } from './streams';

const SEATED_S: readonly [number, number] = [20, 90];
const TWO_WINDOWS_SHARE = 0.35;
const ATTEMPTS = 24;
/** Half of the visitors also need something else; of these categories, each as often as it is named here. */
const NEEDS_SHARE = 0.5;
const NEEDS = [
  ...['restroom.male', 'restroom.female', 'restroom.male', 'restroom.female', 'drinkingfountain'],
  ...['information', 'copymachine', 'photobooth', 'atm', 'vendingmachine', 'childplayarea', 'mothersroom'],
];

/**
 * A visit as of one day: in at an entrance, for a number where there are ticket machines, to a seat where there are any, to one window or two, half of
 * them to a restroom, a copier or the like between, out at an entrance. What cannot be reached is left out. Throws a RangeError where the venue has neither entrances nor goals.
 */
export function runVisit(venue: Venue, findWay: FindWay, random: Random): Motion {
  const goals = goalsOf(venue, random);
  const doors = amenities(venue, 'entry');
  const [ticketing, seats] = [amenities(venue, 'ticketing'), amenities(venue, 'seating')];
  const start = doors.length > 0 ? pick(doors, random) : pick(goals, random);
  if (start === undefined) throw new RangeError('The venue has no place to start a visit.');
  const recorder = new Recorder(venue, start, random() * 2 * Math.PI);
  const speed = uniform(random, CHANNEL.walker.speed);
  const go = (places: readonly VenuePoint[], by: 'nearest' | 'any'): boolean =>
    goTo(recorder, places, by, venue, findWay, random, speed);
  recorder.stand(2 * random());
  go(ticketing, 'nearest');
  const windows = random() < TWO_WINDOWS_SHARE ? 2 : 1;
  for (let left = windows; left > 0; left--) {
    if (random() < NEEDS_SHARE / windows) go(amenities(venue, pick(NEEDS, random)), 'any');
    if (random() < 0.6 && go(seats, 'nearest')) recorder.stand(uniform(random, SEATED_S));
    go(goals, 'any');
  }
  go(doors, 'any');
  return recorder.motion(0);
}

function amenities(venue: Venue, category: string): readonly VenuePoint[] {
  return venue.amenities
    .filter((amenity) => amenity.category === category)
    .map(({ point, level }) => ({ x: point.x, y: point.y, level }));
}

/** Goes to a place of these, if there is a way: any of them, or the nearest of this level. */
function goTo(
  recorder: Recorder,
  places: readonly VenuePoint[],
  by: 'nearest' | 'any',
  venue: Venue,
  findWay: FindWay,
  random: Random,
  speed: number,
): boolean {
  const { here } = recorder;
  const apart = (p: VenuePoint): number =>
    p.level === here.level ? Math.hypot(p.x - here.x, p.y - here.y) : 1e3;
  const nearest = places.toSorted((a, b) => apart(a) - apart(b));
  for (let attempt = 0; attempt < ATTEMPTS && places.length > 0; attempt++) {
    const to = by === 'any' ? pick(places, random) : nearest[attempt];
    const way = to && findWay(here, to, pick(kindsOf(venue), random));
    if (way === undefined) continue;
    follow(recorder, way, random, speed);
    return true;
  }
  return false;
}
