import type { Displacement } from './dead-reckoning';

/** Standing still tells nothing new of the place: what the estimate does then is fading. It settles first. */
const SETTLES_IN_MS = 1500;
/** The dot moves on only where the estimate says clearly that it rests at the wrong place. */
const SLACK = 3;

/** Where the dot rests while the walker stands. Metres in the venue frame. */
export class Rest {
  private stillSinceMs: number | undefined;
  private at: Displacement | undefined;

  get place(): Displacement | undefined {
    return this.at;
  }

  /** The walker goes on, or is carried. */
  leave(): void {
    this.stillSinceMs = undefined;
    this.at = undefined;
  }

  /** The walker stands at `atMs`; the estimate says where. */
  stand(estimate: Displacement, atMs: number): void {
    this.stillSinceMs ??= atMs;
    if (atMs - this.stillSinceMs < SETTLES_IN_MS) return;
    const away = this.at && Math.hypot(this.at.x - estimate.x, this.at.y - estimate.y);
    if (away === undefined || away > SLACK) this.at = { x: estimate.x, y: estimate.y };
  }
}
