import type { Covariance2 } from '../accuracy';
import type { RadioModel } from '../radio-model';
import { inverseBlockNearEnd, inverseColumns } from './cholesky';
import { CostsAtPlaces } from './costs-at-places';
import { Information } from './information';
import { MotionFactors } from './motion-factors';
import { PLACES_TRIED, PosteriorMean } from './posterior-mean';
import { RadioFactors } from './radio-factors';
import { drift, expectNothing, expectWeakly, type Knowing, learnt } from './shared-states';
import { BIAS, PER_KNOT, SHARED, SHARED_AT_FIRST, Window } from './window';

const LONGEST_MOVE = 4;
const LARGEST_TURN = 0.7;
const SETTLED_MOVE = 0.08;
const TRIES = 3;
const NO_WORSE = 0.05;
/**
 * A fixed-lag smoother of the track: the most likely positions of the last knots with gain, heading bias and step scale, by Gauss–Newton
 * steps that relinearise the whole window (Dellaert and Kaess 2017, sections 2 and 5.3). A knot that leaves is marginalised into
 * a prior, with what its shadowing shares with the knots that stay.
 */
export class Smoother {
  readonly window: Window;
  private readonly radio: RadioFactors;
  private readonly motion = new MotionFactors();
  private prior: Information;
  private spare: Information;
  private readonly priorAt: Float64Array;
  private readonly normal: Information;
  private readonly state: Float64Array;
  private readonly saved: Float64Array;
  private readonly move: Float64Array;
  private readonly mean: PosteriorMean;
  private readonly atPlaces: CostsAtPlaces;
  private heardCost = 0.5;

  constructor(
    model: RadioModel,
    readonly mostKnots: number,
  ) {
    this.window = new Window(mostKnots);
    const { stride } = this.window;
    this.radio = new RadioFactors(model, mostKnots);
    this.prior = new Information(stride);
    this.spare = new Information(stride);
    this.normal = new Information(stride);
    this.priorAt = new Float64Array(stride);
    this.state = new Float64Array(stride);
    this.saved = new Float64Array(stride);
    this.move = new Float64Array(stride);
    this.mean = new PosteriorMean(stride);
    this.atPlaces = new CostsAtPlaces(model, PLACES_TRIED, mostKnots);
  }

  /** Forgets the track, and starts at a place, knowing so much of what the knots share. */
  restart(x: number, y: number, sd: number, knowing: Knowing): void {
    const { priorAt, window } = this;
    this.expectShared(window.knots.length === 0 && knowing === 'learnt' ? 'weakly' : knowing);
    window.clear();
    if (knowing === 'nothing') window.shared.set(SHARED_AT_FIRST);
    priorAt.fill(0);
    priorAt.set(window.shared);
    this.observe(0, x, y, sd);
  }

  /** A measured place of a knot that stands already, or comes next. */
  observe(k: number, x: number, y: number, sd: number): void {
    const { prior, priorAt, window } = this;
    for (const [axis, value] of [x, y].entries()) {
      const state = SHARED + PER_KNOT * k + axis;
      if (k >= window.knots.length || !this.remembered(state)) priorAt[state] = value;
      prior.addPrecision(state, 1 / sd ** 2);
      prior.vector[state] = prior.vector[state]! + (value - priorAt[state]!) / sd ** 2;
    }
  }

  private remembered(state: number): boolean {
    const { matrix, stride } = this.prior;
    return matrix[state * stride + state]! > 0;
  }

  /** What the knots share drifts with time. */
  drift(seconds: number, stepping: boolean): void {
    drift(this.prior, seconds, stepping, this.window.size);
  }

  /** Fits the window; gives the cost reached. */
  fit(iterations: number, level: number, receiverZ: number): number {
    let cost = this.linearise(level, receiverZ);
    for (let i = 0; i < iterations; i++) {
      const longest = this.step(cost);
      if (longest === undefined) break;
      cost = this.linearise(level, receiverZ);
      if (longest < SETTLED_MOVE) break;
    }
    return cost;
  }

  /** Goes to the most likely track like `fit`, but does not look at the equations there: `settleOnMean` does with those before the last step. */
  approach(iterations: number, level: number, receiverZ: number): void {
    for (let i = 0; i < iterations; i++) {
      const longest = this.step(this.linearise(level, receiverZ));
      if (longest === undefined || longest < SETTLED_MOVE) break;
    }
  }

  /** The equations of the present track; gives its cost. */
  private linearise(level: number, receiverZ: number): number {
    this.radio.prepare(this.window, 0, level, receiverZ);
    return this.assemble();
  }

  /** Goes from a track of this cost to a better one; gives the longest move in metres, undefined where nothing better is found. */
  private step(cost: number): number | undefined {
    const { window, saved, move, state } = this;
    if (!this.normal.solve(move, window.size)) return undefined;
    window.pack(saved);
    const longest = this.longestMove();
    let share = Math.min(1, LONGEST_MOVE / longest, LARGEST_TURN / Math.abs(move[BIAS]!));
    for (let tries = 0; tries < TRIES; tries++, share *= 0.4) {
      for (let s = 0; s < window.size; s++) state[s] = saved[s]! + share * move[s]!;
      window.unpack(state);
      if (this.cost() < cost + NO_WORSE) return longest;
    }
    window.unpack(saved);
    return undefined;
  }

  /** Moves the track from its most likely place, where `fit` or `approach` left it, to the mean of what is possible there. */
  settleOnMean(level: number, receiverZ: number): void {
    const { window, saved } = this;
    window.pack(saved);
    const moved = this.mean.move(saved, this.normal, window.size, (tracks) => {
      for (let t = 0; t < tracks.count; t++) {
        window.unpack(tracks.track(t));
        tracks.costs[t] = this.motion.add(window, 0, undefined) + this.costOfPrior();
      }
      this.atPlaces.add(window, tracks, level, receiverZ);
    });
    window.unpack(saved);
    if (moved) this.linearise(level, receiverZ);
  }

  /** Takes the oldest knot out of the window and what it said, as last fitted, into the prior. */
  marginalise(level: number, receiverZ: number): void {
    const { window, normal, spare } = this;
    const { size } = window;
    normal.mirror(size);
    normal.eliminate(SHARED, PER_KNOT, size, spare);
    normal.clear();
    this.radio.prepare(window, 1, level, receiverZ);
    this.radio.add(window, normal);
    this.motion.add(window, 1, normal);
    normal.mirror(size);
    subtractStaying(spare, normal, size);
    [this.prior, this.spare] = [spare, this.prior];
    window.dropOldest();
    window.pack(this.priorAt);
  }

  /** The cost of the track by what was heard and by motion alone, without what is remembered. */
  costOfEvidence(): number {
    return this.radio.add(this.window, undefined) + this.motion.add(this.window, 0, undefined);
  }

  /** What is missed of a reading at the last fit: half its square in its own variances, so 0.5 where the model is right. */
  get costOfReading(): number {
    return this.heardCost;
  }

  /** Posterior covariance of the newest knot's position; of the last `fit`. */
  positionCovariance(): Covariance2 {
    const { size, stride } = this.window;
    const [xx, xy, yy] = inverseBlockNearEnd(this.normal.matrix, size, stride, PER_KNOT - 2) ?? [25, 0, 25];
    return [xx, xy, yy];
  }

  /** Posterior standard deviation of a state that all knots share; of the last `fit`. */
  sharedSd(state: number): number {
    const { size, stride } = this.window;
    const column = new Float64Array(stride);
    const solved = inverseColumns(this.normal.matrix, [state], [column], size, stride);
    return solved ? Math.sqrt(Math.max(0, column[state]!)) : 1;
  }

  /** A copy of the track and of what is remembered, for a trial that may be taken back. */
  snapshot(): () => void {
    const { window } = this;
    const track = new Float64Array(window.stride);
    window.pack(track);
    const [matrix, vector, at] = [this.prior.matrix.slice(), this.prior.vector.slice(), this.priorAt.slice()];
    return () => {
      window.unpack(track);
      this.prior.matrix.set(matrix);
      this.prior.vector.set(vector);
      this.priorAt.set(at);
    };
  }

  /** Drops what is remembered of the place, and keeps what is remembered of gain, heading and scale weakly. */
  forgetPlace(): void {
    const { prior, priorAt, window } = this;
    window.pack(priorAt);
    this.expectShared('nothing');
    for (let axis = 0; axis < 2; axis++) prior.addPrecision(SHARED + axis, 1 / 10 ** 2);
  }

  /** Leaves of what is remembered so much of what the knots share. */
  private expectShared(knowing: Knowing): void {
    const { normal, prior, window } = this;
    prior.clear();
    if (knowing === 'learnt') learnt(normal, window.size, prior);
    else if (knowing === 'weakly') expectWeakly(prior);
    else expectNothing(prior);
  }

  private longestMove(): number {
    let longest = 1e-9;
    for (let i = SHARED; i < this.window.size; i += PER_KNOT) {
      longest = Math.max(longest, Math.sqrt(this.move[i]! ** 2 + this.move[i + 1]! ** 2));
    }
    return longest;
  }

  private assemble(): number {
    const { window, normal } = this;
    normal.clear(window.size);
    const heard = this.radio.add(window, normal);
    this.heardCost = heard / Math.max(1, this.radio.readings(window));
    for (let i = 0; i < window.size; i++) normal.addPrecision(i, 1e-6);
    return heard + this.motion.add(window, 0, normal) + this.addPrior();
  }

  private cost(): number {
    return this.costOfEvidence() + this.costOfPrior();
  }

  /** Adds what is remembered to the normal equations and gives its cost. */
  private addPrior(): number {
    const { normal, prior, window, state } = this;
    const { matrix, vector, stride } = prior;
    const cost = this.costOfPrior();
    for (let i = 0, row = 0; i < window.size; i++, row += stride) {
      let pull = 0;
      for (let j = 0; j < window.size; j++) pull += matrix[row + j]! * state[j]!;
      normal.vector[i] = normal.vector[i]! + vector[i]! - pull;
      for (let j = 0; j <= i; j++) normal.matrix[row + j] = normal.matrix[row + j]! + matrix[row + j]!;
    }
    return cost;
  }

  /** What is remembered costs the present track, whose way from there is left in `state`. */
  private costOfPrior(): number {
    const { prior, priorAt, window, state } = this;
    const { matrix, vector, stride } = prior;
    const { size } = window;
    window.pack(state);
    let cost = 0;
    for (let i = 0, row = 0; i < size; i++, row += stride) {
      const moved = state[i]! - priorAt[i]!;
      state[i] = moved;
      let pull = 0.5 * matrix[row + i]! * moved - vector[i]!;
      for (let j = 0; j < i; j++) pull += matrix[row + j]! * state[j]!;
      cost += pull * moved;
    }
    return cost;
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
