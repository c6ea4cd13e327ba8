/** Tracks tried, as packed states of a window, `stride` numbers apart, and what each of them costs. */
export class Tracks {
  readonly states: Float64Array;
  readonly costs: Float64Array;

  constructor(
    readonly count: number,
    readonly stride: number,
  ) {
    this.states = new Float64Array(count * stride);
    this.costs = new Float64Array(count);
  }

  /** The states of one track: a view, not a copy. */
  track(number: number): Float64Array {
    return this.states.subarray(number * this.stride, (number + 1) * this.stride);
  }
}
