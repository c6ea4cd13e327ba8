import type { BeaconRegister, Venue } from '@daoyin/venue';
import { inTimeOrder, type TruthPoint } from '../score/truth';
import type { Effects } from '../simulate/channel';
import { effectsOf, type Variant } from '../simulate/world';
import { InformationWindow } from './information-window';
import { Innovations } from './innovations';
import { type Sight, sightsOf } from './sights';
import { type Knot, tracksOf } from './track';
import { motionRows, noStepRows, PART, PARTS, priorRows, SHARED, SHARED_COUNT, stepRows } from './walker';

/** The least covariance [xx, xy, yy] in m² that any causal estimator can have at a time, on the walker's true level. */
export interface BoundPoint {
  readonly atMs: number;
  readonly covariance: readonly [xx: number, xy: number, yy: number];
}

/** Older places are marginalised; shadowing is forgotten over 5 m, so half a minute is far more than matters. */
const WINDOW_S = 24;
const NEGLIGIBLE_WEIGHT = 1e-4;

/**
 * Posterior Cramér–Rao bound (Van Trees 1968; recursion of Tichavský, Muravchik and Nehorai 1998) of a walk under the channel of `CHANNEL`
 * with the variant's effects: true track, beacons of the register as they are (`silent` ones say nothing), each beacon's shadowing a Gaussian
 * process over the true track with its own power and pattern, phone gain and pattern unknown, fading by the information of an advert heard
 * or not, passers-by, the body's shadow over an unknown heading. With `steps`, a pedometer with unknown scale and heading error. One point
 * for each whole second after the first; `truth` must be sampled.
 */
export function positioningBound(walk: {
  readonly truth: readonly TruthPoint[];
  readonly register: BeaconRegister;
  readonly venue?: Venue;
  readonly steps: boolean;
  readonly variant?: Variant;
  readonly silent?: ReadonlySet<string>;
}): readonly BoundPoint[] {
  const { register, venue, steps, variant = {}, silent = new Set<string>() } = walk;
  const heard = { ...register, beacons: register.beacons.filter(({ id }) => !silent.has(id)) };
  const sights = sightsOf(heard, venue, variant);
  const effects = effectsOf(variant);
  return tracksOf(inTimeOrder(walk.truth)).flatMap((track) => boundOf(track, sights, steps, effects));
}

function boundOf(
  track: readonly Knot[],
  sights: (knot: Knot) => readonly Sight[],
  steps: boolean,
  effects: Effects,
): readonly BoundPoint[] {
  const window = new InformationWindow(SHARED_COUNT, PARTS, WINDOW_S);
  const listeners = new Map<number, Listener>();
  window.addKnot();
  for (const row of priorRows(window, effects)) window.add(row);
  return track.slice(1).map((now, i) => {
    const [k, before] = [i + 1, track[i]!];
    window.addKnot();
    const rows = [
      ...motionRows(window, k, before, now),
      ...(steps ? stepRows(window, k, before, now, effects.steps) : noStepRows(window, k)),
    ];
    for (const row of rows) window.add(row);
    for (const sight of sights(now)) {
      const listener = listeners.get(sight.beacon) ?? new Listener(effects);
      listeners.set(sight.beacon, listener);
      listener.hear(sight, k, now, window);
    }
    return { atMs: now.atMs, covariance: window.newestCovariance() };
  });
}

/** One second of a beacon: its sight, what it depends on, and how much its adverts share their fading (1 at rest). */
interface Heard {
  readonly sight: Sight;
  readonly k: number;
  readonly odometer: number;
  readonly sharing: number;
  /** Slope with the columns of the phone: gain, then its pattern. */
  readonly byPhone: Float64Array;
}

/** One beacon's seconds so far: what a new one adds is what those before do not foresee. */
class Listener {
  private readonly seconds: Heard[] = [];
  private readonly innovations = new Innovations();

  constructor(private readonly effects: Effects) {}

  hear(sight: Sight, k: number, knot: Knot, window: InformationWindow): void {
    const sharing = Math.exp((-2 * knot.moved) / 3 / this.effects.fading.decorrelation);
    const now: Heard = { sight, k, odometer: knot.odometer, sharing, byPhone: slopeByPhone(sight) };
    const covariances = Float64Array.from(this.seconds, (then) => covarianceOf(then, now, this.effects));
    const alone = (1 - sharing / 3) / sight.information;
    const { weights, variance } = this.innovations.add(
      covariances,
      covarianceOf(now, now, this.effects) + alone,
    );
    const row = window.blank();
    const scale = 1 / Math.sqrt(variance);
    addSlope(row, now, scale, window);
    for (let i = 0; i < weights.length; i++) {
      if (Math.abs(weights[i]!) > NEGLIGIBLE_WEIGHT)
        addSlope(row, this.seconds[i]!, -weights[i]! * scale, window);
    }
    window.addDense(row);
    this.seconds.push(now);
  }
}

function slopeByPhone({ bearing }: Sight): Float64Array {
  const harmonics = [1, 2, 3].flatMap((n) => [Math.cos(n * bearing), Math.sin(n * bearing)]);
  return Float64Array.of(1, ...harmonics);
}

/** Covariance in dB² of what a beacon's levels in two seconds miss, but for each advert's own fading. */
function covarianceOf(a: Heard, b: Heard, { shadowing, power, register, fading }: Effects): number {
  const metres = Math.hypot(
    a.sight.at.x - b.sight.at.x,
    a.sight.at.y - b.sight.at.y,
    a.sight.at.z - b.sight.at.z,
  );
  const seconds = Math.abs(b.k - a.k);
  const near = Math.exp(-metres / shadowing.correlationLength);
  const behindWalls = a.sight.inSight || b.sight.inSight ? 0 : shadowing.behindWallSdDb ** 2;
  const turn = a.sight.azimuth - b.sight.azimuth;
  const pattern = (Math.cos(turn) + Math.cos(2 * turn) + Math.cos(3 * turn)) / 3;
  const place = a.sight.slope.x * b.sight.slope.x + a.sight.slope.y * b.sight.slope.y;
  const passing = Math.sqrt(a.sight.passing.variance * b.sight.passing.variance);
  const still = Math.exp(-Math.abs(b.odometer - a.odometer) / fading.decorrelation);
  const stays = still * (1 - fading.movingAtRest + fading.movingAtRest * Math.exp(-seconds / fading.seconds));
  const faded = Math.sqrt(a.sight.fadingVariance * b.sight.fadingVariance * a.sharing * b.sharing) / 3;
  return (
    (shadowing.sdDb ** 2 + behindWalls) * near +
    powerVariance(power) +
    power.azimuthPatternDb ** 2 * pattern +
    register.positionSd ** 2 * place +
    passing * Math.exp(-seconds / Math.min(a.sight.passing.seconds, b.sight.passing.seconds)) +
    faded * stays ** 2
  );
}

/** Spread of the beacons' power, weak batteries included: a share p loses up to w, uniformly. */
function powerVariance({ spreadDb, weakShare: p, weakUpToDb: w }: Effects['power']): number {
  return spreadDb ** 2 + (p * w ** 2) / 3 - (p * (w / 2)) ** 2;
}

/** Adds `scale` times what one second's levels depend on: the places at its ends, the heading, gain and pattern of the phone. */
function addSlope(
  row: Float64Array,
  { sight, k, byPhone }: Heard,
  scale: number,
  window: InformationWindow,
): void {
  const { slope } = sight;
  const [before, now] = [window.column(k - 1, 0), window.column(k, 0)];
  row[before + PART.x]! += (scale * slope.x) / 2;
  row[before + PART.y]! += (scale * slope.y) / 2;
  row[now + PART.x]! += (scale * slope.x) / 2;
  row[now + PART.y]! += (scale * slope.y) / 2;
  row[now + PART.heading]! += scale * slope.heading;
  for (let i = 0; i < byPhone.length; i++) row[SHARED.gain + i]! += scale * byPhone[i]!;
}
