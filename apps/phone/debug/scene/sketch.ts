import type { VenuePoint } from '@daoyin/geometry';
import { centroid } from '@daoyin/geometry';
import type { Route, RouteLeg } from '@daoyin/routing';
import type { Venue } from '@daoyin/venue';

/** A route that knows no walls, to look at ribbons without a router: straight to the nearest lift, up, and straight on. */
export function sketchRoute(venue: Venue, from: VenuePoint, window: string): Route | undefined {
  const goal = venue.windows.find(({ number }) => number === window);
  if (!goal) return undefined;
  const legs: RouteLeg[] = [];
  let at = from;
  const walk = (to: VenuePoint) => {
    const corner = { x: to.x, y: at.y };
    const length = Math.abs(to.x - at.x) + Math.abs(to.y - at.y);
    legs.push({ kind: 'walk', level: at.level, path: [at, corner, to], length, duration: length });
    at = to;
  };
  if (goal.at.level !== from.level) {
    const lift = venue.connectors.find(({ kind }) => kind === 'elevator');
    const stop = (level: string) => {
      const unit = venue.units.find((u) => lift?.unitIds.includes(u.id) && u.level === level);
      return unit && { ...centroid(unit.area[0]!.outer), level };
    };
    const [a, b] = [stop(from.level), stop(goal.at.level)];
    if (!lift || !a || !b) return undefined;
    walk(a);
    legs.push({
      kind: 'connector',
      connectorId: lift.id,
      connector: 'elevator',
      from: a,
      to: b,
      length: 5,
      duration: 20,
    });
    at = b;
  }
  walk(goal.at);
  const length = legs.reduce((sum, leg) => sum + leg.length, 0);
  const path = legs.flatMap((leg) =>
    leg.kind === 'walk' ? leg.path.map((p) => ({ ...p, level: leg.level })) : [leg.from, leg.to],
  );
  return {
    ok: true,
    length,
    duration: length,
    path,
    legs,
    manoeuvres: [],
    destination: { at: goal.at, window },
  };
}
