import { type Bounds, boundsOf } from '@daoyin/geometry';
import type { Level, Venue } from '@daoyin/venue';
import type { Layout } from '../layout';
import type { Insets } from '../types';
import { fitting } from './fitting';
import { type Lens, type Limits, NORTH_UP, type Point3, type View } from './view';

const RADIANS_PER_DEGREE = Math.PI / 180;
const MAX_TILT = 68 * RADIANS_PER_DEGREE;
/** Tilts by what is shown. A tall picture has height to spare: seen more from above, the hall fills it better. */
const TILTS = { storey: 48, tallStorey: 40, stack: 58, tallStack: 50 };
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
  const tilt = tiltOf(stacked, lens);
  const shown = venue.levels.filter(({ shortName }) => stacked || shortName === layout.level);
  const points = shown.flatMap((level) => cornersOf(level, layout.restOf(level.shortName)));
  const margins = widened(insets, stacked ? 28 : 14);
  const up = stacked
    ? wideUp(extentOf(venue), upHeading)
    : (upHeading ?? bestUp(points, lens, tilt, margins));
  return fitting(points, lens, up, tilt, margins);
}

/** Metres between storeys that are pulled apart, so that none hides another; a tall picture has room for more. */
export function storeySpacing(venue: Venue, lens: Lens): number {
  const { minX, minY, maxX, maxY } = extentOf(venue);
  const depth = Math.max(8, Math.min(maxX - minX, maxY - minY));
  const gap = Math.min(1.6, Math.max(1.18, (0.78 * lens.height) / lens.width));
  return (gap * depth) / Math.tan(tiltOf(true, lens));
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
function bestUp(points: readonly Point3[], lens: Lens, tilt: number, margins: Insets): number {
  const distance = (up: number) => fitting(points, lens, up, tilt, margins).distance;
  return distance(0) < 0.7 * distance(NORTH_UP) ? 0 : NORTH_UP;
}

/** Seen from the side that shows the long one across; of the two, the one nearer to the wanted heading. */
function wideUp({ minX, minY, maxX, maxY }: Bounds, wanted: number | undefined): number {
  const across = maxX - minX >= maxY - minY ? NORTH_UP : 0;
  return wanted !== undefined && Math.cos(wanted - across) < 0 ? across + Math.PI : across;
}

function tiltOf(stacked: boolean, { width, height }: Lens): number {
  const tall = height > 1.2 * width;
  const degrees = stacked ? (tall ? TILTS.tallStack : TILTS.stack) : tall ? TILTS.tallStorey : TILTS.storey;
  return degrees * RADIANS_PER_DEGREE;
}
