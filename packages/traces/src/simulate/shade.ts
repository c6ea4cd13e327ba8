import type { SpacePoint } from '@daoyin/venue';
import type { RadioBeacon, RadioWorld } from './world';

/** What shadowing and the building do to a link, in dB (mostly negative). */
export interface Shade {
  readonly gainDb: number;
  readonly inSight: boolean;
}

/** Upper bound of the shadowing, in standard deviations. */
const DEEPEST_SHADOW = 3.5;

/** The shade of a beacon at a place. Where the link stays below `least` dB whatever shadowing and walls do, it is told without looking at them. */
export function shadeAt(
  { obstruction, effects }: RadioWorld,
  from: RadioBeacon,
  to: SpacePoint,
  least = -Infinity,
): Shade {
  const { sdDb, behindWallSdDb } = effects.shadowing;
  const { slabsDb, slabs } = obstruction.slabs(to, from.at);
  if (DEEPEST_SHADOW * sdDb - slabsDb < least) return { gainDb: -slabsDb, inSight: false };
  const shadowed = sdDb * from.shadowing(to.x, to.y, to.z) - slabsDb;
  if (shadowed + DEEPEST_SHADOW * behindWallSdDb < least) return { gainDb: shadowed, inSight: false };
  const { wallsDb, walls } = obstruction.walls(to, from.at);
  const inSight = slabs + walls === 0;
  const behindWalls = inSight ? 0 : behindWallSdDb * from.shadowingBehindWalls(to.x, to.y, to.z);
  return { gainDb: shadowed - wallsDb + behindWalls, inSight };
}

const CELL = 0.5;
const CELLS_A_SIDE = 4096;

/**
 * Shades looked up once for every square of half a metre that somebody comes to: what a day of visitors in one world needs. Shadowing,
 * which decorrelates over 5 m, is then constant within a square; distances and angles stay exact.
 */
export class ShadeMemory {
  /** By square, for each beacon: gain in dB (NaN where nobody asked), and 1 for sight. */
  private readonly squares = new Map<number, Float32Array>();

  shadeAt(world: RadioWorld, from: RadioBeacon, to: SpacePoint, least: number): Shade {
    const [column, row, storey] = [cell(to.x), cell(to.y), cell(to.z)];
    const key = (storey * CELLS_A_SIDE + row) * CELLS_A_SIDE + column;
    const square = this.squares.get(key) ?? this.open(key, world.beacons.length);
    const at = 2 * from.number;
    if (Number.isNaN(square[at])) {
      if (DEEPEST_SHADOW * world.effects.shadowing.sdDb < least) return { gainDb: 0, inSight: false };
      const { gainDb, inSight } = shadeAt(world, from, {
        x: middle(column),
        y: middle(row),
        z: middle(storey),
      });
      square[at] = gainDb;
      square[at + 1] = inSight ? 1 : 0;
    }
    return { gainDb: square[at]!, inSight: square[at + 1] === 1 };
  }

  private open(key: number, beacons: number): Float32Array {
    const square = new Float32Array(2 * beacons).fill(Number.NaN);
    this.squares.set(key, square);
    return square;
  }
}

/** Counted from far outside, so that no number is negative. */
const cell = (metres: number): number => Math.floor(metres / CELL) + CELLS_A_SIDE / 2;
const middle = (index: number): number => (index - CELLS_A_SIDE / 2 + 0.5) * CELL;
