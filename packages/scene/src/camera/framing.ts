import { type Bounds, boundsOf } from '@daoyin/geometry';
import type { Level, Venue } from '@daoyin/venue';
import type { Layout } from '../layout';
import type { Insets } from '../types';
import { fitting } from './fitting';
import { type Lens, type Limits, NORTH_UP, type Point3, type View } from './view';

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
  if (stacked) return fitting(points, lens, wideUp(extentOf(venue), upHeading), stackTilt(lens), margins);
  const up = upHeading ?? bestUp(points, lens, margins);
  return fitting(points, lens, up, storeyTilt(points, lens, up, margins), margins);
}

/** Metres between storeys that are pulled apart, so that none hides another; a tall picture has room for more. */
export function storeySpacing(venue: Venue, lens: Lens): number {
  const { minX, minY, maxX, maxY } = extentOf(venue);
  const depth = Math.max(8, Math.min(maxX - minX, maxY - minY));
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
  const { minX, minY, maxX, maxY } = boundsOf(outline.flatMap(({ outer }) => outer));
  return [minX, maxX].flatMap((x) => [minY, maxY].map((y) => ({ x, y, elevation })));
}

/** North up, or the quarter turn where that shows the hall much larger. */
function bestUp(points: readonly Point3[], lens: Lens, margins: Insets): number {
  const tilt = TILTS.highest * RADIANS_PER_DEGREE;
  const distance = (up: number) => fitting(points, lens, up, tilt, margins).distance;
  return distance(0) < 0.7 * distance(NORTH_UP) ? 0 : NORTH_UP;
}

/** Seen from the side that shows the long one across; of the two, the one nearer to the wanted heading. */
function wideUp({ minX, minY, maxX, maxY }: Bounds, wanted: number | undefined): number {
  const across = maxX - minX >= maxY - minY ? NORTH_UP : 0;
  return wanted !== undefined && Math.cos(wanted - across) < 0 ? across + Math.PI : across;
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
