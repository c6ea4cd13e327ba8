import { Information } from './information';
import { drift, expectNothing, expectWeakly, type Knowing, learnt } from './shared-states';
import { PER_KNOT, SHARED, type Window } from './window';

/**
 * What is known of a window's states beside what its knots say: what the knots said that have left it, what the knots share, places that were
 * measured. A quadratic cost of the states, about those at which it was last written.
 */
export class Memory {
  private prior: Information;
  private spare: Information;
  private readonly at: Float64Array;
  private readonly moved: Float64Array;

  constructor(stride: number) {
    this.prior = new Information(stride);
    this.spare = new Information(stride);
    this.at = new Float64Array(stride);
    this.moved = new Float64Array(stride);
  }

  /** Forgets all but so much of what the knots share; `normal` are the equations of a window of so many states. */
  keepShared(knowing: Knowing, normal: Information, size: number): void {
    const { prior } = this;
    prior.clear();
    if (knowing === 'learnt') learnt(normal, size, prior);
    else if (knowing === 'weakly') expectWeakly(prior);
    else expectNothing(prior);
  }

  /** From now on it is about the present states of a window; those of knots to come are 0. */
  writeAt(window: Window): void {
    this.at.fill(0);
    window.pack(this.at);
  }

  /** A state was measured; `isNew` where the window has not got it yet. */
  observe(state: number, value: number, sd: number, isNew: boolean): void {
    const { prior, at } = this;
    const isRemembered = prior.matrix[state * prior.stride + state]! > 0;
    if (isNew || !isRemembered) at[state] = value;
    prior.addPrecision(state, 1 / sd ** 2);
    prior.vector[state] = prior.vector[state]! + (value - at[state]!) / sd ** 2;
  }

  /** Ties a state to where it was when this was last written. */
  hold(state: number, sd: number): void {
    this.prior.addPrecision(state, 1 / sd ** 2);
  }

  /** What the knots share drifts with time. */
  drift(seconds: number, stepping: boolean, size: number): void {
    drift(this.prior, seconds, stepping, size);
  }

  /** Remembers the oldest knot of a window of so many states by its mirrored equations, this memory in them, less those of what stays. */
  takeOldest(normal: Information, size: number, fillStaying: () => void): void {
    normal.eliminate(SHARED, PER_KNOT, size, this.spare);
    fillStaying();
    subtractStaying(this.spare, normal, size);
    [this.prior, this.spare] = [this.spare, this.prior];
  }

  /** What the present states of a window cost. */
  cost(window: Window): number {
    const { at, moved } = this;
    const { matrix, vector, stride } = this.prior;
    const { size } = window;
    window.pack(moved);
    let cost = 0;
    for (let i = 0, row = 0; i < size; i++, row += stride) {
      moved[i] = moved[i]! - at[i]!;
      let pull = 0.5 * matrix[row + i]! * moved[i]! - vector[i]!;
      for (let j = 0; j < i; j++) pull += matrix[row + j]! * moved[j]!;
      cost += pull * moved[i]!;
    }
    return cost;
  }

  /** Adds itself to the equations of a window at its present states, and gives what these cost. */
  addTo(normal: Information, window: Window): number {
    const cost = this.cost(window);
    const { moved } = this;
    const { matrix, vector, stride } = this.prior;
    const { size } = window;
    for (let i = 0, row = 0; i < size; i++, row += stride) {
      let pull = 0;
      for (let j = 0; j < size; j++) pull += matrix[row + j]! * moved[j]!;
      normal.vector[i] = normal.vector[i]! + vector[i]! - pull;
      for (let j = 0; j <= i; j++) normal.matrix[row + j] = normal.matrix[row + j]! + matrix[row + j]!;
    }
    return cost;
  }

  /** A copy; gives what puts it back. */
  snapshot(): () => void {
    const [matrix, vector, at] = [this.prior.matrix.slice(), this.prior.vector.slice(), this.at.slice()];
    return () => {
      this.prior.matrix.set(matrix);
      this.prior.vector.set(vector);
      this.at.set(at);
    };
  }
}

/** Takes the factors that stay in the window out of what was marginalised: they are added anew with every fit. */
function subtractStaying(remembered: Information, staying: Information, size: number): void {
  const { stride } = remembered;
  const kept = (i: number): number => (i < SHARED ? i : i + PER_KNOT);
  for (let i = 0; i < size - PER_KNOT; i++) {
    remembered.vector[i] = remembered.vector[i]! - staying.vector[kept(i)]!;
    for (let j = 0; j < size - PER_KNOT; j++) {
      remembered.matrix[i * stride + j] =
        remembered.matrix[i * stride + j]! - staying.matrix[kept(i) * stride + kept(j)]!;
    }
  }
}
