import { distance, type VenuePoint } from '@daoyin/geometry';
import type { BareRoute } from '../route/assemble';
import type { Building } from '../route/building';
import type { Landmark, Manoeuvre } from '../types';
import { angleBetween, directionOf, headingOf, setOff } from './bends';
import { isSeen, landmarkOf, type Sight } from './landmarks';

/** A route of fewer metres is none. */
const HERE = 1;
/** A landmark farther (in metres) from the goal is another of its name, and would lead astray. */
const NEAR_GOAL = 6;
/** Metres from a window that one stands before. */
const BEFORE = 2.5;

/** How one sets off: towards what, and as one faces the window or machine that one stands before. */
export function depart(building: Building, route: BareRoute, goal: Landmark | undefined): Manoeuvre {
  const at = route.path[0]!;
  const leg = route.legs[0];
  const off = leg?.kind === 'walk' ? setOff(leg.path) : undefined;
  const heading = off?.heading;
  const { at: end } = route.destination;
  const facing = off === undefined ? undefined : facingAt(building, at);
  const isOther = (sight: Sight) =>
    goal !== undefined &&
    (goal.featureId === sight.featureId || isAlike(goal, sight)) &&
    (end.level !== at.level || distance(end, sight.at) > NEAR_GOAL);
  const landmark =
    off === undefined
      ? undefined
      : landmarkAhead(
          building,
          { ...off.at, level: at.level },
          off.heading,
          (sight) => !isOther(sight) && !isPartOf(facing, sight),
        );
  return {
    kind: 'depart',
    distance: 0,
    at,
    headingRad: heading ?? 0,
    ...(route.length < HERE && { here: true }),
    ...(landmark && { landmark }),
    ...(facing && {
      facing: landmarkOf(facing),
      direction: directionOf(angleBetween(headingOf(at, facing.at), heading ?? 0)),
    }),
  };
}

/** Whether a window is one of an island's: who stands before it is there already. */
function isPartOf(facing: Sight | undefined, { windows }: Sight): boolean {
  if (facing?.window === undefined || windows === undefined) return false;
  const [first, last] = windows.map(Number) as [number, number];
  return first <= Number(facing.window) && Number(facing.window) <= last;
}

/** The window or machine that somebody at this place stands before. */
function facingAt(building: Building, at: VenuePoint): Sight | undefined {
  return building
    .sights(at.level)
    .near(at, BEFORE)
    .filter(({ kind, at: place }) => (kind === 'window' || kind === 'kiosk') && distance(place, at) < BEFORE)
    .sort((a, b) => distance(a.at, at) - distance(b.at, at))[0];
}

/** What one walks towards: the best landmark within 15° of the heading, 4 to 30 m off, of those that will do. */
function landmarkAhead(
  building: Building,
  at: VenuePoint,
  heading: number,
  willDo: (sight: Sight) => boolean,
): Landmark | undefined {
  const ahead = building
    .sights(at.level)
    .near(at, 30)
    .filter(willDo)
    .map((sight) => ({
      sight,
      far: distance(at, sight.at),
      off: Math.abs(angleBetween(heading, headingOf(at, sight.at))),
    }))
    .filter(({ far, off }) => far > 4 && far < 30 && off < (15 * Math.PI) / 180)
    .sort(
      (a, b) => a.off * 40 + a.far / 4 - 3 * a.sight.weight - (b.off * 40 + b.far / 4 - 3 * b.sight.weight),
    );
  const seen = ahead.find(({ sight }) => isSeen(building.base(at.level), at, sight));
  return seen && landmarkOf(seen.sight);
}

/** Whether two landmarks are of one name, such as `Ticket machines` and `Ticket machine 2` are in Chinese. */
function isAlike(a: Landmark, b: Landmark): boolean {
  const kindsOf = (landmark: Landmark) =>
    Object.values(landmark.name ?? {}).map((name) => name.replace(/\s*\d+$/, ''));
  return kindsOf(a).some((name) => kindsOf(b).includes(name));
}
