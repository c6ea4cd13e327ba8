import { distance, type Point, type VenuePoint } from '@daoyin/geometry';
import type { Venue } from '@daoyin/venue';
import type { BareRoute } from '../route/assemble';
import type { Goal } from '../route/goals';
import type { Manoeuvre, TurnDirection } from '../types';

/** What a walker has to do along a route, in order. */
export function manoeuvresOf(venue: Venue, route: BareRoute, _goal: Goal): Manoeuvre[] {
  const manoeuvres: Manoeuvre[] = [];
  let walked = 0;
  const first = route.path[0]!;
  const second = route.path[1] ?? first;
  manoeuvres.push({ kind: 'depart', distance: 0, at: first, headingRad: heading(first, second) });
  for (const leg of route.legs) {
    if (leg.kind === 'walk') manoeuvres.push(...turnsOf(leg.path, leg.level, walked));
    else {
      const [from, to] = [leg.from, leg.to];
      manoeuvres.push({
        kind: 'take-connector',
        distance: walked,
        at: from,
        connector: leg.connector,
        connectorId: leg.connectorId,
        toLevel: to.level,
        up: ordinalOf(venue, to) > ordinalOf(venue, from),
      });
    }
    walked += leg.length;
  }
  manoeuvres.push({
    kind: 'arrive',
    distance: walked,
    at: route.path.at(-1)!,
    side: route.destination.side ?? 'ahead',
  });
  return manoeuvres;
}

function ordinalOf(venue: Venue, { level }: VenuePoint): number {
  return venue.levels.find(({ shortName }) => shortName === level)!.ordinal;
}

function turnsOf(path: readonly Point[], level: string, before: number): Manoeuvre[] {
  const turns: Manoeuvre[] = [];
  let walked = before;
  for (let i = 1; i < path.length - 1; i++) {
    walked += distance(path[i - 1]!, path[i]!);
    const turn = heading(path[i]!, path[i + 1]!) - heading(path[i - 1]!, path[i]!);
    const direction = directionOf(turn);
    if (direction !== 'straight')
      turns.push({ kind: 'turn', distance: walked, at: { ...path[i]!, level }, direction });
  }
  return turns;
}

const heading = (a: Point, b: Point): number => Math.atan2(b.y - a.y, b.x - a.x);

/** The word for a turn of so many radians, counter-clockwise. */
export function directionOf(turn: number): TurnDirection {
  const angle = Math.atan2(Math.sin(turn), Math.cos(turn)) * (180 / Math.PI);
  const side = angle > 0 ? 'left' : 'right';
  const size = Math.abs(angle);
  if (size < 20) return 'straight';
  if (size < 50) return `slight-${side}`;
  if (size < 120) return side;
  return size < 160 ? `sharp-${side}` : 'back';
}
