import type { Point } from './types';

/** A point of a picture in its own pixels: from the left, from the top. */
export interface ImagePoint {
  readonly column: number;
  readonly row: number;
}

/** One point known in both frames. */
export interface TiePoint {
  readonly image: ImagePoint;
  readonly venue: Point;
}

/** A picture's place on a level: x = xx·column + xy·row + x0 and y = yx·column + yy·row + y0, in metres of the venue frame. */
export interface ImagePlacement {
  readonly xx: number;
  readonly xy: number;
  readonly x0: number;
  readonly yx: number;
  readonly yy: number;
  readonly y0: number;
}

export interface ImageFit {
  readonly placement: ImagePlacement;
  /** Metres by which each tie point is missed, in their order, and the root of the mean of their squares. */
  readonly residuals: readonly number[];
  readonly rms: number;
}

/** How many tie points a fit takes at the least: shift, turn and scale; or each axis with its own scale and slant. */
export const FEWEST_TIES = { similarity: 2, affine: 3 } as const;

/** Metres a pixel at which a picture is refused: every tie point in one spot. */
const LEAST_SPREAD_PIXELS = 1;

/**
 * Shift, turn and scale that carry a picture onto the plan with the least squares of what is missed (Umeyama 1991, in complex numbers); undefined
 * where the tie points do not say. Rows go down and y goes up, which is no mirror.
 */
export function fitSimilarity(ties: readonly TiePoint[]): ImageFit | undefined {
  if (ties.length < FEWEST_TIES.similarity) return undefined;
  const { image: middle, venue: centre } = middleOf(ties);
  let [real, imaginary, spread] = [0, 0, 0];
  for (const { image, venue } of ties) {
    const [u, v] = [image.column - middle.column, middle.row - image.row];
    const [x, y] = [venue.x - centre.x, venue.y - centre.y];
    real += u * x + v * y;
    imaginary += u * y - v * x;
    spread += u * u + v * v;
  }
  if (spread < LEAST_SPREAD_PIXELS) return undefined;
  const [cos, sin] = [real / spread, imaginary / spread];
  if (Math.hypot(cos, sin) === 0) return undefined;
  return fitOf(placedAt({ xx: cos, xy: sin, yx: sin, yy: -cos }, middle, centre), ties);
}

/** The same with a scale for each axis and a slant: for scans and photographs of paper. */
export function fitAffine(ties: readonly TiePoint[]): ImageFit | undefined {
  if (ties.length < FEWEST_TIES.affine) return undefined;
  const { image: middle, venue: centre } = middleOf(ties);
  let [cc, cr, rr, cx, rx, cy, ry] = [0, 0, 0, 0, 0, 0, 0];
  for (const { image, venue } of ties) {
    const [c, r] = [image.column - middle.column, image.row - middle.row];
    const [x, y] = [venue.x - centre.x, venue.y - centre.y];
    cc += c * c;
    cr += c * r;
    rr += r * r;
    cx += c * x;
    rx += r * x;
    cy += c * y;
    ry += r * y;
  }
  const determinant = cc * rr - cr * cr;
  if (determinant < 1e-9 * (cc + rr) ** 2 || cc + rr < LEAST_SPREAD_PIXELS) return undefined;
  const solved = {
    xx: (cx * rr - rx * cr) / determinant,
    xy: (rx * cc - cx * cr) / determinant,
    yx: (cy * rr - ry * cr) / determinant,
    yy: (ry * cc - cy * cr) / determinant,
  };
  return fitOf(placedAt(solved, middle, centre), ties);
}

/** A placement with another scale and turn, about a point of the picture that stays where it is. */
export function turnedAbout(
  placement: ImagePlacement,
  about: ImagePoint,
  { metresPerPixel, turn }: { readonly metresPerPixel: number; readonly turn: number },
): ImagePlacement {
  const [cos, sin] = [metresPerPixel * Math.cos(turn), metresPerPixel * Math.sin(turn)];
  return placedAt({ xx: cos, xy: sin, yx: sin, yy: -cos }, about, imageToVenue(placement, about));
}

/** A placement shifted so that a point of the picture lies where it should. */
export function movedOnto(placement: ImagePlacement, { image, venue }: TiePoint): ImagePlacement {
  return placedAt(placement, image, venue);
}

/** How far a placement carries a tie point from its place, in metres. */
export function missOf(placement: ImagePlacement, { image, venue }: TiePoint): number {
  const { x, y } = imageToVenue(placement, image);
  return Math.hypot(x - venue.x, y - venue.y);
}

/** Scale in metres a pixel along a picture's rows, and its turn in radians counter-clockwise. */
export function scaleAndTurn({ xx, yx }: ImagePlacement): {
  readonly metresPerPixel: number;
  readonly turn: number;
} {
  return { metresPerPixel: Math.hypot(xx, yx), turn: Math.atan2(yx, xx) };
}

export function imageToVenue({ xx, xy, x0, yx, yy, y0 }: ImagePlacement, { column, row }: ImagePoint): Point {
  return { x: xx * column + xy * row + x0, y: yx * column + yy * row + y0 };
}

/** The inverse; throws for a placement that flattens the picture. */
export function venueToImage({ xx, xy, x0, yx, yy, y0 }: ImagePlacement, { x, y }: Point): ImagePoint {
  const determinant = xx * yy - xy * yx;
  if (determinant === 0)
    throw new RangeError(`Expected a placement with an area, got ${xx} ${xy} ${yx} ${yy}.`);
  const [dx, dy] = [x - x0, y - y0];
  return { column: (yy * dx - xy * dy) / determinant, row: (xx * dy - yx * dx) / determinant };
}

function middleOf(ties: readonly TiePoint[]): TiePoint {
  const mean = (of: (tie: TiePoint) => number) => ties.reduce((sum, tie) => sum + of(tie), 0) / ties.length;
  return {
    image: { column: mean(({ image }) => image.column), row: mean(({ image }) => image.row) },
    venue: { x: mean(({ venue }) => venue.x), y: mean(({ venue }) => venue.y) },
  };
}

function placedAt(
  { xx, xy, yx, yy }: Pick<ImagePlacement, 'xx' | 'xy' | 'yx' | 'yy'>,
  { column, row }: ImagePoint,
  { x, y }: Point,
): ImagePlacement {
  return { xx, xy, yx, yy, x0: x - xx * column - xy * row, y0: y - yx * column - yy * row };
}

function fitOf(placement: ImagePlacement, ties: readonly TiePoint[]): ImageFit {
  const residuals = ties.map((tie) => missOf(placement, tie));
  const rms = Math.sqrt(residuals.reduce((sum, r) => sum + r * r, 0) / residuals.length);
  return { placement, residuals, rms };
}
