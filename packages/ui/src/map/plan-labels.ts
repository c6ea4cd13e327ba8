import { boundsOfAreas, centroid, type Point } from '@daoyin/geometry';
import { labelText, type Venue } from '@daoyin/venue';
import type { IconName } from '../components/Icon';
import type { Language } from '../language';
import { facilityOfCategory } from '../search/facilities';
import { isZone } from './areas';

/** Something written on the plan; what has the higher `rank` keeps its place. */
export interface PlanLabel {
  readonly id: string;
  readonly kind: 'window' | 'zone' | 'room' | 'facility';
  readonly at: Point;
  readonly text: string;
  readonly icon?: IconName;
  readonly rank: number;
  /** Shown from this many CSS pixels a metre on. */
  readonly fromScale: number;
}

/** A label at its place on the screen, after what would overlap has been left out. */
export interface PlacedLabel extends PlanLabel {
  readonly left: number;
  readonly top: number;
}

const WINDOW_SCALE = 9;
/** Left free on each side of a label, in heights of its text: numbers beside one another stay numbers. */
const GAP = 0.3;

/** All labels that a level could show. */
export function planLabels(venue: Venue, level: string, language: Language): readonly PlanLabel[] {
  return [
    ...windowLabels(venue, level),
    ...zoneLabels(venue, level, language),
    ...facilityLabels(venue, level, language),
    ...connectorLabels(venue, level),
    ...roomLabels(venue, level, language),
  ];
}

/**
 * The labels that fit, by rank, none over another and none cut: the name of a zone that begins within the picture is moved into it, a
 * room's is left out. `textSize` is the text's height in CSS pixels.
 */
export function placeLabels(
  labels: readonly PlanLabel[],
  toScreen: (point: Point) => { readonly left: number; readonly top: number },
  view: {
    readonly scale: number;
    readonly width: number;
    readonly height: number;
    readonly textSize: number;
    readonly always?: string | undefined;
  },
): readonly PlacedLabel[] {
  const taken: { left: number; right: number; top: number; bottom: number }[] = [];
  const placed: PlacedLabel[] = [];
  const rankOf = (label: PlanLabel) => (label.id === view.always ? 100 : label.rank);
  for (const label of labels.toSorted((a, b) => rankOf(b) - rankOf(a))) {
    if (view.scale < label.fromScale && label.id !== view.always) continue;
    const at = toScreen(label.at);
    if (at.left < 0 || at.top < 0 || at.left > view.width || at.top > view.height) continue;
    const [halfWidth, halfHeight] = halfSize(label, view.textSize);
    const within = {
      left: Math.max(halfWidth, Math.min(at.left, view.width - halfWidth)),
      top: Math.max(halfHeight, Math.min(at.top, view.height - halfHeight)),
    };
    if (label.kind === 'room' && (within.left !== at.left || within.top !== at.top)) continue;
    const { left, top } = label.kind === 'zone' ? within : at;
    const box = {
      left: left - halfWidth,
      right: left + halfWidth,
      top: top - halfHeight,
      bottom: top + halfHeight,
    };
    const overlaps = taken.some(
      (other) =>
        box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
    );
    if (overlaps) continue;
    taken.push(box);
    placed.push({ ...label, left, top });
  }
  return placed;
}

function halfSize({ text, icon }: PlanLabel, textSize: number): readonly [number, number] {
  if (icon !== undefined) return [textSize * 0.95, textSize * 0.95];
  const widths = [...text].map((sign) => (/[\u2e80-\uffef]/.test(sign) ? 1 : 0.58));
  return [(widths.reduce((sum, width) => sum + width, 0) * textSize) / 2 + textSize * GAP, textSize * 0.6];
}

function windowLabels(venue: Venue, level: string): PlanLabel[] {
  const fixtures = new Map(venue.fixtures.map((fixture) => [fixture.id, fixture]));
  return venue.windows
    .filter((window) => window.at.level === level)
    .map(({ number, at, fixtureId }) => {
      const desk = fixtureId === undefined ? undefined : fixtures.get(fixtureId)?.area[0];
      return {
        id: `window-${number}`,
        kind: 'window' as const,
        at: desk === undefined ? at : centroid(desk.outer),
        text: number,
        rank: 3,
        fromScale: WINDOW_SCALE,
      };
    });
}

function zoneLabels(venue: Venue, level: string, language: Language): PlanLabel[] {
  return venue.sections
    .filter((section) => section.level === level && section.area.length > 0 && isZone(section))
    .map(({ id, name, area }) => ({
      id,
      kind: 'zone' as const,
      at: centroid(area[0]!.outer),
      text: labelText(name, language),
      rank: 8,
      fromScale: 0,
    }))
    .filter(({ text }) => text !== '');
}

function roomLabels(venue: Venue, level: string, language: Language): PlanLabel[] {
  return venue.units
    .filter((unit) => unit.level === level && unit.area.length > 0 && unit.restriction === undefined)
    .map(({ id, name, area, displayPoint }) => {
      const { minX, maxX } = boundsOfAreas(area);
      const text = labelText(name, language);
      return {
        id,
        kind: 'room' as const,
        at: displayPoint ?? centroid(area[0]!.outer),
        text,
        rank: 5,
        fromScale: (text.length * 11) / Math.max(1, maxX - minX),
      };
    })
    .filter(({ text }) => text !== '' && text.length < 20);
}

function facilityLabels(venue: Venue, level: string, language: Language): PlanLabel[] {
  return venue.amenities
    .filter((amenity) => amenity.level === level)
    .flatMap(({ id, category, point, name }) => {
      const facility = facilityOfCategory(category);
      if (facility === undefined || facility.kind === 'seat') return [];
      const text = labelText(name, language);
      return [
        { id, kind: 'facility' as const, at: point, text, icon: facility.icon, rank: 6, fromScale: 3.5 },
      ];
    });
}

function connectorLabels(venue: Venue, level: string): PlanLabel[] {
  return venue.units
    .filter(({ level: on, category }) => on === level && /^(elevator|escalator|stairs)$/.test(category))
    .map(({ id, category, area }) => ({
      id: `connector-${id}`,
      kind: 'facility' as const,
      at: centroid(area[0]!.outer),
      text: '',
      icon: category as IconName,
      rank: 7,
      fromScale: 2.5,
    }));
}
