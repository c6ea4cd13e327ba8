import { boundsOf } from '@daoyin/geometry';
import type { Venue } from '@daoyin/venue';

interface Storey {
  y: number;
  opacity: number;
  yTo: number;
  opacityTo: number;
}

const PER_SECOND = 7; // rate of the exponential approach
const GONE = 0.015;

/** Where each storey is drawn and how strongly, over time: one alone, or all of them pulled apart. */
export class Layout {
  private readonly storeys = new Map<string, Storey>();
  private readonly spacing: number;
  level: string | undefined;

  constructor(
    private readonly venue: Venue,
    level: string | undefined,
  ) {
    this.spacing = stackSpacing(venue);
    this.level = level;
    for (const { shortName } of venue.levels) {
      const { y, opacity } = this.target(shortName, level);
      this.storeys.set(shortName, { y, opacity, yTo: y, opacityTo: opacity });
    }
  }

  get stacked(): boolean {
    return this.level === undefined;
  }

  /** Sets what is to be shown; `step` moves there, or `instantly` does. */
  aim(level: string | undefined, instantly = false): void {
    this.level = level;
    for (const [name, storey] of this.storeys) {
      const { y, opacity } = this.target(name, level);
      storey.yTo = y;
      storey.opacityTo = opacity;
      if (instantly) Object.assign(storey, { y, opacity });
    }
  }

  /** Advances by `dt` seconds; true while it moves. */
  step(dt: number): boolean {
    const share = 1 - Math.exp(-PER_SECOND * dt);
    let moving = false;
    for (const storey of this.storeys.values()) {
      const dy = storey.yTo - storey.y;
      const fade = storey.opacityTo - storey.opacity;
      if (dy === 0 && fade === 0) continue;
      moving = true;
      storey.y = Math.abs(dy) < 0.02 ? storey.yTo : storey.y + dy * share;
      storey.opacity = Math.abs(fade) < GONE ? storey.opacityTo : storey.opacity + fade * share;
    }
    return moving;
  }

  /** Height of a storey in the scene now, in metres. */
  yOf(level: string): number {
    return this.storeys.get(level)?.y ?? 0;
  }

  /** Where it will rest. */
  restOf(level: string): number {
    return this.storeys.get(level)?.yTo ?? 0;
  }

  opacityOf(level: string): number {
    return this.storeys.get(level)?.opacity ?? 0;
  }

  private target(name: string, level: string | undefined) {
    const storey = this.venue.levels.find(({ shortName }) => shortName === name);
    const index = this.venue.levels.findIndex(({ shortName }) => shortName === name);
    if (level === undefined) return { y: index * this.spacing, opacity: 1 };
    return { y: storey?.elevation ?? 0, opacity: name === level ? 1 : 0 };
  }
}

/** Metres between storeys that are pulled apart: enough that each is seen at a tilt of 55°. */
export function stackSpacing(venue: Venue): number {
  const { minX, minY, maxX, maxY } = boundsOf(
    venue.levels.flatMap(({ outline }) => outline.flatMap((p) => p.outer)),
  );
  const depth = Math.min(maxX - minX, maxY - minY);
  return Number.isFinite(depth) ? Math.max(8, 0.55 * depth) : 8;
}
