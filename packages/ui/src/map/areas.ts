import { multiPolygonContains } from '@daoyin/geometry';
import type { AreaColours } from '@daoyin/scene';
import type { Services } from '@daoyin/services';
import type { FeatureId, Section, Venue } from '@daoyin/venue';

/** What a hall without areas of its own is coloured in, zone by zone. */
const COLOURS = [
  '#2f6fde',
  '#0f9d8a',
  '#e0851b',
  '#8358d0',
  '#d2457a',
  '#5c912f',
  '#c2552d',
  '#2391c2',
] as const;

/** The colour of each zone and window, the same in plan, hall and lists. */
export interface AreaPaint extends AreaColours {
  readonly windows: ReadonlyMap<string, string>;
  readonly sections: ReadonlyMap<FeatureId, string>;
}

/** Whether a section is a place that has a name on a sign, rather than rows of seats. */
export const isZone = ({ category }: Section): boolean => !/seating|walkway|vegetation/.test(category);

/**
 * The colours of a venue: those of its catalogue's areas where it has one, a zone taking that of most of its windows; else the zones take
 * colours in turn, storey by storey, and a window has its zone's.
 */
export function areaPaintOf(venue: Venue, services: Services | null): AreaPaint {
  const zones = zonesInOrder(venue);
  const colourOfArea = new Map(services?.areas.map(({ id, colour }) => [id, colour]));
  const windows = new Map<string, string>();
  for (const duty of services?.windows ?? []) {
    const colour = colourOfArea.get(duty.areaId);
    if (colour !== undefined) windows.set(duty.number, colour);
  }
  const sections = new Map<FeatureId, string>();
  zones.forEach((zone, at) => {
    const inside = venue.windows.filter(
      (window) => window.at.level === zone.level && multiPolygonContains(zone.area, window.at),
    );
    const colour =
      commonest(inside.flatMap(({ number }) => windows.get(number) ?? [])) ?? COLOURS[at % COLOURS.length]!;
    sections.set(zone.id, colour);
    for (const { number } of inside) if (!windows.has(number)) windows.set(number, colour);
  });
  return { windows, sections };
}

function zonesInOrder(venue: Venue): readonly Section[] {
  const ordinals = new Map(venue.levels.map((level) => [level.shortName, level.ordinal]));
  return venue.sections
    .filter(isZone)
    .toSorted(
      (a, b) => (ordinals.get(a.level) ?? 0) - (ordinals.get(b.level) ?? 0) || a.id.localeCompare(b.id),
    );
}

function commonest(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
