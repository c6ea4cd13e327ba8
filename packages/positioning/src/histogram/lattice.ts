import type { BeaconIndex } from '../beacon-index';
import type { RadioModel } from '../radio-model';

/** The cells of a level on which a histogram lives, row by row from the south-west corner. */
export interface Lattice {
  readonly level: number;
  readonly minX: number;
  readonly minY: number;
  readonly columns: number;
  readonly rows: number;
  readonly cell: number;
}

/** What a beacon is expected to sound like in every cell: mean in dBm, and variance in dB² of what the mean misses. */
export interface CellLevels {
  readonly mean: Float32Array;
  readonly variance: Float32Array;
}

const MARGIN_METRES = 2;
const FINEST_METRES = 0.6;
const COARSEST_METRES = 1;
const MOST_CELLS = 3000;

/** Cells about the beacons of a level; undefined where it is too large for a histogram, or has no beacons. */
export function latticeOf(index: BeaconIndex, level: number): Lattice | undefined {
  const here = index.beacons.filter((beacon) => beacon.placed && beacon.level === level);
  if (here.length === 0) return undefined;
  const [xs, ys] = [here.map(({ x }) => x), here.map(({ y }) => y)];
  const [minX, minY] = [Math.min(...xs) - MARGIN_METRES, Math.min(...ys) - MARGIN_METRES];
  const width = Math.max(...xs) + MARGIN_METRES - minX;
  const height = Math.max(...ys) + MARGIN_METRES - minY;
  const cell = Math.max(FINEST_METRES, Math.sqrt((width * height) / MOST_CELLS));
  if (!(cell <= COARSEST_METRES)) return undefined;
  return { level, minX, minY, cell, columns: Math.ceil(width / cell), rows: Math.ceil(height / cell) };
}

/** Expected levels by cell, kept for each beacon once it was heard. */
export class LatticeLevels {
  private readonly byBeacon = new Map<number, CellLevels>();

  constructor(
    private readonly lattice: Lattice,
    private readonly model: RadioModel,
  ) {}

  of(beacon: number): CellLevels {
    const known = this.byBeacon.get(beacon);
    if (known) return known;
    const { level, minX, minY, columns, rows, cell } = this.lattice;
    const mean = new Float32Array(columns * rows);
    const variance = new Float32Array(columns * rows);
    for (let i = 0; i < mean.length; i++) {
      const x = minX + ((i % columns) + 0.5) * cell;
      const y = minY + (Math.floor(i / columns) + 0.5) * cell;
      mean[i] = this.model.expectedDbm(beacon, x, y, level);
      variance[i] = this.model.shadowSdDb(beacon, x, y, level) ** 2;
    }
    const levels = { mean, variance };
    this.byBeacon.set(beacon, levels);
    return levels;
  }
}
