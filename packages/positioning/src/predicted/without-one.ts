import type { AccuracyMap } from './accuracy-map';
import type { FloorCells } from './floor-cells';
import type { Listening } from './listening';

/** What a level stands to lose by one dead beacon. */
export interface LevelLoss {
  readonly cells: FloorCells;
  /** Metres by which the 95 % radius grows if the beacon that counts most at a square is dead. */
  readonly loss: Float32Array;
  /** Which beacon that is, by square; undefined where none is heard. */
  readonly culprits: readonly (string | undefined)[];
}

/** Beacons that are remembered for each square, the most missed first. */
const REMEMBERED = 6;

/**
 * The worst that any one dead beacon does to each square of a level (N − 1). `refresh` tries all beacons; `follow` only those that counted
 * most at a square and those that have moved since: near enough while a beacon is dragged, and in its time.
 */
export class LossMap {
  private readonly cells: FloorCells;
  private readonly most: (string | undefined)[];
  private readonly loss: Float32Array;

  constructor(
    private readonly map: AccuracyMap,
    private readonly level: number,
    private readonly listening: Listening,
  ) {
    this.cells = map.prospect.cells[level]!;
    this.most = new Array(REMEMBERED * this.cells.count);
    this.loss = new Float32Array(REMEMBERED * this.cells.count);
  }

  /** Tries all beacons; a step after each of them. */
  *refresh(): Generator<undefined, LevelLoss> {
    this.most.fill(undefined);
    this.loss.fill(0);
    for (const id of this.map.beacons) {
      this.map.eachChanged(this.map.outlook(id)!, this.level, this.listening, -1, (square, was, becomes) =>
        this.remember(square, id, becomes - was),
      );
      yield;
    }
    return this.worst();
  }

  /** Tries the beacons that counted, and the moved ones. */
  follow(moved: readonly string[]): LevelLoss {
    const before = this.most.slice();
    this.most.fill(undefined);
    this.loss.fill(0);
    for (let square = 0; square < this.cells.count; square++) {
      const known = before.slice(REMEMBERED * square, REMEMBERED * (square + 1));
      for (const id of new Set([...known, ...moved])) {
        const outlook = id === undefined ? undefined : this.map.outlook(id);
        if (!outlook) continue;
        this.remember(square, outlook.id, this.map.lossAt(outlook, this.level, this.listening, square));
      }
    }
    return this.worst();
  }

  private remember(square: number, id: string, loss: number): void {
    const { most, loss: known } = this;
    const [first, last] = [REMEMBERED * square, REMEMBERED * (square + 1) - 1];
    if (loss <= known[last]!) return;
    let at = last;
    for (; at > first && known[at - 1]! < loss; at--) {
      known[at] = known[at - 1]!;
      most[at] = most[at - 1];
    }
    known[at] = loss;
    most[at] = id;
  }

  private worst(): LevelLoss {
    const { count } = this.cells;
    return {
      cells: this.cells,
      loss: Float32Array.from({ length: count }, (_, square) => this.loss[REMEMBERED * square]!),
      culprits: Array.from({ length: count }, (_, square) => this.most[REMEMBERED * square]),
    };
  }
}
