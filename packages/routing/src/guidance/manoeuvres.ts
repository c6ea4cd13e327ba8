import { centroid, distance, type Point, type VenuePoint } from '@daoyin/geometry';
import type { BareRoute } from '../route/assemble';
import type { Building } from '../route/building';
import type { Landmark, Manoeuvre, RouteLeg, TurnDirection } from '../types';
import {
  angleBetween,
  type Bend,
  bendsOf,
  directionOf,
  headingAtEnd,
  headingAtStart,
  headingOf,
} from './bends';
import { isSeen, landmarkOf, type Sight } from './landmarks';

/** Turns under this many radians are not spoken of while the heading stays near what was said last. */
const NOTICED = (30 * Math.PI) / 180;
const DRIFT = (45 * Math.PI) / 180;
/** A turn this near (in metres) to the end of a walk is part of arriving: what is left is too short to be said. */
const AT_THE_END = 2.5;
/** How far (in metres) a landmark may be from the turn that it marks. */
const BESIDE = 5;
/** A route of fewer metres is none. */
const HERE = 1;
/** Metres between two flights of one stair. */
const LANDING = 6;
/** Metres from a window that one stands before. */
const BEFORE = 2.5;

type WalkLeg = Extract<RouteLeg, { kind: 'walk' }>;
type ConnectorLeg = Extract<RouteLeg, { kind: 'connector' }>;

/** What a walker has to do along a route, in order: depart, turns, rides, arrive. */
export function manoeuvresOf(building: Building, route: BareRoute): Manoeuvre[] {
  const manoeuvres: Manoeuvre[] = [depart(building, route)];
  const goal = destinationLandmark(building, route.destination);
  let walked = 0;
  const legs = withoutLandings(route.legs);
  legs.forEach((leg, i) => {
    const before = legs[i - 1];
    if (leg.kind === 'connector') manoeuvres.push(ride(building, leg, lastRide(legs, i), walked));
    else {
      const exit = before?.kind === 'connector' ? leaving(building, before, leg, walked) : undefined;
      if (exit !== undefined) manoeuvres.push(exit);
      manoeuvres.push(...turns(building, leg, walked, goal));
    }
    walked += leg.length;
  });
  manoeuvres.push(arrive(building, route, walked));
  return manoeuvres;
}

/** Flights of one stair, with no more than a landing between them, are one climb. */
function withoutLandings(legs: readonly RouteLeg[]): RouteLeg[] {
  const kept: RouteLeg[] = [];
  for (const leg of legs) {
    const landing = kept.at(-1);
    const flight = landing?.kind === 'walk' ? kept.at(-2) : landing;
    const isLanding = landing?.kind !== 'walk' || landing.length <= LANDING;
    if (
      leg.kind === 'connector' &&
      leg.connector === 'stairs' &&
      flight?.kind === 'connector' &&
      flight.connector === 'stairs' &&
      isLanding
    ) {
      if (landing?.kind === 'walk') kept.pop();
      kept.pop();
      const between = landing?.kind === 'walk' ? landing.length : 0;
      const { connectorId, connector, from, inside } = flight;
      kept.push({
        kind: 'connector',
        connectorId,
        connector,
        from,
        to: leg.to,
        ...(inside && { inside }),
        length: flight.length + between + leg.length,
        duration: flight.duration + leg.duration,
      });
    } else kept.push(leg);
  }
  return kept;
}

/** The ride before this one, where one goes straight on from it. */
function lastRide(legs: readonly RouteLeg[], index: number): ConnectorLeg | undefined {
  const before = legs[index - 1];
  if (before?.kind === 'connector') return before;
  const ride = legs[index - 2];
  return before !== undefined && before.length <= 2 * LANDING && ride?.kind === 'connector'
    ? ride
    : undefined;
}

function depart(building: Building, route: BareRoute): Manoeuvre {
  const at = route.path[0]!;
  const leg = route.legs[0];
  const heading = leg?.kind === 'walk' ? headingAtStart(leg.path) : undefined;
  const landmark = heading === undefined ? undefined : landmarkAhead(building, at, heading);
  const facing = heading === undefined ? undefined : facingAt(building, at);
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

/** The window or machine that somebody at this place stands before. */
function facingAt(building: Building, at: VenuePoint): Sight | undefined {
  return building
    .sights(at.level)
    .near(at, BEFORE)
    .filter(({ kind, at: place }) => (kind === 'window' || kind === 'kiosk') && distance(place, at) < BEFORE)
    .sort((a, b) => distance(a.at, at) - distance(b.at, at))[0];
}

/** What one walks towards: the best landmark within 15° of the heading, 4 to 30 m off. */
function landmarkAhead(building: Building, at: VenuePoint, heading: number): Landmark | undefined {
  const ahead = building
    .sights(at.level)
    .near(at, 30)
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

function turns(building: Building, leg: WalkLeg, walked: number, goal: Landmark | undefined): Manoeuvre[] {
  const told: Extract<Manoeuvre, { kind: 'turn' }>[] = [];
  let heading = headingAtStart(leg.path) ?? 0;
  for (const bend of bendsOf(leg.path)) {
    const drifted = Math.abs(angleBetween(heading, bend.headingAfter)) > DRIFT;
    const size = Math.abs(bend.turn);
    const isNoticed = size >= NOTICED || (drifted && directionOf(bend.turn) !== 'straight');
    if (!isNoticed || leg.length - bend.distance < AT_THE_END || bend.distance < 0.5) continue;
    heading = bend.headingAfter;
    const at = { ...bend.at, level: leg.level };
    const direction = directionOf(bend.turn);
    const said = [told.at(-1)?.landmark, goal];
    const landmark = landmarkBeside(building, at, bend, said);
    told.push({
      kind: 'turn',
      distance: walked + bend.distance,
      at,
      direction,
      ...(landmark && { landmark }),
    });
  }
  return told;
}

/** The landmark at the inner side of a turn: what one goes round. Nothing behind one's back, and not what was `said`: of the turn before, as the goal. */
function landmarkBeside(
  building: Building,
  at: VenuePoint,
  bend: Bend,
  said: readonly (Landmark | undefined)[],
): Landmark | undefined {
  const inward = bend.headingBefore + (bend.turn > 0 ? 1 : -1) * (Math.PI / 2);
  const inner = { x: at.x + 0.7 * Math.cos(inward), y: at.y + 0.7 * Math.sin(inward) };
  const rank = (sight: Sight) => distance(inner, sight.at) - sight.weight;
  const beside = building
    .sights(at.level)
    .near(inner, BESIDE)
    .filter((sight) => !said.some((other) => other && isSame(other, sight)))
    .filter((sight) => distance(inner, sight.at) < BESIDE && isBefore(at, bend.headingBefore, sight.at))
    .sort((a, b) => rank(a) - rank(b));
  const seen = beside.find((sight) => isSeen(building.base(at.level), at, sight));
  return seen && landmarkOf(seen);
}

/** Whether two landmarks are one to who hears of them: a toilet's sign and its room have one name. */
function isSame(a: Landmark, b: Landmark): boolean {
  if (a.featureId === b.featureId) return true;
  const names = Object.values(a.name ?? {});
  return Object.values(b.name ?? {}).some((name) => names.includes(name));
}

function isBefore(at: Point, heading: number, point: Point): boolean {
  return (point.x - at.x) * Math.cos(heading) + (point.y - at.y) * Math.sin(heading) > -2;
}

function ride(
  building: Building,
  leg: ConnectorLeg,
  before: ConnectorLeg | undefined,
  walked: number,
): Manoeuvre {
  const { connector, connectorId, from, to, length } = leg;
  const units = unitsOf(building, leg);
  const exit = connector === 'elevator' ? doorUsed(leg, units) : undefined;
  const name = units[0]?.name;
  const landmark = name && Object.keys(name).length > 0 && { kind: connector, featureId: units[0]!.id, name };
  const ordinal = (level: string) =>
    building.venue.levels.find(({ shortName }) => shortName === level)!.ordinal;
  const continues = before?.connector === connector;
  return {
    kind: 'take-connector',
    distance: walked,
    at: from,
    connector,
    connectorId,
    toLevel: to.level,
    up: ordinal(to.level) > ordinal(from.level),
    ...(exit && { exit }),
    ...(landmark && { landmark }),
    ...(continues && { continues }),
    length,
  };
}

function unitsOf(building: Building, { connectorId, from, to }: ConnectorLeg) {
  const connector = building.venue.connectors.find(({ id }) => id === connectorId);
  const units = building.venue.units.filter(({ id }) => connector?.unitIds.includes(id));
  return [from.level, to.level].flatMap((level) => units.find((unit) => unit.level === level) ?? []);
}

/** The side on which a lift is left, seen as one went in: straight through it, back through the same door, or to a side. */
function doorUsed(leg: ConnectorLeg, units: ReturnType<typeof unitsOf>): TurnDirection | undefined {
  const [below, above] = units.map((unit) => unit.area[0] && centroid(unit.area[0].outer));
  if (below === undefined || above === undefined) return undefined;
  const turn = angleBetween(headingOf(leg.from, below), headingOf(above, leg.to));
  const quarter = Math.round(turn / (Math.PI / 2));
  return quarter === 0 ? 'straight' : Math.abs(quarter) === 2 ? 'back' : quarter > 0 ? 'left' : 'right';
}

/** The turn that one makes on coming out of a lift, or off the stairs. */
function leaving(
  building: Building,
  ride: ConnectorLeg,
  leg: WalkLeg,
  walked: number,
): Manoeuvre | undefined {
  const unit = unitsOf(building, ride).at(-1);
  const ring = unit?.area[0]?.outer;
  const heading = headingAtStart(leg.path);
  if (ring === undefined || heading === undefined || leg.length < AT_THE_END) return undefined;
  const direction = directionOf(angleBetween(headingOf(centroid(ring), ride.to), heading));
  if (direction === 'straight' || direction === 'back') return undefined;
  return { kind: 'turn', distance: walked, at: ride.to, direction, after: ride.connector };
}

function arrive(building: Building, route: BareRoute, walked: number): Manoeuvre {
  const { destination } = route;
  const last = route.legs.at(-1);
  const landmark = destinationLandmark(building, destination);
  return {
    kind: 'arrive',
    distance: walked,
    at: destination.at,
    side: destination.side ?? 'ahead',
    ...(last?.kind === 'walk' && { headingRad: headingAtEnd(last.path) ?? 0 }),
    ...(landmark && { landmark }),
  };
}

function destinationLandmark(
  { venue, colours }: Building,
  { window, featureId }: BareRoute['destination'],
): Landmark | undefined {
  if (featureId === undefined) return undefined;
  if (window !== undefined) {
    const colour = colours.get(window);
    return { kind: 'window', featureId, window, ...(colour && { colour }) };
  }
  const lists = [
    venue.units,
    venue.amenities,
    venue.fixtures,
    venue.sections,
    venue.openings,
    venue.occupants,
  ];
  const feature = lists.flat().find(({ id }) => id === featureId) ?? undefined;
  const kiosk = venue.kiosks.find(({ id }) => id === featureId);
  if (feature !== undefined) return { kind: feature.category, featureId, name: feature.name };
  return kiosk && { kind: 'kiosk', featureId, name: kiosk.name };
}
