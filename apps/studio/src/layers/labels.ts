import { type Bounds, centroid, type Point } from '@daoyin/geometry';
import { labelText } from '@daoyin/venue';
import { extentOf } from '../canvas/extent';
import type { Layer, LayerScene } from './layer';
import { onLevel } from './on-level';

const ROOM_SCALE = 5; // pixels a metre from which rooms have names
const WINDOW_SCALE = 12;
const FONT = '"Noto Sans SC", "Noto Sans CJK SC", system-ui, sans-serif';

interface Label {
  readonly at: Point;
  readonly text: string;
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
    for (const { at, text, isStrong } of labelsOf(scene)) {
      const { left, top } = scene.toScreen(at);
      context.font = `${isStrong ? 700 : 500} ${isStrong ? 12 : 13}px ${FONT}`;
      const half = context.measureText(text).width / 2;
      const box = { left: left - half, right: left + half, top: top - HALF_LINE, bottom: top + HALF_LINE };
      if (taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      context.strokeText(text, left, top);
      context.fillText(text, left, top);
    }
  },
};

function labelsOf(scene: LayerScene): readonly Label[] {
  const { document, level, view, bounds, language } = scene;
  const { venue } = document;
  const rooms = onLevel(venue.units, level).flatMap((unit) => {
    const text = labelText(unit.name, language);
    const box = extentOf(unit);
    const fits = (box.maxX - box.minX) * view.scale > text.length * 9;
    if (text === '' || !fits || !holds(bounds, box)) return [];
    return [
      { at: unit.displayPoint ?? middleOf(unit.area[0]!.outer), text: shortened(text), isStrong: false },
    ];
  });
  if (view.scale < WINDOW_SCALE) return rooms;
  const fixtures = new Map(onLevel(venue.fixtures, level).map((fixture) => [fixture.id, fixture]));
  const windows = venue.windows.flatMap(({ number, fixtureId, at }) => {
    if (at.level !== level) return [];
    const desk = fixtures.get(fixtureId ?? '');
    return [{ at: desk ? middleOf(desk.area[0]!.outer) : at, text: number, isStrong: true }];
  });
  return [...rooms, ...windows.filter(({ at }) => contains(bounds, at))];
}

const MOST_LETTERS = 24;
const shortened = (text: string): string =>
  text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1).trimEnd()}…` : text;

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
