import { centroid, distance, multiPolygonContains, type Point } from '@daoyin/geometry';
import { labelText, type Unit, type Venue } from '@daoyin/venue';
import { type AreaStyle, areaOf, isWaiting, middleOf } from '../build/style';
import { behindWhite, mix, type Rgb } from '../colour';
import type { Palette } from '../palette';
import type { SceneLanguage, SelectTarget, Spot } from '../types';
import { type PictogramName, pictogramOf } from './pictograms';

export type LabelKind =
  | 'goal'
  | 'here'
  | 'start'
  | 'climb'
  | 'level'
  | 'connector'
  | 'entrance'
  | 'facility'
  | 'area'
  | 'room'
  | 'window';

/** One label as data: what it says, where, and how much it matters. Drawn by the atlas, placed by `placeLabels`. */
export interface LabelSpec {
  readonly id: string;
  readonly kind: LabelKind;
  readonly at: Spot;
  readonly text: string;
  readonly icon?: PictogramName;
  readonly colour: Rgb;
  /** Higher first. */
  readonly priority: number;
  /** Shown from this many CSS pixels a metre. */
  readonly minScale: number;
  /** Shown below this many; from there on a larger one of the same text takes over. */
  readonly maxScale?: number;
  readonly large?: boolean;
  readonly target?: SelectTarget;
}

/** Goal before connectors before facilities before areas before windows. */
const PRIORITY: Readonly<Record<LabelKind, number>> = {
  goal: 1000,
  here: 990,
  start: 980,
  climb: 970,
  level: 960,
  connector: 800,
  entrance: 760,
  facility: 700,
  area: 600,
  room: 300,
  window: 400,
};

const MIN_SCALE: Readonly<Record<LabelKind, number>> = {
  goal: 0,
  here: 0,
  start: 0,
  climb: 0,
  level: 0,
  connector: 3.3,
  entrance: 2.2,
  facility: 4.5,
  area: 1.7,
  room: 6.5,
  window: 9,
};

/** Every label of a venue; what is shown is decided by zoom and collision. */
export function venueLabels(
  venue: Venue,
  language: SceneLanguage,
  style: AreaStyle,
  palette: Palette,
): readonly LabelSpec[] {
  return [
    ...connectorLabels(venue, palette),
    ...entranceLabels(venue, language, palette),
    ...facilityLabels(venue, palette),
    ...sectionLabels(venue, language, style, palette),
    ...roomLabels(venue, language, style, palette),
    ...windowLabels(venue, style),
  ];
}

export function label(
  kind: LabelKind,
  id: string,
  at: Spot,
  text: string,
  colour: Rgb,
  more: Partial<LabelSpec> = {},
): LabelSpec {
  return { kind, id, at, text, colour, priority: PRIORITY[kind], minScale: MIN_SCALE[kind], ...more };
}

function connectorLabels(venue: Venue, palette: Palette): LabelSpec[] {
  return venue.units
    .filter(({ category }) => /^(elevator|escalator|stairs)/.test(category))
    .map((unit) => {
      const icon = pictogramOf(unit.category)!;
      const rank = icon === 'elevator' ? 20 : icon === 'escalator' ? 10 : 0;
      return label('connector', unit.id, spot(unit, 1.9), '', palette.connector, {
        icon,
        priority: PRIORITY.connector + rank,
        minScale: MIN_SCALE.connector - rank / 20,
        target: { kind: 'feature', id: unit.id },
      });
    });
}

/** The doors to the street; one label where several doors side by side have one name. */
function entranceLabels(venue: Venue, language: SceneLanguage, palette: Palette): LabelSpec[] {
  const labels = venue.openings
    .filter(({ category, name }) => /principal|emergencyexit/.test(category) || labelText(name, language))
    .filter(({ level, line }) => line.length > 1 && onOutline(venue, level, middle(line)))
    .map(({ id, level, line, category, name }) => {
      const emergency = category.includes('emergency');
      const at = { ...middle(line), level, height: 2 };
      return label(
        'entrance',
        id,
        at,
        emergency ? '' : labelText(name, language),
        behindWhite(palette.facility),
        {
          icon: emergency ? 'exit' : 'entrance',
          priority: PRIORITY.entrance - (emergency ? 80 : 0),
          minScale: emergency ? 7 : MIN_SCALE.entrance,
          target: { kind: 'feature', id },
        },
      );
    });
  return labels.filter(
    (a, i) =>
      !labels
        .slice(0, i)
        .some((b) => a.text === b.text && a.at.level === b.at.level && distance(a.at, b.at) < 12),
  );
}

const IMPORTANT = new Set<PictogramName>([
  'information',
  'ticket',
  'restroom',
  'male',
  'female',
  'wheelchair',
]);
const MINOR = new Set<PictogramName>(['wifi', 'cup', 'water', 'terminal', 'phone', 'power']);

function facilityLabels(venue: Venue, palette: Palette): LabelSpec[] {
  const amenities = venue.amenities.flatMap(({ id, level, category, point }) => {
    const icon = pictogramOf(category);
    if (!icon || icon === 'seat' || icon === 'entrance' || /^(elevator|escalator|stairs)/.test(category))
      return [];
    const important = IMPORTANT.has(icon) ? 30 : 0;
    return label('facility', id, { ...point, level, height: 1.5 }, '', behindWhite(palette.facility), {
      icon,
      priority: PRIORITY.facility + important,
      minScale: important > 0 ? 3 : MINOR.has(icon) ? 10 : MIN_SCALE.facility,
      target: { kind: 'feature', id },
    });
  });
  const near = (unit: Unit) =>
    amenities.some(
      ({ at, icon }) =>
        at.level === unit.level &&
        /restroom|male|wheelchair/.test(icon ?? '') &&
        multiPolygonContains(unit.area, at),
    );
  const restrooms = venue.units.filter((unit) => /^restroom/.test(unit.category) && !near(unit));
  return [
    ...amenities,
    ...restrooms.map((unit) =>
      label('facility', unit.id, spot(unit, 1.2), '', behindWhite(palette.facility), {
        icon: pictogramOf(unit.category)!,
        priority: PRIORITY.facility + 30,
        target: { kind: 'feature', id: unit.id },
      }),
    ),
    ...kioskLabels(venue, palette).filter((kiosk) => !amenities.some((amenity) => sameSign(amenity, kiosk))),
  ];
}

function sameSign(a: LabelSpec, b: LabelSpec): boolean {
  return a.icon === b.icon && a.at.level === b.at.level && distance(a.at, b.at) < 3;
}

function kioskLabels(venue: Venue, palette: Palette): LabelSpec[] {
  return venue.kiosks.flatMap(({ id, level, area, name }) => {
    if (area.length === 0) return [];
    const ticket = /取号|ticket|queue/i.test(Object.values(name).join(' '));
    const at = { ...centroid(area[0]!.outer), level, height: 1.7 };
    return label('facility', id, at, '', behindWhite(palette.facility), {
      icon: ticket ? 'ticket' : 'terminal',
      priority: PRIORITY.facility + (ticket ? 25 : -250),
      minScale: ticket ? 3 : 14,
      target: { kind: 'feature', id },
    });
  });
}

function sectionLabels(
  venue: Venue,
  language: SceneLanguage,
  style: AreaStyle,
  palette: Palette,
): LabelSpec[] {
  return venue.sections.flatMap((section) => {
    const text = labelText(section.name, language);
    if (!text || section.area.length === 0) return [];
    const size = Math.sqrt(areaOf(section));
    const at = { ...middleOf(section.area), level: section.level, height: 0.3 };
    const waiting = isWaiting(section);
    const colour = waiting ? palette.labelMuted : onFloor(style.sectionColour(section), palette);
    return label(waiting ? 'room' : 'area', section.id, at, text, colour, {
      priority: waiting ? PRIORITY.room : PRIORITY.area + Math.min(90, size),
      minScale: waiting ? 13 : Math.max(MIN_SCALE.area, 36 / Math.max(6, size)),
      target: { kind: 'feature', id: section.id },
    });
  });
}

const UNNAMED = /^(walkway|opentobelow|elevator|escalator|stairs|structure|column|restroom)/;

/** The name of a counter or island, which is what a visitor looks for from afar. */
function counterLabel(unit: Unit, text: string, colour: Rgb): LabelSpec {
  return label('area', unit.id, spot(unit, 0.6), text, colour, {
    priority: PRIORITY.area + 40 + Math.min(40, Math.sqrt(areaOf(unit))),
    target: { kind: 'feature', id: unit.id },
  });
}

/** An area's colour as ink on the floor: dark enough by day, light enough by night. */
function onFloor(colour: Rgb, palette: Palette): Rgb {
  return palette.night ? mix(colour, 0xffffff, 0.45) : mix(behindWhite(colour, 5), palette.label, 0.15);
}

function roomLabels(venue: Venue, language: SceneLanguage, style: AreaStyle, palette: Palette): LabelSpec[] {
  return venue.units.flatMap((unit) => {
    const text = labelText(unit.name, language);
    if (!text || UNNAMED.test(unit.category) || unit.area.length === 0) return [];
    const size = Math.sqrt(areaOf(unit));
    const counter = style.counterColour(unit);
    if (counter !== undefined && !style.isInSection(unit)) {
      return counterLabel(unit, text, onFloor(counter, palette));
    }
    const staff = unit.restriction !== undefined || unit.category === 'nonpublic';
    return label('room', unit.id, spot(unit, 0.2), text, staff ? palette.labelMuted : palette.label, {
      priority: PRIORITY.room + Math.min(80, size) - (staff ? 60 : 0),
      minScale: staff ? 19 : Math.max(4, 60 / Math.max(4, size)),
      target: { kind: 'feature', id: unit.id },
    });
  });
}

const LARGE_SCALE = 46;

/** Round numbers first, so that what is left between others at a small scale counts 10, 20, 30 … */
function windowLabels(venue: Venue, style: AreaStyle): LabelSpec[] {
  const fixtures = new Map(venue.fixtures.map((fixture) => [fixture.id, fixture]));
  return venue.windows.flatMap((window, i) => {
    const ring = fixtures.get(window.fixtureId ?? '')?.area[0]?.outer;
    const { x, y } = ring ? centroid(ring) : window.at;
    const at = { x, y, level: window.at.level, height: 1.15 };
    const order = Number.parseInt(window.number.replace(/\D/g, ''), 10) || i;
    const round = order % 10 === 0 ? 30 : order % 5 === 0 ? 20 : order % 2 === 0 ? 5 : 0;
    const colour = behindWhite(style.windowColour(window), 4.6);
    const target = { kind: 'window', number: window.number } as const;
    const common = { priority: PRIORITY.window + round, target };
    const id = `window ${window.number}`;
    return [
      label('window', id, at, window.number, colour, { ...common, maxScale: LARGE_SCALE }),
      label('window', `${id} large`, at, window.number, colour, {
        ...common,
        minScale: LARGE_SCALE,
        large: true,
      }),
    ];
  });
}

function spot(unit: Unit, height: number): Spot {
  const at = unit.area.length > 0 ? middleOf(unit.area, unit.displayPoint) : { x: 0, y: 0 };
  return { ...at, level: unit.level, height };
}

function middle(line: readonly Point[]): Point {
  const [a, b] = [line[0]!, line.at(-1)!];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Whether a point lies on the outline of its level: some of the ground about it is outside. */
function onOutline(venue: Venue, level: string, at: Point): boolean {
  const outline = venue.levels.find(({ shortName }) => shortName === level)?.outline ?? [];
  return [0, 1, 2, 3].some((k) => {
    const angle = (k * Math.PI) / 2;
    return !multiPolygonContains(outline, {
      x: at.x + 0.8 * Math.cos(angle),
      y: at.y + 0.8 * Math.sin(angle),
    });
  });
}
