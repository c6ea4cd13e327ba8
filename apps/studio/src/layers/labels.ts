import { type Bounds, centroid, type Point, type ScreenPoint } from '@daoyin/geometry';
import { labelText } from '@daoyin/venue';
import { extentOf } from '../canvas/extent';
import { beaconsOn } from './beacons';
import { type Box, Covered } from './covered';
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
  taken: Covered,
  dots: Covered,
): Box | undefined {
  let free: Box | undefined;
  for (const down of shifts) {
    const box = { left: left - half, right: left + half, top: top + down - high, bottom: top + down + high };
    if (taken.meets(box)) continue;
    if (!dots.meets(box)) return box;
    free ??= box;
  }
  return free;
}

/** Where the storey begins and ends, in CSS pixels from the left. */
interface Edges {
  readonly left: number;
  readonly right: number;
}

function edgesOf({ document, level, toScreen }: LayerScene): Edges {
  const storey = document.venue.levels.find(({ shortName }) => shortName === level);
  const { minX, maxX, minY } = storey ? extentOf(storey) : { minX: NaN, maxX: NaN, minY: 0 };
  return { left: toScreen({ x: minX, y: minY }).left, right: toScreen({ x: maxX, y: minY }).left };
}

const FROM_EDGE = 3;

/** A name of a narrow room at the outer wall moves inwards, so that it does not lie over the wall. */
export function withinEdges(left: number, half: number, edges: Edges): number {
  const [least, most] = [edges.left + half + FROM_EDGE, edges.right - half - FROM_EDGE];
  const isInside = left > edges.left && left < edges.right && least <= most;
  return isInside ? Math.min(Math.max(left, least), most) : left;
}

/** What beacons cover. */
function dotsOf({ document, level, toScreen, bounds }: LayerScene): Covered {
  const shown = beaconsOn(document.register.beacons, level).filter(({ at }) => contains(bounds, at));
  return new Covered(
    shown.map(({ at }) => {
      const { left, top } = toScreen(at);
      return { left: left - DOT, right: left + DOT, top: top - DOT, bottom: top + DOT };
    }),
  );
}

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
    const taken = new Covered();
    const dots = dotsOf(scene);
    const edges = edgesOf(scene);
    for (const { at, lines, isStrong } of labelsOf(scene)) {
      const middle = scene.toScreen(at);
      context.font = `${isStrong ? 700 : 500} ${isStrong ? 12 : 13}px ${FONT}`;
      const half = Math.max(...lines.map((line) => context.measureText(line).width)) / 2;
      const left = withinEdges(middle.left, half, edges);
      const box = placeFor(
        { left, top: middle.top },
        half,
        lines.length * HALF_LINE,
        isStrong ? [0] : SHIFTS,
        taken,
        dots,
      );
      if (!box) continue;
      taken.add(box);
      for (const [i, line] of lines.entries()) {
        const down = box.top + (2 * i + 1) * HALF_LINE;
        context.strokeText(line, left, down);
        context.fillText(line, left, down);
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
    const { lines, width } = nameOf(text);
    const fits = (box.maxX - box.minX) * view.scale > LEAST_SHARE * width;
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
const LEAST_SHARE = 0.85;
const MOST_IN_LINE = 12;

/** A Chinese character is as wide as two letters. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 13 : 7), 0);

interface Name {
  readonly lines: readonly string[];
  /** Roughly, in CSS pixels. */
  readonly width: number;
}

const names = new Map<string, Name>();
const MOST_NAMES = 10_000;

/** A name as it is written: every frame asks for the same ones. */
function nameOf(text: string): Name {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= MOST_NAMES) names.clear();
  const lines = linesOf(shortened(text));
  const name = { lines, width: Math.max(...lines.map(widthOf)) };
  names.set(text, name);
  return name;
}

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
