import { atLeast, type Covariance2, scaleAsMissed } from '../accuracy';
import type { Knot } from './window';

/** What the smoother's own covariance leaves out: the same errors of map, register and channel at every knot. */
const COVARIANCE_FACTOR = 1.3;
const COVARIANCE_FACTOR_FREE = 2.8;
const MODEL_SD = 0.3;
const EXTRAPOLATION_SPEED_SD = 0.4;
/** By steps a track sheds what its first place missed; before it has gone so many metres they say no more of the place than none. */
const PROVED_BY_M = 4;
const NOWHERE_ELSE: Covariance2 = [0, 0, 0];

/** How far off the place of a track may be, beside what the smoother itself believes. */
export class Doubt {
  private spread: Covariance2 = NOWHERE_ELSE;
  private gone = 0;

  /** A track starts where nothing but what is heard tells of. */
  startTrack(): void {
    this.gone = 0;
  }

  /** Somebody else knew the place. */
  trust(): void {
    this.gone = PROVED_BY_M;
    this.settle();
  }

  /** A knot was added. */
  goOn({ gait, dx, dy }: Knot): void {
    if (gait === 'steps') this.gone += Math.hypot(dx, dy);
  }

  /** A young track may be at other places too: their spread in m² about its own. */
  lookedAround(spread: Covariance2): void {
    this.spread = spread;
  }

  /** The track is where it is. */
  settle(): void {
    this.spread = NOWHERE_ELSE;
  }

  /** The covariance to tell at a time, in m², of what the smoother has for its newest knot; what readings missed there as `scaleAsMissed` takes it. */
  of(
    [xx, xy, yy]: Covariance2,
    costOfReading: number,
    { gait, atMs: knotMs }: Knot,
    atMs: number,
  ): Covariance2 {
    const ahead = gait === 'free' ? (EXTRAPOLATION_SPEED_SD * (atMs - knotMs)) / 1000 : 0;
    const own = MODEL_SD ** 2 + ahead ** 2;
    const proved = gait !== 'free' && this.gone >= PROVED_BY_M;
    const factor = proved ? COVARIANCE_FACTOR * scaleAsMissed(costOfReading) : COVARIANCE_FACTOR_FREE;
    const [sxx, sxy, syy] = this.spread;
    return atLeast([factor * xx + own + sxx, factor * xy + sxy, factor * yy + own + syy], own);
  }
}
