import {
  type Bounds,
  boundsOfAreas,
  type MultiPolygon,
  multiPolygonContains,
  type Point,
  type ScreenPoint,
} from '@daoyin/geometry';
import type { Venue } from '@daoyin/venue';
import { isVoid } from './build/walls';

interface Drawn {
  readonly y: number;
  /** How much of it is there. */
  readonly opacity: number;
  /** 1 for what is shown for itself, 0 for what is only seen through a void above it. */
  readonly focus: number;
}

interface Storey {
  now: Drawn;
  readonly to: Drawn;
}

/** What a storey covers of those below it, and the holes to see through. */
interface Cover {
  readonly level: string;
  readonly outline: MultiPolygon;
  readonly voids: readonly { readonly area: MultiPolygon; readonly bounds: Bounds }[];
}

const PER_SECOND = 7; // rate of the exponential approach
const GONE = 0.015;

/** Where each storey is drawn and how strongly, over time: one alone, or all of them pulled apart. */
export class Layout {
  private readonly storeys = new Map<string, Storey>();
  /** By level, those above it. */
  private readonly covers: ReadonlyMap<string, readonly Cover[]>;
  level: string | undefined;

  constructor(
    private readonly venue: Venue,
    level: string | undefined,
    private spacing = 20,
  ) {
    this.level = level;
    this.covers = coversOf(venue);
    for (const { shortName } of venue.levels) {
      const drawn = this.target(shortName, level);
      this.storeys.set(shortName, { now: drawn, to: drawn });
    }
  }

  get stacked(): boolean {
    return this.level === undefined;
  }

  /** Sets what is to be shown; `step` moves there, or `instantly` does. */
  aim(level: string | undefined, instantly = false): void {
    this.level = level;
    for (const [name, { now }] of this.storeys) {
      const to = this.target(name, level);
      this.storeys.set(name, { now: instantly ? to : now, to });
    }
  }

  /** Metres between storeys that are pulled apart. */
  spread(spacing: number): void {
    this.spacing = spacing;
    this.aim(this.level, true);
  }

  /** Advances by `dt` seconds; true while it moves. */
  step(dt: number): boolean {
    const share = 1 - Math.exp(-PER_SECOND * dt);
    let moving = false;
    for (const storey of this.storeys.values()) {
      if (storey.now === storey.to) continue;
      moving = true;
      storey.now = nearer(storey.now, storey.to, share);
    }
    return moving;
  }

  /** Height of a storey in the scene now, in metres. */
  yOf(level: string): number {
    return this.storeys.get(level)?.now.y ?? 0;
  }

  /** Where it will rest. */
  restOf(level: string): number {
    return this.storeys.get(level)?.to.y ?? 0;
  }

  opacityOf(level: string): number {
    return this.storeys.get(level)?.now.opacity ?? 0;
  }

  /** How much labels, the route and the walker of a storey are shown. */
  focusOf(level: string): number {
    return this.storeys.get(level)?.now.focus ?? 0;
  }

  /** Whether a storey above covers what is drawn at a pixel of this one; `ground` gives the point of a plane below a pixel. */
  hides(
    level: string,
    pixel: ScreenPoint,
    ground: (pixel: ScreenPoint, elevation: number) => Point | undefined,
  ): boolean {
    return (this.covers.get(level) ?? []).some((cover) => {
      if (this.opacityOf(cover.level) < 0.5) return false;
      const at = ground(pixel, this.yOf(cover.level));
      if (!at || !multiPolygonContains(cover.outline, at)) return false;
      return !cover.voids.some(({ area, bounds }) => within(bounds, at) && multiPolygonContains(area, at));
    });
  }

  private target(name: string, level: string | undefined): Drawn {
    const { levels } = this.venue;
    const index = levels.findIndex(({ shortName }) => shortName === name);
    if (level === undefined) return { y: index * this.spacing, opacity: 1, focus: 1 };
    const y = levels[index]?.elevation ?? 0;
    const focus = name === level ? 1 : 0;
    return { y, opacity: focus || isSeenBelow(this.venue, name, level) ? 1 : 0, focus };
  }
}

function coversOf({ levels, units }: Venue): ReadonlyMap<string, readonly Cover[]> {
  const covers = levels.map(({ shortName: level, outline }) => ({
    level,
    outline,
    voids: units
      .filter((unit) => unit.level === level && isVoid(unit))
      .map(({ area }) => ({ area, bounds: boundsOfAreas(area) })),
  }));
  return new Map(covers.map(({ level }, i) => [level, covers.slice(i + 1)]));
}

function within({ minX, minY, maxX, maxY }: Bounds, { x, y }: Point): boolean {
  return x >= minX && x <= maxX && y >= minY && y <= maxY;
}

/** Whether a storey shows through open voids of all storeys from the shown one down to the one above it. */
export function isSeenBelow({ levels, units }: Venue, name: string, shown: string): boolean {
  const index = (of: string) => levels.findIndex(({ shortName }) => shortName === of);
  const [low, high] = [index(name), index(shown)];
  if (low < 0 || low >= high) return false;
  return levels
    .slice(low + 1, high + 1)
    .every(({ shortName }) => units.some((unit) => unit.level === shortName && isVoid(unit)));
}

function nearer(a: Drawn, b: Drawn, share: number): Drawn {
  const [dy, dOpacity, dFocus] = [b.y - a.y, b.opacity - a.opacity, b.focus - a.focus];
  if (Math.abs(dy) < 0.02 && Math.abs(dOpacity) < GONE && Math.abs(dFocus) < GONE) return b;
  return { y: a.y + dy * share, opacity: a.opacity + dOpacity * share, focus: a.focus + dFocus * share };
}
