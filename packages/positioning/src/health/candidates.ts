import type { BeaconIndex, IndexedBeacon } from '../beacon-index';
import type { FloorRaster } from '../floor-raster';
import {
  defaultChannel,
  OBSTRUCTED_DB,
  type Obstruction,
  pathLossModel,
  type RadioModel,
} from '../radio-model';
import { wallObstruction } from '../walls';
import type { PooledSquare } from './ledger';

/** A place where a beacon may hang: metres from its registered place, and a level by number. */
export interface Candidate {
  readonly dx: number;
  readonly dy: number;
  readonly level: number;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly level: number;
}

/** A receiver: metres in the venue frame, the height among them. */
interface SpacePlace {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

/** The levels that one beacon would have everywhere, did it hang in any of some places. */
export class Candidates {
  private readonly walls: Obstruction | undefined;
  private readonly model: RadioModel;
  private readonly levels: readonly number[];
  private readonly places: readonly SpacePlace[];
  /** The number of the registered place among the candidates; −1 where it is none. */
  readonly here: number;

  constructor(
    index: BeaconIndex,
    floors: readonly FloorRaster[] | undefined,
    { x, y, ...beacon }: IndexedBeacon,
    readonly list: readonly Candidate[],
  ) {
    const beacons = list.map(({ dx, dy, level }) => ({ ...beacon, x: x + dx, y: y + dy, level }));
    const hanging = { ...index, beacons };
    this.walls = floors && wallObstruction(hanging, floors);
    this.model = pathLossModel(hanging, defaultChannel, this.walls);
    this.places = list.map((_, i) => this.model.placeOf(i)!);
    this.levels = list.map(({ level }) => level);
    this.here = list.findIndex(({ dx, dy }) => dx === 0 && dy === 0);
  }

  expectedDbm(candidate: number, { x, y, level }: Place): number {
    return this.model.expectedDbm(candidate, x, y, level);
  }

  /** What bodies there add to the level of a beacon that hangs in the candidate, which they see in its own direction. */
  bodyDb(candidate: number, { x, y, z }: SpacePlace, [east, north]: PooledSquare['body']): number {
    const from = this.places[candidate]!;
    const [dx, dy] = [from.x - x, from.y - y];
    return (east * dx + north * dy) / (Math.hypot(dx, dy, from.z - z) || 1);
  }

  /** Whether a wall or a slab stands between the registered place and this one. */
  obstructed({ x, y, level }: Place): boolean {
    if (level !== this.levels[this.here]) return true;
    return (this.walls?.(this.here)?.dbAt(x, y) ?? 0) >= OBSTRUCTED_DB;
  }
}
