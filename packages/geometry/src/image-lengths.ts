import {
  type ImagePlacement,
  type ImagePoint,
  imageToVenue,
  movedOnto,
  scaleAndTurn,
  type TiePoint,
  turnedAbout,
} from './image-fit';

/** A length of the picture whose metres are known. */
export interface KnownLength {
  readonly from: ImagePoint;
  readonly to: ImagePoint;
  readonly metres: number;
  /** Where it leads from its start on the plan, in radians counter-clockwise from east; undefined where nobody knows. */
  readonly direction?: number | undefined;
}

const LEAST_PIXELS = 1;
const QUARTER = Math.PI / 2;

/** Metres a pixel by least squares over lengths that are known; undefined where they do not say. */
export function scaleOf(lengths: readonly KnownLength[]): number | undefined {
  const pixels = lengths.map(pixelsOf);
  const squares = pixels.reduce((sum, length) => sum + length * length, 0);
  if (squares < LEAST_PIXELS || lengths.some(({ metres }) => !(metres > 0))) return undefined;
  return lengths.reduce((sum, { metres }, i) => sum + metres * pixels[i]!, 0) / squares;
}

/** The picture's turn by the lengths whose direction is known, the longer ones counting more; undefined where there are none. */
export function turnOf(lengths: readonly KnownLength[]): number | undefined {
  let [cos, sin] = [0, 0];
  for (const length of lengths) {
    if (length.direction === undefined) continue;
    const turn = length.direction - angleOf(length);
    const weight = pixelsOf(length) ** 2;
    cos += weight * Math.cos(turn);
    sin += weight * Math.sin(turn);
  }
  return Math.hypot(cos, sin) < LEAST_PIXELS ? undefined : Math.atan2(sin, cos);
}

/**
 * A placement with the scale and the turn that known lengths give, as far as they do, which carries one point of the picture to its place; without
 * such a point the start of the first length stays where it is.
 */
export function placedByLengths(
  placement: ImagePlacement,
  lengths: readonly KnownLength[],
  tie: TiePoint | undefined,
): ImagePlacement {
  const now = scaleAndTurn(placement);
  const known = {
    metresPerPixel: scaleOf(lengths) ?? now.metresPerPixel,
    turn: turnOf(lengths) ?? now.turn,
  };
  const about = tie?.image ?? lengths[0]?.from;
  if (!about) return placement;
  const turned = turnedAbout(placement, about, known);
  return tie ? movedOnto(turned, tie) : turned;
}

/** Metres by which a placement makes a length longer than it is. */
export function missedBy(placement: ImagePlacement, { from, to, metres }: KnownLength): number {
  const [a, b] = [imageToVenue(placement, from), imageToVenue(placement, to)];
  return Math.hypot(a.x - b.x, a.y - b.y) - metres;
}

/** The axis of the plan along which a placement leads a length, where it is no farther off than `most` radians. */
export function axisOf(
  placement: ImagePlacement,
  { from, to }: Pick<KnownLength, 'from' | 'to'>,
  most: number,
): number | undefined {
  const [a, b] = [imageToVenue(placement, from), imageToVenue(placement, to)];
  const angle = Math.atan2(b.y - a.y, b.x - a.x);
  const quarters = Math.round(angle / QUARTER);
  if (Math.abs(angle - quarters * QUARTER) > most) return undefined;
  return (((quarters % 4) + 4) % 4) * QUARTER;
}

const pixelsOf = ({ from, to }: KnownLength) => Math.hypot(to.column - from.column, to.row - from.row);

/** In the picture, whose rows go down. */
const angleOf = ({ from, to }: KnownLength) => Math.atan2(from.row - to.row, to.column - from.column);
