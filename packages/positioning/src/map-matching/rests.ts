import type { Point } from '@daoyin/geometry';
import type { Venue } from '@daoyin/venue';
import type { Particles } from './particles';

/** How often people stand where nothing is, and how far from a window they stand otherwise: queues are short. */
const ANYWHERE = 0.3;
const STAND_SD = 1;

/** Where people stand on each level, by index: windows, machines, amenities and anchors. */
export function standingPlaces(venue: Venue): readonly (readonly Point[])[] {
  const byLevel = new Map(venue.levels.map(({ shortName }) => [shortName, [] as Point[]]));
  for (const { at } of [...venue.windows, ...venue.anchors]) byLevel.get(at.level)?.push(at);
  for (const { level, point } of venue.amenities) byLevel.get(level)?.push(point);
  return [...byLevel.values()].map(unrepeated);
}

function unrepeated(points: readonly Point[]): readonly Point[] {
  return [...new Map(points.map((point) => [`${point.x.toFixed(1)} ${point.y.toFixed(1)}`, point])).values()];
}

/** The walker stands: likelier at a window than in the middle of nowhere. */
export function weighRest(particles: Particles, places: readonly (readonly Point[])[]): void {
  const { x, y, level, count } = particles;
  for (let i = 0; i < count; i++) {
    const near = places[level[i]!] ?? [];
    let nearest = Number.POSITIVE_INFINITY;
    for (const place of near) {
      const [dx, dy] = [place.x - x[i]!, place.y - y[i]!];
      nearest = Math.min(nearest, dx * dx + dy * dy);
    }
    if (near.length === 0) continue;
    particles.weigh(i, Math.log(ANYWHERE + (1 - ANYWHERE) * Math.exp(-nearest / (2 * STAND_SD ** 2))));
  }
}
