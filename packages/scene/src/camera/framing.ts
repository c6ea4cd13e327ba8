import { type Bounds, boundsOf } from '@daoyin/geometry';
import type { Level, Venue } from '@daoyin/venue';
import { convexHull, slabAround } from '../build/slab';
import type { Layout } from '../layout';
import type { Insets } from '../types';
import { fitting } from './fitting';
import { angleTo, type Lens, type Limits, NORTH_UP, type Point3, type View } from './view';

const RADIANS_PER_DEGREE = Math.PI / 180;
const MAX_TILT = 68 * RADIANS_PER_DEGREE;
/** Degrees. A picture with height to spare shows a storey more from above, so that it fills it better. */
const TILTS = { lowest: 40, highest: 50, stack: 58, tallStack: 50 };
const SIGN = 32; // CSS pixels that a sign stands above the far edge
const BEYOND = 5; // metres outside the hall that the camera may look at

/** The view of the whole storey that is shown, or of all of them, inside what the app's panels leave. */
export function homeView(
  venue: Venue,
  layout: Layout,
  lens: Lens,
  insets: Insets,
  upHeading: number | undefined,
): View {
  const { stacked } = layout;
  const shown = venue.levels.filter(({ shortName }) => stacked || shortName === layout.level);
  const points = shown.flatMap((level) => cornersOf(level, layout.restOf(level.shortName)));
  const around = widened(insets, stacked ? 28 : 14);
  const margins = { ...around, top: around.top + SIGN };
  const axes = axesOfHall(venue);
  if (stacked)
    return fitting(points, lens, nearest(turns(axes.across, 2), upHeading), stackTilt(lens), margins);
  const up = upHeading ?? bestUp(points, lens, axes, margins);
  return fitting(points, lens, up, storeyTilt(points, lens, up, margins), margins);
}

/** Metres between storeys that are pulled apart, so that none hides another; a tall picture has room for more. */
export function storeySpacing(venue: Venue, lens: Lens): number {
  const depth = Math.max(8, axesOfHall(venue).depth);
  const gap = Math.min(1.6, Math.max(1.18, (0.78 * lens.height) / lens.width));
  return (gap * depth) / Math.tan(stackTilt(lens));
}

export function limitsOf(venue: Venue): Limits {
  const { minX, minY, maxX, maxY } = extentOf(venue);
  const bounds = { minX: minX - BEYOND, minY: minY - BEYOND, maxX: maxX + BEYOND, maxY: maxY + BEYOND };
  const size = Math.hypot(maxX - minX, maxY - minY);
  return { bounds, minDistance: 9, maxDistance: Math.max(60, 5 * size), maxTilt: MAX_TILT };
}

/** Margins with so many more CSS pixels on every side. */
export function widened({ top, right, bottom, left }: Insets, space: number): Insets {
  return { top: top + space, right: right + space, bottom: bottom + space, left: left + space };
}

function extentOf(venue: Venue): Bounds {
  return boundsOf(venue.levels.flatMap(({ outline }) => outline.flatMap(({ outer }) => outer)));
}

function cornersOf({ outline }: Level, elevation: number): Point3[] {
  return convexHull(outline.flatMap(({ outer }) => outer)).map((p) => ({ ...p, elevation }));
}

interface HallAxes {
  /** The heading across the hall's long side, and the extent in that direction in metres. */
  readonly across: number;
  readonly depth: number;
}

/** From the rectangle around all storeys, so that a hall that stands askew is seen straight. */
function axesOfHall({ levels }: Venue): HallAxes {
  const { along, halfWidth } = slabAround(
    convexHull(levels.flatMap(({ outline }) => outline.flatMap(({ outer }) => outer))),
  );
  return { across: Math.atan2(along.x, -along.y), depth: 2 * halfWidth };
}

/** The headings that lie `count` equal parts of a full turn apart. */
function turns(from: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => from + (i * 2 * Math.PI) / count);
}

/** Of several headings the nearest to the wanted one, or to north. */
function nearest(headings: readonly number[], wanted = NORTH_UP): number {
  return headings.reduce((a, b) =>
    Math.abs(angleTo(b, wanted)) < Math.abs(angleTo(a, wanted)) - 1e-6 ? b : a,
  );
}

/** Along the hall's walls, as near to north up as can be; a quarter turn further where that shows the hall much larger. */
function bestUp(points: readonly Point3[], lens: Lens, { across }: HallAxes, margins: Insets): number {
  const tilt = TILTS.highest * RADIANS_PER_DEGREE;
  const upright = nearest(turns(across, 4));
  const turned = upright - Math.PI / 2;
  const distance = (up: number) => fitting(points, lens, up, tilt, margins).distance;
  return distance(turned) < 0.7 * distance(upright) ? turned : upright;
}

function stackTilt({ width, height }: Lens): number {
  return (height > 1.2 * width ? TILTS.tallStack : TILTS.stack) * RADIANS_PER_DEGREE;
}

/** The lowest tilt at which the width, not the height, still decides how near the camera comes. */
function storeyTilt(points: readonly Point3[], lens: Lens, up: number, margins: Insets): number {
  const distance = (degrees: number) =>
    fitting(points, lens, up, degrees * RADIANS_PER_DEGREE, margins).distance;
  const nearest = distance(TILTS.highest);
  let tilt = TILTS.highest;
  while (tilt > TILTS.lowest && distance(tilt - 2) < 1.02 * nearest) tilt -= 2;
  return tilt * RADIANS_PER_DEGREE;
}
