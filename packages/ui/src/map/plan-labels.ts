import { boundsOfAreas, boxesOverlap, centroid, type Point, type ScreenBox } from '@daoyin/geometry';
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
  /** Metres from left to right of what it names, where it is left out as long as it is much longer than that on the screen. */
  readonly span?: number;
}

/** A label at its place on the screen, after what would overlap has been left out. */
export interface PlacedLabel extends PlanLabel {
  readonly left: number;
  readonly top: number;
}

const WINDOW_SCALE = 9;
/** A zone's name may be so many times as long as the zone. */
const LONGEST = 1.75;
/** Where else the name of a zone may stand, in heights of its text below its middle. */
const LINES = [0, 1.3, -1.3, 2.6, -2.6];
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
 * The labels that fit, by rank, none over another, over what is to be kept clear, or cut: the name of a zone gives way by some lines, and
 * is moved into the picture; a room's is left out. `textSize` is the text's height in CSS pixels.
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
    /** Covered by no label: who is here, and the sign of where to. */
    readonly keepClear?: readonly ScreenBox[];
    /** Parts of the picture under the page's controls: the name of a zone also moves beside them. */
    readonly covered?: readonly ScreenBox[];
  },
): readonly PlacedLabel[] {
  const taken: ScreenBox[] = [...(view.keepClear ?? []), ...(view.covered ?? [])];
  const placed: PlacedLabel[] = [];
  const rankOf = (label: PlanLabel) => (label.id === view.always ? 100 : label.rank);
  for (const label of labels.toSorted((a, b) => rankOf(b) - rankOf(a))) {
    if (view.scale < label.fromScale && label.id !== view.always) continue;
    const at = toScreen(label.at);
    if (at.left < 0 || at.top < 0 || at.left > view.width || at.top > view.height) continue;
    const half = halfSize(label, view.textSize);
    if (label.span !== undefined && half[0] * 2 > LONGEST * label.span * view.scale) continue;
    const box = boxesOf(label, at, half, view).find(
      (one) => !taken.some((other) => boxesOverlap(one, other)),
    );
    if (box === undefined) continue;
    taken.push(box);
    placed.push({ ...label, left: box.left + half[0], top: box.top + half[1] });
  }
  return placed;
}

/** Where a label may stand, the best place first. */
function boxesOf(
  { kind }: PlanLabel,
  at: { readonly left: number; readonly top: number },
  [halfWidth, halfHeight]: readonly [number, number],
  {
    width,
    height,
    textSize,
    covered = [],
  }: {
    readonly width: number;
    readonly height: number;
    readonly textSize: number;
    readonly covered?: readonly ScreenBox[];
  },
): readonly ScreenBox[] {
  const boxAt = (left: number, top: number) => ({
    left: left - halfWidth,
    right: left + halfWidth,
    top: top - halfHeight,
    bottom: top + halfHeight,
  });
  const left = Math.max(halfWidth, Math.min(at.left, width - halfWidth));
  const inside = (top: number) => Math.max(halfHeight, Math.min(top, height - halfHeight));
  if (kind === 'zone') {
    const beside = covered
      .flatMap((control) => [control.left - halfWidth, control.right + halfWidth])
      .filter(
        (other) =>
          Math.abs(other - at.left) < halfWidth &&
          other === Math.max(halfWidth, Math.min(other, width - halfWidth)),
      );
    return [left, ...beside].flatMap((x) =>
      LINES.map((lines) => boxAt(x, inside(at.top + lines * textSize))),
    );
  }
  const isCut = left !== at.left || inside(at.top) !== at.top;
  return kind === 'room' && isCut ? [] : [boxAt(at.left, at.top)];
}

/** A zone's name is set larger and bolder than the others, as `plan.css` has it. */
const ZONE = 1.15;

function halfSize({ kind, text, icon }: PlanLabel, textSize: number): readonly [number, number] {
  if (icon !== undefined) return [textSize * 0.95, textSize * 0.95];
  const widths = [...text].map((sign) =>
    /[\u2e80-\uffef]/.test(sign) ? 1 : /[a-z .]/.test(sign) ? 0.5 : 0.6,
  );
  const width = widths.reduce((sum, one) => sum + one, 0) * (kind === 'zone' ? ZONE : 1);
  return [(width * textSize) / 2 + textSize * GAP, textSize * 0.6];
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
    .map(({ id, name, area }) => {
      const { minX, maxX } = boundsOfAreas(area);
      return {
        id,
        kind: 'zone' as const,
        at: centroid(area[0]!.outer),
        text: labelText(name, language),
        rank: 8,
        fromScale: 0,
        span: maxX - minX,
      };
    })
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
