import type { Candidate } from './candidates';

/** Metres between places that are tried, and between those that are looked at first. */
export const STEP = 1;
const COARSE = 2;
/** Beacons hang within a metre of their registered place, or have been moved. */
const IN_PLACE = 2;

/** Places on a grid of `STEP` within a radius, as offsets from the registered place. */
export function disc(radius: number, east: number, north: number, level: number): readonly Candidate[] {
  const candidates: Candidate[] = [];
  for (let dy = -radius; dy <= radius; dy += STEP) {
    for (let dx = -radius; dx <= radius; dx += STEP) {
      if (Math.hypot(dx, dy) <= radius) candidates.push({ dx: east + dx, dy: north + dy, level });
    }
  }
  return candidates;
}

export function isHere({ dx, dy }: Candidate): boolean {
  return dx === 0 && dy === 0;
}

export function isCoarse({ dx, dy }: Candidate): boolean {
  return dx % COARSE === 0 && dy % COARSE === 0;
}

export function isInPlace({ dx, dy }: Candidate): boolean {
  return Math.hypot(dx, dy) < IN_PLACE;
}
