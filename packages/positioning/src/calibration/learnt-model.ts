import type { BeaconIndex } from '../beacon-index';
import type { RadioModel } from '../radio-model';
import { type FieldPoint, type FieldPrior, krige } from './kriging';
import { decodePlaces, type RadioMap } from './radio-map';

const NODE_METRES = 1;
const MARGIN_METRES = 5;
const NEIGHBOURS = 12;
const SEARCH_METRES = 8;
const READING_SD_DB = 4;
/** What no number of readings removes: other hands, other crowds, a moved chair. */
const LASTING_SD_DB = 1.2;
const SILENCE_SD_DB = 3;
const LEAST_SD_DB = 1.2;

/** The variance of a mapped level as a measurement of the field. */
export function noiseOf(count: number): number {
  return count === 0 ? SILENCE_SD_DB ** 2 : READING_SD_DB ** 2 / count + LASTING_SD_DB ** 2;
}

/** The radio map of one beacon on one level: what path loss misses, kriged at the nodes of a grid when they are first asked for. */
class ResidualGrid {
  private readonly columns: number;
  private readonly rows: number;
  private readonly left: number;
  private readonly bottom: number;
  private readonly mean: Float32Array;
  private readonly sd: Float32Array;

  constructor(
    private readonly points: readonly FieldPoint[],
    private readonly prior: FieldPrior,
  ) {
    const xs = points.map(({ x }) => x);
    const ys = points.map(({ y }) => y);
    this.left = Math.floor(Math.min(...xs) - MARGIN_METRES);
    this.bottom = Math.floor(Math.min(...ys) - MARGIN_METRES);
    this.columns = Math.ceil((Math.max(...xs) + MARGIN_METRES - this.left) / NODE_METRES) + 1;
    this.rows = Math.ceil((Math.max(...ys) + MARGIN_METRES - this.bottom) / NODE_METRES) + 1;
    this.mean = new Float32Array(this.columns * this.rows).fill(Number.NaN);
    this.sd = new Float32Array(this.columns * this.rows);
  }

  /** Bilinear between the nodes; 0 beyond the grid, where path loss alone is known. */
  meanAt(x: number, y: number): number {
    const u = (x - this.left) / NODE_METRES;
    const v = (y - this.bottom) / NODE_METRES;
    const column = Math.floor(u);
    const row = Math.floor(v);
    if (!(column >= 0 && row >= 0 && column < this.columns - 1 && row < this.rows - 1)) return 0;
    const [s, t] = [u - column, v - row];
    const south = (1 - s) * this.node(column, row) + s * this.node(column + 1, row);
    const north = (1 - s) * this.node(column, row + 1) + s * this.node(column + 1, row + 1);
    return (1 - t) * south + t * north;
  }

  sdAt(x: number, y: number): number {
    const column = Math.round((x - this.left) / NODE_METRES);
    const row = Math.round((y - this.bottom) / NODE_METRES);
    if (!(column >= 0 && row >= 0 && column < this.columns && row < this.rows))
      return Math.sqrt(this.prior.variance);
    this.node(column, row);
    return this.sd[row * this.columns + column]!;
  }

  private node(column: number, row: number): number {
    const at = row * this.columns + column;
    const known = this.mean[at]!;
    if (!Number.isNaN(known)) return known;
    const [x, y] = [this.left + column * NODE_METRES, this.bottom + row * NODE_METRES];
    const { mean, variance } = krige(this.nearest(x, y), this.prior, x, y);
    this.mean[at] = mean;
    this.sd[at] = Math.sqrt(variance);
    return mean;
  }

  private nearest(x: number, y: number): FieldPoint[] {
    const near: { point: FieldPoint; squared: number }[] = [];
    for (const point of this.points) {
      const squared = (point.x - x) ** 2 + (point.y - y) ** 2;
      if (squared < SEARCH_METRES ** 2) near.push({ point, squared });
    }
    return near
      .sort((a, b) => a.squared - b.squared)
      .slice(0, NEIGHBOURS)
      .map(({ point }) => point);
  }
}

/** A radio model that knows what a survey heard, and falls back on path loss where nobody was. */
export function learntModel(index: BeaconIndex, map: RadioMap, pathLoss: RadioModel): RadioModel {
  const prior: FieldPrior = { variance: map.field.sdDb ** 2, correlationLength: map.field.correlationLength };
  const grids = index.beacons.map(({ id }, beacon) =>
    index.levels.map(({ shortName }, level) => {
      const places = decodePlaces(map.places[id]?.[shortName] ?? []);
      if (places.length === 0) return undefined;
      const trend = (x: number, y: number) =>
        pathLoss.covers(beacon, level) ? pathLoss.expectedDbm(beacon, x, y, level) : -85;
      const points = places.map(({ x, y, meanDbm, count }) => {
        const expected = trend(x, y);
        return {
          x,
          y,
          value: count === 0 ? Math.min(0, meanDbm - expected) : meanDbm - expected,
          noise: noiseOf(count),
        };
      });
      return new ResidualGrid(points, prior);
    }),
  );
  return {
    ...pathLoss,
    correlationLength: Math.min(pathLoss.correlationLength, map.field.correlationLength),
    covers: (beacon, level) => grids[beacon]?.[level] !== undefined || pathLoss.covers(beacon, level),
    expectedDbm: (beacon, x, y, level) =>
      pathLoss.expectedDbm(beacon, x, y, level) + (grids[beacon]?.[level]?.meanAt(x, y) ?? 0),
    expectAt(beacon, xs, ys, count, level, out) {
      pathLoss.expectAt(beacon, xs, ys, count, level, out);
      const grid = grids[beacon]?.[level];
      if (grid) for (let i = 0; i < count; i++) out[i] = out[i]! + grid.meanAt(xs[i]!, ys[i]!);
    },
    shadowSdDb(beacon, x, y, level) {
      const grid = grids[beacon]?.[level];
      return grid ? Math.max(LEAST_SD_DB, grid.sdAt(x, y)) : pathLoss.shadowSdDb(beacon, x, y, level);
    },
  };
}
