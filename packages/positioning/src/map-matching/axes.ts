import { type MultiPolygon, ringEdges } from '@daoyin/geometry';
import type { Venue } from '@daoyin/venue';

const QUARTER = Math.PI / 2;
const BINS = 90;
const SPREAD_BINS = 3;
/** Edges whose direction is spread evenly would leave this share within the peak. */
const EVEN_SHARE = (2 * SPREAD_BINS + 1) / BINS;

/** The directions, modulo a right angle, in which most walls and counters of a level run, and how clearly: 0 not at all, 1 all of them. */
export interface Axes {
  readonly direction: number;
  readonly clarity: number;
}

export function mainAxes(venue: Venue, level: string): Axes | undefined {
  const lengths = new Float64Array(BINS);
  let total = 0;
  for (const { level: on, area } of [...venue.units, ...venue.fixtures]) {
    if (on === level) total += addEdges(area, lengths);
  }
  if (!(total > 0)) return undefined;
  const peak = (bin: number): number => {
    let sum = 0;
    for (let d = -SPREAD_BINS; d <= SPREAD_BINS; d++) sum += lengths[(bin + d + BINS) % BINS]!;
    return sum;
  };
  let best = 0;
  for (let bin = 1; bin < BINS; bin++) if (peak(bin) > peak(best)) best = bin;
  let moment = 0;
  for (let d = -SPREAD_BINS; d <= SPREAD_BINS; d++) moment += d * lengths[(best + d + BINS) % BINS]!;
  const direction = ((best + moment / peak(best)) / BINS) * QUARTER;
  const clarity = Math.max(0, (peak(best) / total - EVEN_SHARE) / (1 - EVEN_SHARE));
  return { direction, clarity };
}

function addEdges(area: MultiPolygon, lengths: Float64Array): number {
  let total = 0;
  for (const { outer, holes } of area) {
    for (const ring of [outer, ...holes]) {
      for (const [a, b] of ringEdges(ring)) {
        const length = Math.hypot(b.x - a.x, b.y - a.y);
        const turn = Math.atan2(b.y - a.y, b.x - a.x) / QUARTER;
        const bin = Math.round((turn - Math.floor(turn)) * BINS) % BINS;
        lengths[bin] = lengths[bin]! + length;
        total += length;
      }
    }
  }
  return total;
}

/** How exactly people keep to a direction, and how often those who keep to the axes do not. */
const AXIS_SD = 0.08;
const ASTRAY = 0.2;

/** Log of the density of a straight stretch's heading for somebody who walks along the axes, relative to any heading. */
export function alongAxes(axes: Axes, heading: number): number {
  return keepingTo(axes, heading, QUARTER);
}

/** The same for somebody who walks along the axes or at 45° to them. */
export function alongOrAcross(axes: Axes, heading: number): number {
  return keepingTo(axes, heading, QUARTER / 2);
}

function keepingTo({ direction, clarity }: Axes, heading: number, period: number): number {
  const angle = heading - direction;
  const off = angle - period * Math.round(angle / period);
  const bell = (period / (AXIS_SD * Math.sqrt(2 * Math.PI))) * Math.exp(-0.5 * (off / AXIS_SD) ** 2);
  const kept = (1 - ASTRAY) * clarity;
  return Math.log(1 - kept + kept * bell);
}
