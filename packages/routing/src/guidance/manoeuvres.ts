import { centroid } from '@daoyin/geometry';
import type { BareRoute } from '../route/assemble';
import type { Building } from '../route/building';
import type { Landmark, Manoeuvre, RouteLeg, TurnDirection } from '../types';
import { angleBetween, directionOf, headingAtEnd, headingAtStart, headingOf } from './bends';
import { depart } from './depart';
import { AT_THE_END, turns } from './turns';

/** Metres between two flights of one stair. */
const LANDING = 6;

type WalkLeg = Extract<RouteLeg, { kind: 'walk' }>;
type ConnectorLeg = Extract<RouteLeg, { kind: 'connector' }>;

/** What a walker has to do along a route, in order: depart, turns, rides, arrive. */
export function manoeuvresOf(building: Building, route: BareRoute): Manoeuvre[] {
  const goal = destinationLandmark(building, route.destination);
  const manoeuvres: Manoeuvre[] = [depart(building, route, goal)];
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
