import { type Bounds, centroid, type Point, type ScreenPoint } from '@daoyin/geometry';
import { labelText } from '@daoyin/venue';
import { extentOf } from '../canvas/extent';
import { beaconsOn } from './beacons';
import type { Layer, LayerScene } from './layer';
import { onLevel } from './on-level';

const ROOM_SCALE = 5; // pixels a metre from which rooms have names
const WINDOW_SCALE = 12;
const FONT = '"Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';

interface Label {
  readonly at: Point;
  readonly lines: readonly string[];
  readonly isStrong: boolean;
}

/** In CSS pixels on the screen. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const HALF_LINE = 8;

/** Where a name stands beside its middle, in CSS pixels down: the first place that no beacon covers. */
const SHIFTS = [0, -13, 13, -24, 24] as const;
const DOT = 6;

/** The first place that no other name and, if there is one, no beacon covers. */
export function placeFor(
  { left, top }: ScreenPoint,
  half: number,
  high: number,
  shifts: readonly number[],
  taken: readonly Box[],
  dots: readonly Box[],
): Box | undefined {
  const boxes = shifts.map((down) => ({
    left: left - half,
    right: left + half,
    top: top + down - high,
    bottom: top + down + high,
  }));
  const free = boxes.filter((box) => !taken.some((other) => overlap(box, other)));
  return free.find((box) => !dots.some((dot) => overlap(box, dot))) ?? free[0];
}

/** What beacons cover. */
function dotsOf({ document, level, toScreen }: LayerScene): readonly Box[] {
  return beaconsOn(document.register.beacons, level).map(({ at }) => {
    const { left, top } = toScreen(at);
    return { left: left - DOT, right: left + DOT, top: top - DOT, bottom: top + DOT };
  });
}

const overlap = (a: Box, b: Box) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Names of rooms and numbers of windows, where there is room for them; none lies on another. */
export const labelsLayer: Layer = {
  id: 'labels',
  name: { zh: '名称', en: 'Names' },
  kind: 'live',
  on: true,
  paint(context, scene) {
    const { view, colours } = scene;
    if (view.scale < ROOM_SCALE) return;
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    context.lineJoin = 'round';
    context.strokeStyle = colours.floor;
    context.fillStyle = colours.label;
    context.lineWidth = 3;
    const taken: Box[] = [];
    const dots = dotsOf(scene);
    for (const { at, lines, isStrong } of labelsOf(scene)) {
      const { left, top } = scene.toScreen(at);
      context.font = `${isStrong ? 700 : 500} ${isStrong ? 12 : 13}px ${FONT}`;
      const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2;
      const box = placeFor(
        { left, top },
        half,
        lines.length * HALF_LINE,
        isStrong ? [0] : SHIFTS,
        taken,
        dots,
      );
      if (!box) continue;
      taken.push(box);
      for (const [i, line] of lines.entries()) {
        const middle = box.top + (2 * i + 1) * HALF_LINE;
        context.strokeText(line, left, middle);
        context.fillText(line, left, middle);
      }
    }
  },
};

function labelsOf(scene: LayerScene): readonly Label[] {
  const { document, level, view, bounds, language } = scene;
  const { venue } = document;
  const rooms = onLevel(venue.units, level).flatMap((unit) => {
    const text = labelText(unit.name, language);
    const box = extentOf(unit);
    if (text === '' || !holds(bounds, box)) return [];
    const lines = linesOf(shortened(text));
    const fits = (box.maxX - box.minX) * view.scale > LEAST_SHARE * Math.max(...lines.map(widthOf));
    return fits ? [{ at: unit.displayPoint ?? middleOf(unit.area[0]!.outer), lines, isStrong: false }] : [];
  });
  if (view.scale < WINDOW_SCALE) return rooms;
  const fixtures = new Map(onLevel(venue.fixtures, level).map((fixture) => [fixture.id, fixture]));
  const windows = venue.windows.flatMap(({ number, fixtureId, at }) => {
    if (at.level !== level) return [];
    const desk = fixtures.get(fixtureId ?? '');
    return [{ at: desk ? middleOf(desk.area[0]!.outer) : at, lines: [number], isStrong: true }];
  });
  return [...rooms, ...windows.filter(({ at }) => contains(bounds, at))];
}

const MOST_LETTERS = 24;
const shortened = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1).trimEnd()}…` : text;

/** The share of a name that must fit into its room: a little over the edge is read as well. */
const LEAST_SHARE = 0.7;
const MOST_IN_LINE = 12;

/** Roughly, in CSS pixels: a Chinese character is as wide as two letters. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 13 : 7), 0);

/** A long name in two lines, broken at the space nearest to its middle. */
export function linesOf(text: string): readonly string[] {
  if (text.length <= MOST_IN_LINE) return [text];
  const spaces = [...text].flatMap((letter, i) => (letter === ' ' ? [i] : []));
  const half = text.length / 2;
  const at = spaces.toSorted((a, b) => Math.abs(a - half) - Math.abs(b - half))[0];
  return at === undefined ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

const middles = new WeakMap<readonly Point[], Point>();

function middleOf(ring: readonly Point[]): Point {
  const before = middles.get(ring);
  if (before) return before;
  const middle = centroid(ring);
  middles.set(ring, middle);
  return middle;
}

const holds = (a: Bounds, b: Bounds) =>
  b.maxX >= a.minX && b.minX <= a.maxX && b.maxY >= a.minY && b.minY <= a.maxY;
const contains = (bounds: Bounds, { x, y }: Point) =>
  x >= bounds.minX && x <= bounds.maxX && y >= bounds.minY && y <= bounds.maxY;
