import type { Displacement } from './dead-reckoning';

/** Standing still tells nothing new of the place: what the estimate does then is fading. It settles first. */
const SETTLES_IN_MS = 1500;
/** The dot moves on only where the estimate says clearly that it rests at the wrong place. */
const SLACK = 3;
/** Who stands beside an escalator may be riding it: an escalator carries 2 m and more in so long. */
const RIDE_SHOWS_IN_MS = 5000;
const RIDDEN = 1.5;

/** Where the dot rests while the walker stands. Metres in the venue frame. */
export class Rest {
  private stillSinceMs: number | undefined;
  private at: Displacement | undefined;
  private lately: (Displacement & { readonly atMs: number })[] = [];

  get place(): Displacement | undefined {
    return this.at;
  }

  /** The walker goes on, or is carried. */
  leave(): void {
    this.stillSinceMs = undefined;
    this.at = undefined;
    this.lately = [];
  }

  /** The walker takes no step at `atMs`; the estimate says where. With `mayRide` an escalator or moving walkway is near. */
  stand(estimate: Displacement, atMs: number, mayRide: boolean): void {
    this.stillSinceMs ??= atMs;
    this.lately.push({ ...estimate, atMs });
    if (this.lately[1] && this.lately[1].atMs <= atMs - RIDE_SHOWS_IN_MS) this.lately.shift();
    if (mayRide && this.rides(estimate, atMs)) {
      this.at = undefined;
      return;
    }
    if (atMs - this.stillSinceMs < SETTLES_IN_MS) return;
    if (this.at === undefined || apart(this.at, estimate) > SLACK) this.at = { x: estimate.x, y: estimate.y };
  }

  private rides(estimate: Displacement, atMs: number): boolean {
    const before = this.lately[0]!;
    return atMs - before.atMs < RIDE_SHOWS_IN_MS || apart(before, estimate) > RIDDEN;
  }
}

function apart(a: Displacement, b: Displacement): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
