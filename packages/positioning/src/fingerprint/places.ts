import type { BeaconIndex } from '../beacon-index';
import { decodePlaces, type MappedPlace, type RadioMap } from '../calibration/radio-map';
import type { RadioModel } from '../radio-model';
import { MapField } from './map-field';

const SQUARE_METRES = 2;
/** A walker may be so far from where a surveyor was. */
const REACH_METRES = 7;
/** Beyond this distance from where a survey heard it, a beacon is not expected. */
const AUDIBLE_METRES = 30;
const UNHEARD_DBM = -104;
const FAINT_DBM = -96;
const UNHEARD_SD_DB = 8;
const FIELD_SD_DB = 6;
const FIELD_METRES = 8;
const LASTING_SD_DB = 1.5;

/** What is expected of a beacon at each place: level in dBm, and the standard deviation in dB of what that misses. */
export interface Expectation {
  readonly dbm: Float32Array;
  readonly sd: Float32Array;
}

/** The squares in which a walker may be, on every level: all about what a survey heard. */
export interface Places {
  readonly count: number;
  readonly xs: Float64Array;
  readonly ys: Float64Array;
  readonly levels: Int32Array;
  /** A quarter of the squares, evenly spread. */
  readonly sparse: Int32Array;
  /** Number of the square of a point, −1 off the surveyed floor. */
  readonly at: (x: number, y: number, level: number) => number;
  /** Undefined for a beacon that the map does not know. Worked out when it is first asked for. */
  readonly expected: (beacon: number) => Expectation | undefined;
}

interface Square {
  readonly column: number;
  readonly row: number;
}

/** Lays the squares over the surveyed floor. */
export function placesOf(index: BeaconIndex, map: RadioMap, pathLoss: RadioModel): Places {
  const surveyed = index.beacons.map(({ id, placed }) => (placed ? decodePlaces(map.places[id] ?? []) : []));
  const rasters = index.levels.map(
    (_, level) =>
      new Raster(surveyed.flatMap((places, b) => (index.beacons[b]!.level === level ? places : []))),
  );
  const offsets = rasters.map((_, level) =>
    rasters.slice(0, level).reduce((sum, { count }) => sum + count, 0),
  );
  const xs = Float64Array.from(rasters.flatMap((raster) => raster.xs));
  const ys = Float64Array.from(rasters.flatMap((raster) => raster.ys));
  const levels = Int32Array.from(rasters.flatMap(({ count }, level) => new Array<number>(count).fill(level)));
  const sparse = Int32Array.from(
    rasters.flatMap((raster, level) => raster.sparse.map((square) => offsets[level]! + square)),
  );
  const at: Places['at'] = (x, y, level) => {
    const square = rasters[level]?.at(x, y) ?? -1;
    return square < 0 ? -1 : offsets[level]! + square;
  };
  const known = new Map<number, Expectation | undefined>();
  const expected: Places['expected'] = (beacon) => {
    if (!known.has(beacon)) known.set(beacon, expectationOf(beacon));
    return known.get(beacon);
  };
  const expectationOf = (beacon: number): Expectation | undefined => {
    const about = thinned(surveyed[beacon]!.filter(({ meanDbm }) => meanDbm > FAINT_DBM));
    if (about.length === 0) return undefined;
    const { level } = index.beacons[beacon]!;
    const trend = (x: number, y: number) => Math.max(UNHEARD_DBM, pathLoss.expectedDbm(beacon, x, y, level));
    const field = fieldOf(surveyed[beacon]!, trend);
    const dbm = new Float32Array(xs.length).fill(UNHEARD_DBM);
    const sd = new Float32Array(xs.length).fill(UNHEARD_SD_DB);
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i]!;
      const y = ys[i]!;
      if (levels[i] !== level || !isWithin(AUDIBLE_METRES, about, x, y)) continue;
      dbm[i] = trend(x, y) + field.meanAt(x, y);
      sd[i] = field.sdAt(x, y);
    }
    return { dbm, sd };
  };
  return { count: xs.length, xs, ys, levels, sparse, at, expected };
}

/**
 * What one beacon is off its path loss. Where nobody knows the beacon's place, the path loss is no more than a broad hill: the field is wider
 * and longer than that of a beacon whose place was written down.
 */
function fieldOf(places: readonly MappedPlace[], trend: (x: number, y: number) => number): MapField {
  const points = places.map(({ x, y, meanDbm, sdDb }) => ({
    x,
    y,
    value: meanDbm - trend(x, y),
    noise: sdDb ** 2 + LASTING_SD_DB ** 2,
  }));
  return new MapField(points, FIELD_SD_DB ** 2, FIELD_METRES);
}

/** One point of each square of a few metres. */
function thinned(points: readonly MappedPlace[]): readonly MappedPlace[] {
  const squares = new Map(
    points.map((point) => [`${Math.floor(point.x / 4)}/${Math.floor(point.y / 4)}`, point]),
  );
  return [...squares.values()];
}

function isWithin(metres: number, points: readonly MappedPlace[], x: number, y: number): boolean {
  for (const point of points) if ((point.x - x) ** 2 + (point.y - y) ** 2 < metres ** 2) return true;
  return false;
}

/** The squares of one level within reach of surveyed points, numbered row by row. */
class Raster {
  readonly xs: number[] = [];
  readonly ys: number[] = [];
  readonly sparse: number[] = [];
  private readonly left: number;
  private readonly bottom: number;
  private readonly columns: number;
  private readonly numbers: Int32Array;

  constructor(surveyed: readonly { readonly x: number; readonly y: number }[]) {
    const bound = (of: (a: number, b: number) => number, axis: 'x' | 'y') =>
      surveyed.reduce((value, point) => of(value, point[axis]), surveyed[0]?.[axis] ?? 0);
    this.left = bound(Math.min, 'x') - REACH_METRES;
    this.bottom = bound(Math.min, 'y') - REACH_METRES;
    this.columns = Math.ceil((bound(Math.max, 'x') + REACH_METRES - this.left) / SQUARE_METRES) + 1;
    const rows = Math.ceil((bound(Math.max, 'y') + REACH_METRES - this.bottom) / SQUARE_METRES) + 1;
    this.numbers = new Int32Array(this.columns * rows).fill(-1);
    for (const point of surveyed) this.markAbout(point);
    for (let i = 0; i < this.numbers.length; i++) {
      if (this.numbers[i] === -1) continue;
      this.numbers[i] = this.xs.length;
      if ((i % this.columns) % 2 === 0 && Math.floor(i / this.columns) % 2 === 0)
        this.sparse.push(this.xs.length);
      this.xs.push(this.left + ((i % this.columns) + 0.5) * SQUARE_METRES);
      this.ys.push(this.bottom + (Math.floor(i / this.columns) + 0.5) * SQUARE_METRES);
    }
  }

  get count(): number {
    return this.xs.length;
  }

  at(x: number, y: number): number {
    const { column, row } = this.squareOf(x, y);
    if (column < 0 || column >= this.columns || row < 0) return -1;
    return this.numbers[row * this.columns + column] ?? -1;
  }

  private squareOf(x: number, y: number): Square {
    return {
      column: Math.floor((x - this.left) / SQUARE_METRES),
      row: Math.floor((y - this.bottom) / SQUARE_METRES),
    };
  }

  private markAbout({ x, y }: { readonly x: number; readonly y: number }): void {
    const from = this.squareOf(x - REACH_METRES, y - REACH_METRES);
    const to = this.squareOf(x + REACH_METRES, y + REACH_METRES);
    for (let row = from.row; row <= to.row; row++) {
      for (let column = from.column; column <= to.column; column++) {
        const dx = this.left + (column + 0.5) * SQUARE_METRES - x;
        const dy = this.bottom + (row + 0.5) * SQUARE_METRES - y;
        if (Math.hypot(dx, dy) <= REACH_METRES) this.numbers[row * this.columns + column] = 0;
      }
    }
  }
}
