import type { Position } from '../types';

/** Positions of so long are looked back on, and a way of so many metres tells a direction. */
const LOOK_BACK_MS = 3000;
const TELLING = 1.2;

/** A unit vector on the floor. */
export interface Heading {
  readonly east: number;
  readonly north: number;
}

/** Which way a walker looks, by where they have come from: who stands still looks where they last went. */
export class Course {
  private readonly recent: Position[] = [];
  private last: Heading | undefined;

  /** Undefined until the walker has gone a way. */
  get heading(): Heading | undefined {
    return this.last;
  }

  take(position: Position): void {
    const { recent } = this;
    if (recent.length > 0 && recent[0]!.level !== position.level) recent.length = 0;
    recent.push(position);
    while (position.atMs - recent[0]!.atMs > LOOK_BACK_MS) recent.shift();
    const [dx, dy] = [position.x - recent[0]!.x, position.y - recent[0]!.y];
    const way = Math.hypot(dx, dy);
    if (way >= TELLING) this.last = { east: dx / way, north: dy / way };
  }
}
