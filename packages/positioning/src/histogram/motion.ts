import type { Lattice } from './lattice';

const DIRECTIONS = 8;
/** Standing, and walking in each direction. */
export const MODES = DIRECTIONS + 1;
const SPEED = 0.9;
const DIFFUSION = 0.4; // m/√s
/** Rates a second at which a walker stops, goes, and turns by an eighth. */
const STOPPING = 0.12;
const GOING = 0.3;
const TURNING = 0.25;
const ANYWHERE = 0.06;

/** Velocity of a mode in m/s. */
function velocityOf(mode: number): { readonly x: number; readonly y: number } {
  if (mode === 0) return { x: 0, y: 0 };
  const azimuth = (2 * Math.PI * (mode - 1)) / DIRECTIONS;
  return { x: SPEED * Math.cos(azimuth), y: SPEED * Math.sin(azimuth) };
}

/** Carries a histogram over cells and modes through `seconds`: modes change, walkers go on, all blur. Mode by mode, cells within. */
export class HistogramMotion {
  private readonly mixed: Float64Array;
  private readonly rowBlur: Float64Array;

  constructor(private readonly lattice: Lattice) {
    const cells = lattice.columns * lattice.rows;
    this.mixed = new Float64Array(MODES * cells);
    this.rowBlur = new Float64Array(cells);
  }

  advance(weights: Float64Array, seconds: number): void {
    this.changeModes(weights, seconds);
    const cells = this.lattice.columns * this.lattice.rows;
    for (let mode = 0; mode < MODES; mode++) {
      const from = this.mixed.subarray(mode * cells, (mode + 1) * cells);
      const { x, y } = velocityOf(mode);
      const sd = (mode === 0 ? 0.4 : 1) * DIFFUSION * Math.sqrt(seconds);
      this.blur(from, weights.subarray(mode * cells, (mode + 1) * cells), x * seconds, y * seconds, sd);
    }
  }

  private changeModes(weights: Float64Array, seconds: number): void {
    const cells = this.lattice.columns * this.lattice.rows;
    const [stop, go] = [STOPPING * seconds, GOING * seconds];
    const [turn, any] = [(TURNING * seconds) / 2, (ANYWHERE * seconds) / DIRECTIONS];
    for (let i = 0; i < cells; i++) {
      const still = weights[i]!;
      let walking = 0;
      for (let mode = 1; mode < MODES; mode++) walking += weights[mode * cells + i]!;
      this.mixed[i] = (1 - go) * still + stop * walking;
      for (let d = 0; d < DIRECTIONS; d++) {
        const left = weights[(1 + ((d + 1) % DIRECTIONS)) * cells + i]!;
        const right = weights[(1 + ((d + DIRECTIONS - 1) % DIRECTIONS)) * cells + i]!;
        const own = weights[(1 + d) * cells + i]!;
        this.mixed[(1 + d) * cells + i] =
          (1 - stop - 2 * turn - any * DIRECTIONS) * own +
          turn * (left + right) +
          any * walking +
          (go * still) / DIRECTIONS;
      }
    }
  }

  /** A shift with a blur of the same mean and variance on three cells each way; what would leave the lattice stays at its edge. */
  private blur(from: Float64Array, to: Float64Array, dx: number, dy: number, sd: number): void {
    const { columns, rows, cell } = this.lattice;
    const across = tapsOf(dx / cell, sd / cell);
    const up = tapsOf(dy / cell, sd / cell);
    const { rowBlur } = this;
    rowBlur.fill(0);
    to.fill(0);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const value = from[row * columns + column]!;
        if (value < 1e-12) continue;
        for (let tap = 0; tap < TAPS; tap++) {
          const at = Math.min(columns - 1, Math.max(0, column + tap - REACH));
          rowBlur[row * columns + at]! += value * across[tap]!;
        }
      }
    }
    for (let row = 0; row < rows; row++) {
      for (let tap = 0; tap < TAPS; tap++) {
        const at = Math.min(rows - 1, Math.max(0, row + tap - REACH));
        const share = up[tap]!;
        for (let column = 0; column < columns; column++)
          to[at * columns + column]! += share * rowBlur[row * columns + column]!;
      }
    }
  }
}

const REACH = 3;
const TAPS = 2 * REACH + 1;

/** Weights of the cells from −3 to 3 for a move of `shift` cells with a normal blur. */
function tapsOf(shift: number, sd: number): Float64Array {
  const spread = Math.max(0.3, sd);
  const taps = Float64Array.from({ length: TAPS }, (_, tap) =>
    Math.exp(-0.5 * ((tap - REACH - shift) / spread) ** 2),
  );
  const total = taps.reduce((sum, tap) => sum + tap, 0);
  return taps.map((tap) => tap / total);
}
