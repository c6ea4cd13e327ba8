import { centroid } from '@daoyin/geometry';
import { labelText, type Unit, type Venue } from '@daoyin/venue';
import { type AreaStyle, areaOf, isWaiting, middleOf } from '../build/style';
import { behindWhite, mix, type Rgb } from '../colour';
import type { Palette } from '../palette';
import type { SceneLanguage, Spot } from '../types';
import { entranceLabels, facilityLabels } from './facilities';
import { type LabelSpec, label, MIN_SCALE, PRIORITY } from './label';
import { pictogramOf } from './pictograms';

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

function connectorLabels(venue: Venue, palette: Palette): LabelSpec[] {
  return venue.units
    .filter(({ category }) => /^(elevator|escalator|stairs)/.test(category))
    .map((unit) => {
      const icon = pictogramOf(unit.category)!;
      const rank = icon === 'elevator' ? 2 : icon === 'escalator' ? 1 : 0;
      return label('connector', unit.id, spot(unit, 1.9), '', palette.connector, {
        icon,
        priority: PRIORITY.connector + 10 * rank,
        minScale: MIN_SCALE.connector - 0.9 * rank,
        target: { kind: 'feature', id: unit.id },
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

export function spot(unit: Unit, height: number): Spot {
  const at = unit.area.length > 0 ? middleOf(unit.area, unit.displayPoint) : { x: 0, y: 0 };
  return { ...at, level: unit.level, height };
}
