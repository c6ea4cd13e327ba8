import type { ScreenPoint } from '@daoyin/geometry';
import {
  angleTo,
  between,
  type Lens,
  type Limits,
  limited,
  panned,
  rotatedAt,
  tiltedBy,
  type View,
  zoomedAt,
} from './view';

interface Flight {
  readonly from: View;
  readonly to: View;
  readonly duration: number;
  elapsed: number;
}

/** What a walker's camera goes after: the place, and the heading where one is known. */
export type Chase = Pick<View, 'x' | 'y' | 'elevation'> & { readonly up?: number | undefined };

const INERTIA = 5.5; // 1/s: a flung map comes to rest in about half a second
const CHASE = 3.2; // 1/s
const SLOWEST = 4; // CSS pixels a second below which a fling has ended

/** The camera over time: gestures, flights between views, inertia after a fling, and the chase of a walker. */
export class CameraRig {
  view: View;
  private flight: Flight | undefined;
  private fling: ScreenPoint | undefined;
  private chase: Chase | undefined;

  constructor(
    view: View,
    public lens: Lens,
    public limits: Limits,
  ) {
    this.view = view;
  }

  /** Advances by `dt` seconds; true while another frame is wanted. */
  step(dt: number): boolean {
    if (this.flight) return this.stepFlight(dt);
    if (this.chase) return this.stepChase(dt, this.chase);
    return this.stepFling(dt);
  }

  /** Goes there in `duration` seconds; 0 at once. A gesture ends it. */
  flyTo(view: View, duration = 0.75): void {
    this.fling = undefined;
    const to = limited(view, this.limits);
    if (duration <= 0) {
      this.flight = undefined;
      this.view = to;
    } else this.flight = { from: this.view, to, duration, elapsed: 0 };
  }

  /** Follows from now on; undefined ends it. */
  follow(chase: Chase | undefined): void {
    this.chase = chase;
  }

  get following(): boolean {
    return this.chase !== undefined;
  }

  /** Where the camera will be when it rests. */
  get goal(): View {
    return this.flight?.to ?? this.view;
  }

  pan(from: ScreenPoint, to: ScreenPoint): void {
    this.touch(panned(this.view, this.lens, from, to));
  }

  zoom(factor: number, pixel: ScreenPoint = this.lens.centre): void {
    this.touch(zoomedAt(this.view, this.lens, this.limits, factor, pixel));
  }

  rotate(angle: number, pixel: ScreenPoint = this.lens.centre): void {
    this.touch(rotatedAt(this.view, this.lens, angle, pixel));
  }

  tilt(angle: number): void {
    this.touch(tiltedBy(this.view, this.limits, angle));
  }

  /** Lets the map glide on, at CSS pixels a second. */
  release(speed: ScreenPoint): void {
    this.fling = Math.hypot(speed.left, speed.top) > 60 ? speed : undefined;
  }

  hold(): void {
    this.fling = undefined;
    this.flight = undefined;
  }

  private touch(view: View): void {
    this.flight = undefined;
    this.view = limited(view, this.limits);
  }

  private stepFlight(dt: number): boolean {
    const flight = this.flight!;
    flight.elapsed += dt;
    const t = Math.min(1, flight.elapsed / flight.duration);
    this.view = between(flight.from, flight.to, t * t * t * (t * (6 * t - 15) + 10)); // smootherstep
    if (t >= 1) this.flight = undefined;
    return true;
  }

  private stepChase(dt: number, chase: Chase): boolean {
    const share = 1 - Math.exp(-CHASE * dt);
    const to = { ...this.view, ...chase, up: chase.up ?? this.view.up };
    const left =
      Math.hypot(to.x - this.view.x, to.y - this.view.y, to.elevation - this.view.elevation) /
        this.view.distance +
      Math.abs(angleTo(this.view.up, to.up));
    if (left < 1e-4) return false;
    this.view = limited(between(this.view, to, share), this.limits);
    return true;
  }

  private stepFling(dt: number): boolean {
    if (!this.fling) return false;
    const { left, top } = this.fling;
    const { centre } = this.lens;
    const to = { left: centre.left + left * dt, top: centre.top + top * dt };
    this.view = limited(panned(this.view, this.lens, centre, to), this.limits);
    const decay = Math.exp(-INERTIA * dt);
    this.fling = { left: left * decay, top: top * decay };
    if (Math.hypot(this.fling.left, this.fling.top) < SLOWEST) this.fling = undefined;
    return true;
  }
}
