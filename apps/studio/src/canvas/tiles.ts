import type { Bounds, Point } from '@daoyin/geometry';
import { type PlanSize, type PlanView, screenToPlan } from '@daoyin/ui';
import { grown, meets } from './extent';

/** CSS pixels along a tile's side. */
const SIDE = 192;
/**
 * Milliseconds of a frame for painting tiles, and where there is nothing to show yet; those that are left come in the next frames. A tile is
 * begun only where one as long as the last ones fits in, but one is always: else a slow machine would show nothing.
 */
const BUDGET_MS = 4;
const FIRST_BUDGET_MS = 120;
/** For what is not there at all while the plan is at rest: a frame more or less is seen by nobody, a hole is. */
const REST_BUDGET_MS = 40;
/** Of a frame without anything to paint in view: for one tile beyond its edge, so that panning finds it painted. */
const AHEAD_MS = 2;
const MOST_TILES = 600;

interface Tile {
  readonly picture: HTMLCanvasElement;
  readonly bounds: Bounds;
  stale: boolean;
  used: number;
}

type PaintTile = (context: CanvasRenderingContext2D, bounds: Bounds) => void;

/**
 * Pictures of what does not move, at one scale. North is up in a tile; a plan that is turned turns its tiles. `draw` copies
 * what it has, paints what it lacks within the budget, and says whether something is left for the next frame.
 */
export class Tiles {
  private tiles = new Map<string, Tile>();
  private old: { readonly tiles: ReadonlyMap<string, Tile>; readonly scale: number } | undefined;
  private scale = 0;
  private frame = 0;
  private view: PlanView | undefined;
  /** How long a tile takes, smoothed. */
  private usualMs = 0;

  constructor(private readonly paint: PaintTile) {}

  /** Everything is to be painted anew, and nothing of it is right meanwhile: another level, another theme. */
  clear(): void {
    this.tiles = new Map();
    this.old = undefined;
  }

  /** What is inside some bounds is to be painted anew; until then it is shown as it was. */
  mark(bounds: Bounds): void {
    for (const tile of this.tiles.values()) if (meets(tile.bounds, bounds)) tile.stale = true;
  }

  draw(
    context: CanvasRenderingContext2D,
    view: PlanView,
    size: PlanSize,
    ratio: number,
    now: () => number,
  ): boolean {
    this.frame += 1;
    if (view.scale !== this.scale) this.rescale(view.scale);
    const metres = SIDE / view.scale;
    const visible = visibleBounds(view, size);
    const start = now();
    const end = start + (this.tiles.size === 0 && !this.old ? FIRST_BUDGET_MS : BUDGET_MS);
    const endOfHoles = this.view === view && !this.old ? Math.max(end, start + REST_BUDGET_MS) : end;
    this.view = view;
    let [isMissing, painted] = [false, 0];
    context.save();
    context.imageSmoothingEnabled = true;
    if (this.old)
      for (const tile of this.old.tiles.values()) if (meets(tile.bounds, visible)) place(context, tile);
    for (const [i, j] of placesIn(visible, metres)) {
      const isHole = !this.tiles.has(`${i} ${j}`);
      const isTime = painted === 0 || now() + this.usualMs < (isHole ? endOfHoles : end);
      const before = this.isPainted(i, j);
      if (!before && isTime) painted += 1;
      const tile = before || isTime ? this.tileAt(i, j, metres, ratio, now) : this.tiles.get(`${i} ${j}`);
      if (!tile || tile.stale) isMissing = true;
      if (tile) place(context, tile);
    }
    context.restore();
    const isAhead = painted > 0 || this.paintAhead(visible, metres, ratio, now, start + AHEAD_MS);
    if (!isMissing) this.old = undefined;
    this.forget();
    return isMissing || isAhead;
  }

  private isPainted(i: number, j: number): boolean {
    return this.tiles.get(`${i} ${j}`)?.stale === false;
  }

  /** Paints one tile of the ring around what is in view; whether there may be another. */
  private paintAhead(
    visible: Bounds,
    metres: number,
    ratio: number,
    now: () => number,
    end: number,
  ): boolean {
    const left = placesIn(grown(visible, metres), metres).find(([i, j]) => !this.isPainted(i, j));
    if (left && now() < end) this.tileAt(left[0], left[1], metres, ratio, now);
    return left !== undefined;
  }

  private rescale(scale: number): void {
    if (this.tiles.size > 0) this.old = { tiles: this.tiles, scale: this.scale };
    this.tiles = new Map();
    this.scale = scale;
  }

  /** The tile at a place of the grid, painted where it is not. */
  private tileAt(i: number, j: number, metres: number, ratio: number, now: () => number): Tile {
    const key = `${i} ${j}`;
    const tile = this.tiles.get(key);
    if (tile) tile.used = this.frame;
    if (tile && !tile.stale) return tile;
    const start = now();
    const bounds = { minX: i * metres, minY: j * metres, maxX: (i + 1) * metres, maxY: (j + 1) * metres };
    const picture = tile?.picture ?? blank(Math.ceil(SIDE * ratio));
    const context = picture.getContext('2d')!;
    const factor = picture.width / metres;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, picture.width, picture.height);
    context.setTransform(factor, 0, 0, -factor, -bounds.minX * factor, bounds.maxY * factor);
    this.paint(context, bounds);
    const fresh = { picture, bounds, stale: false, used: this.frame };
    this.tiles.set(key, fresh);
    this.usualMs += 0.2 * (now() - start - this.usualMs);
    return fresh;
  }

  private forget(): void {
    if (this.tiles.size <= MOST_TILES) return;
    const byUse = [...this.tiles].sort(([, a], [, b]) => a.used - b.used);
    for (const [key] of byUse.slice(0, this.tiles.size - MOST_TILES)) this.tiles.delete(key);
  }
}

/** The places of the grid of tiles that some bounds meet. */
function placesIn(
  { minX, minY, maxX, maxY }: Bounds,
  metres: number,
): readonly (readonly [number, number])[] {
  const places: (readonly [number, number])[] = [];
  for (let i = Math.floor(minX / metres); i * metres < maxX; i++)
    for (let j = Math.floor(minY / metres); j * metres < maxY; j++) places.push([i, j]);
  return places;
}

/** Copies a tile to its place; the context is in metres with y down. */
function place(context: CanvasRenderingContext2D, { picture, bounds }: Tile): void {
  const { minX, minY, maxX, maxY } = bounds;
  context.drawImage(picture, minX, -maxY, maxX - minX, maxY - minY);
}

function blank(side: number): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  picture.width = side;
  picture.height = side;
  return picture;
}

/** What of the venue frame a view shows: the bounds of the picture's corners. */
export function visibleBounds(view: PlanView, size: PlanSize): Bounds {
  const corners: readonly Point[] = [
    [0, 0],
    [size.width, 0],
    [0, size.height],
    [size.width, size.height],
  ].map(([left, top]) => screenToPlan(view, size, { left: left!, top: top! }));
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) };
}
