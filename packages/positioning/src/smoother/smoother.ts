import type { Covariance2 } from '../accuracy';
import type { RadioModel } from '../radio-model';
import { inverseBlockNearEnd, inverseColumns } from './cholesky';
import { CostsAtPlaces } from './costs-at-places';
import { Information } from './information';
import { Memory } from './memory';
import { MotionFactors } from './motion-factors';
import { PLACES_TRIED, PosteriorMean } from './posterior-mean';
import { RadioFactors } from './radio-factors';
import type { Knowing } from './shared-states';
import { BIAS, PER_KNOT, SHARED, SHARED_AT_FIRST, Window } from './window';

const LONGEST_MOVE = 4;
const LARGEST_TURN = 0.7;
const SETTLED_MOVE = 0.08;
const TRIES = 3;
const NO_WORSE = 0.05;
/** How little is known of a place that is forgotten, in metres. */
const FORGOTTEN_SD = 10;

/**
 * A fixed-lag smoother of the track: the most likely positions of the last knots with gain, heading bias and step scale, by Gauss–Newton
 * steps that relinearise the whole window (Dellaert and Kaess 2017, sections 2 and 5.3). A knot that leaves is marginalised into
 * a prior, with what its shadowing shares with the knots that stay.
 */
export class Smoother {
  readonly window: Window;
  private readonly radio: RadioFactors;
  private readonly motion = new MotionFactors();
  private readonly memory: Memory;
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
    this.memory = new Memory(stride);
    this.normal = new Information(stride);
    this.state = new Float64Array(stride);
    this.saved = new Float64Array(stride);
    this.move = new Float64Array(stride);
    this.mean = new PosteriorMean(stride);
    this.atPlaces = new CostsAtPlaces(model, PLACES_TRIED, mostKnots);
  }

  /** Forgets the track, and starts at a place, knowing so much of what the knots share. */
  restart(x: number, y: number, sd: number, knowing: Knowing): void {
    const { memory, normal, window } = this;
    const kept = window.knots.length === 0 && knowing === 'learnt' ? 'weakly' : knowing;
    memory.keepShared(kept, normal, window.size);
    window.clear();
    if (knowing === 'nothing') window.shared.set(SHARED_AT_FIRST);
    memory.writeAt(window);
    this.observe(0, x, y, sd);
  }

  /** A measured place of a knot that stands already, or comes next. */
  observe(k: number, x: number, y: number, sd: number): void {
    const isNew = k >= this.window.knots.length;
    for (const [axis, value] of [x, y].entries())
      this.memory.observe(SHARED + PER_KNOT * k + axis, value, sd, isNew);
  }

  /** What the knots share drifts with time. */
  drift(seconds: number, stepping: boolean): void {
    this.memory.drift(seconds, stepping, this.window.size);
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
        tracks.costs[t] = this.motion.add(window, 0, undefined) + this.memory.cost(window);
      }
      this.atPlaces.add(window, tracks, level, receiverZ);
    });
    window.unpack(saved);
    if (moved) this.linearise(level, receiverZ);
  }

  /** Takes the oldest knot out of the window and what it said, as last fitted, into the prior. */
  marginalise(level: number, receiverZ: number): void {
    const { window, normal, memory } = this;
    const { size } = window;
    normal.mirror(size);
    memory.takeOldest(normal, size, () => {
      normal.clear();
      this.radio.prepare(window, 1, level, receiverZ);
      this.radio.add(window, normal);
      this.motion.add(window, 1, normal);
      normal.mirror(size);
    });
    window.dropOldest();
    memory.writeAt(window);
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
    const recall = this.memory.snapshot();
    return () => {
      window.unpack(track);
      recall();
    };
  }

  /** Drops what is remembered of the place, and keeps what is remembered of gain, heading and scale weakly. */
  forgetPlace(): void {
    const { memory, normal, window } = this;
    memory.writeAt(window);
    memory.keepShared('nothing', normal, window.size);
    for (let axis = 0; axis < 2; axis++) memory.hold(SHARED + axis, FORGOTTEN_SD);
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
    return heard + this.motion.add(window, 0, normal) + this.memory.addTo(normal, window);
  }

  private cost(): number {
    return this.costOfEvidence() + this.memory.cost(this.window);
  }
}
